import type { EngineSignal } from './rules.ts';
import type { Finding } from './score-posting.ts';
import type { Kind, Level } from './verdict.ts';

/** Phrases of warning from which a text is taken for one about lures: without a call to write, with one, with an address. */
const NEEDED = { none: 2, call: 3, address: 4 };

export interface Context {
  kind: Extract<Kind, 'none' | 'warning-text' | 'quoted-offer'>;
  /** The strongest level such a text may get. */
  most: Extract<Level, 'none' | 'caution' | 'high'>;
  /** Factor on a signal's weight. */
  weightOf(signal: EngineSignal): number;
}

/** How many separate places of the text a finding stands on. */
export function countPlaces(finding: Pick<Finding, 'ranges'> | undefined): number {
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

/** More words of warning weigh more, up to this many. */
const MOST_COUNTED = 4;

/**
 * Tells a text that offers work from one that warns about lures, tells a story or asks about an offer.
 * A lure can quote warnings to look honest, so few words of warning beside a call to write do not silence it.
 */
export function judgeContext(findings: ReadonlyMap<string, Finding>): Context {
  const warnings = countPlaces(findings.get('p-awareness-or-news'));
  const questions = countPlaces(findings.get('p-question-or-story'));
  const quoted = findings.has('p-quoted-offer') ? 1 : 0;
  const contact = findings.get('messenger-only-contact');
  const calls = contact?.addressed ? 'address' : contact || findings.has('unsolicited-contact') ? 'call' : 'none';
  const protests = findings.has('not-a-scam-protestation') && quoted === 0 ? 1 : 0;
  const weightOf = ({ id }: EngineSignal): number => {
    // Beside an address to write to, what sounds like a warning earns the advert little.
    if (id === 'p-awareness-or-news')
      return (
        (calls === 'address' ? 0.25 : calls === 'call' ? 0.6 : 1) * (1 + 0.4 * (Math.min(warnings, MOST_COUNTED) - 1))
      );
    if (id === 'p-question-or-story') return 1 + 0.3 * (Math.min(questions, MOST_COUNTED) - 1);
    return 1;
  };
  if (warnings > 0 && warnings + questions + quoted - protests >= NEEDED[calls])
    return { kind: 'warning-text', most: 'none', weightOf };
  if ((questions > 0 || quoted > 0) && calls !== 'address') return { kind: 'quoted-offer', most: 'caution', weightOf };
  return { kind: 'none', most: warnings > 0 && calls !== 'address' ? 'caution' : 'high', weightOf };
}
