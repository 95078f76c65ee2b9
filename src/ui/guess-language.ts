/** Scripts that belong to one language, or nearly so. Latin and Cyrillic tell too little. */
const SCRIPTS: [RegExp, string][] = [
  [/[ٹڈڑںےھ]/u, 'ur'],
  [/[پچژگکی]/u, 'fa'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Lao}/u, 'lo'],
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Myanmar}/u, 'my'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Sinhala}/u, 'si'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/\p{Script=Ethiopic}/u, 'am'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/[ơưạảấầậđếềệốồộớờợụứừựỳỵỷỹ]/iu, 'vi'],
];

/** Letters a text needs before its script is believed: a name or two in another script says nothing. */
const ENOUGH = 8;

/**
 * Language by which quoted words are printed and read aloud: picks fonts, line height and voice, nothing else.
 * Undefined where the letters do not tell.
 */
export function guessLanguage(text: string): string | undefined {
  const start = text.slice(0, 2000);
  const foreign = start.match(/[^\p{Script=Latin}\P{L}]|[ơưạảấầậđếềệốồộớờợụứừựỳỵỷỹ]/giu)?.length ?? 0;
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  if (foreign < Math.min(ENOUGH, letters / 4)) return undefined;
  return SCRIPTS.find(([script]) => script.test(start))?.[1];
}
