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

const FIRST = 0x0981;
const LAST = 0xd7a3;
/** For each unit from the first of these scripts to the last, its place in the list, from 1 on. */
const scriptOf = new Uint8Array(LAST - FIRST + 1);
for (const [index, [, from, to]] of SCRIPTS.entries()) scriptOf.fill(index + 1, from - FIRST, to + 1 - FIRST);

/** Share of the letters that must be in a script for it to name the language. */
const CLEAR_SHARE = 0.25;

/**
 * Language of a text: by script where the script tells, else by whose phrases were found most; empty when unknown.
 * Used to tell which currency and which home an advert takes for granted, never as a sign of its own.
 */
export function languageOf(folded: Folded, hits: Hit[], compiled: CompiledMatcher): string {
  const counts = new Uint32Array(SCRIPTS.length + 1);
  /** Scripts in the order in which they were met. */
  const met: number[] = [];
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
    else if (code >= FIRST && code <= LAST) {
      const script = scriptOf[code - FIRST]!;
      if (script !== 0 && counts[script]!++ === 0) met.push(script);
    }
  }
  if (kana > letters * 0.1) return 'ja';
  for (const script of met) if (counts[script]! > letters * CLEAR_SHARE) return SCRIPTS[script - 1]![0];
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
