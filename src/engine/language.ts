import type { CompiledMatcher, Hit } from './compiled-matcher.ts';
import type { Folded } from './folding.ts';

const SCRIPTS: [language: string, from: number, to: number][] = [
  ['th', 0x0e01, 0x0e5b],
  ['lo', 0x0e81, 0x0edf],
  ['my', 0x1000, 0x109f],
  ['km', 0x1780, 0x17ff],
  ['bn', 0x0981, 0x09fb],
  ['ta', 0x0b82, 0x0bfa],
  ['si', 0x0d82, 0x0df4],
  ['am', 0x1200, 0x137f],
  ['ko', 0xac00, 0xd7a3],
];

/** Share of the letters that must be in a script for it to name the language. */
const CLEAR_SHARE = 0.25;

/**
 * Language of a text: by script where the script tells, else by whose phrases were found most; empty when unknown.
 * Used to tell which currency and which home an advert takes for granted, never as a sign of its own.
 */
export function languageOf(folded: Folded, hits: Hit[], compiled: CompiledMatcher): string {
  const counts = new Map<string, number>();
  let letters = 0;
  let kana = 0;
  let han = 0;
  const step = Math.max(1, Math.floor(folded.length / 400));
  for (let i = 0; i < folded.length; i += step) {
    const code = folded.codes[i]!;
    if (code < 97) continue;
    letters++;
    if (code >= 0x3041 && code <= 0x30ff) kana++;
    else if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if (code >= 0x0981 && code <= 0xd7a3) {
      for (const [language, from, to] of SCRIPTS) {
        if (code >= from && code <= to) counts.set(language, (counts.get(language) ?? 0) + 1);
      }
    }
  }
  if (kana > letters * 0.1) return 'ja';
  for (const [language, count] of counts) if (count > letters * CLEAR_SHARE) return language;
  const votes = new Map<number, number>();
  for (const { pattern, start, end } of hits) {
    const language = compiled.patternLanguage[pattern]!;
    votes.set(language, (votes.get(language) ?? 0) + (end - start));
  }
  const chinese = han > letters * CLEAR_SHARE;
  let best = '';
  let most = 0;
  for (const [index, weight] of votes) {
    const language = compiled.languages[index]!;
    if (chinese !== language.startsWith('zh')) continue;
    if (weight > most) [best, most] = [language, weight];
  }
  return best || (chinese ? 'zh-Hans' : '');
}
