import type { EngineSignal } from './rules.ts';
import type { Finding } from './score-posting.ts';
import type { Kind } from './verdict.ts';

/** Distinct phrases of warning from which a text without a contact of its own is taken for one about lures. */
const CLEAR_WARNING = 2;
/** From here even a contact does not make it an advert: notices carry hotlines. */
const CERTAIN_WARNING = 4;

export interface Context {
  kind: Extract<Kind, 'none' | 'warning-text' | 'quoted-offer'>;
  /** Factor on a signal's weight. */
  weightOf(signal: EngineSignal): number;
}

function countRanges(finding: Finding | undefined): number {
  if (!finding) return 0;
  const sorted = finding.ranges.toSorted((a, b) => a[0] - b[0]);
  let count = 0;
  let end = -1;
  for (const [from, to] of sorted) {
    if (from >= end) count++;
    end = Math.max(end, to);
  }
  return count;
}

/**
 * Tells a text that offers work from one that warns about lures, tells a story or asks about an offer.
 * A lure can quote warnings to look honest, so few words of warning beside a call to write do not silence it.
 */
export function judgeContext(findings: ReadonlyMap<string, Finding>): Context {
  const warnings = countRanges(findings.get('p-awareness-or-news'));
  const questions = countRanges(findings.get('p-question-or-story'));
  const calls = findings.has('messenger-only-contact') || findings.has('unsolicited-contact');
  const protests = findings.has('not-a-scam-protestation') ? 1 : 0;
  const needed = calls ? CERTAIN_WARNING : CLEAR_WARNING;
  if (warnings + questions - protests >= needed && warnings > 0) return { kind: 'warning-text', weightOf: () => 1 };
  if (questions > 0 && !calls) return { kind: 'quoted-offer', weightOf: () => 1 };
  return {
    kind: 'none',
    // Beside a call to write, what sounds like a warning earns the advert little.
    weightOf: (signal) => (signal.id === 'p-awareness-or-news' && calls ? 0.25 : 1),
  };
}
