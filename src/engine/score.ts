import type { ScamKind, Scoring } from './rules.ts';
import type { Level, Reason } from './verdict.ts';

/** A reason with what the level rules need to know about its signal. */
export interface WeighedReason extends Reason {
  group: string;
  alone: boolean;
  /** Its words say another sign already. */
  echo?: boolean;
  kinds: Partial<Record<ScamKind, number>>;
  /** How many signs, each of a group of its own, it stands for; one when absent, none for the text as a whole. */
  counts?: number;
}

export function scoreOf(points: number, scoring: Scoring): number {
  return 1 / (1 + Math.exp(-(scoring.bias + points)));
}

/** What is offered, asked or agreed can warn by itself when it weighs enough; a place or a way to write never does. */
const TELLING_GROUPS = new Set(['offer', 'terms', 'selection']);

/** Signs of how a text is written: they make a warning stronger, they never make one. Honest people decorate too. */
const MANNERS = new Set(['disguised-writing']);

/** The score as it would be if the text were plainly written. */
function plainScore(score: number, risks: WeighedReason[]): number {
  const manner = risks.reduce((sum, { signal, weight }) => sum + (MANNERS.has(signal) ? weight : 0), 0);
  return manner === 0 ? score : 1 / (1 + ((1 - score) / score) * Math.exp(manner));
}

/** Log odds from which a sign counts: one that says next to nothing is shown and never makes a warning. */
const LEAST_SIGN = 0.03;

/** Level from the score, held back where too few different signs speak: a single sign never makes a red warning. */
export function levelOf(score: number, reasons: WeighedReason[], most: Level, scoring: Scoring): Level {
  if (most === 'none') return 'none';
  // What an advert is about, such as work abroad, is no sign.
  const risks = reasons.filter(({ weight, group, echo }) => weight >= LEAST_SIGN && group !== 'context' && !echo);
  const alone = risks.some((reason) => reason.alone);
  const further = risks.reduce((sum, { counts = 1 }) => sum + counts - 1, 0);
  const groups = new Set(risks.map((reason) => reason.group)).size + further;
  const signals = risks.filter(({ signal }) => !MANNERS.has(signal)).length + further;
  const telling = alone || risks.some((reason) => TELLING_GROUPS.has(reason.group));
  // What a police force or a court has listed needs no other sign to be pointed out.
  const isVouchedFor = further > 0;
  let level: Level = 'none';
  if (isVouchedFor) level = 'caution';
  else if (plainScore(score, risks) >= scoring.caution && (telling || signals >= scoring.cautionSignals))
    level = 'caution';
  const enough = alone || (groups >= scoring.highGroups && signals >= scoring.highSignals);
  if (level !== 'none' && score >= scoring.high && enough && most === 'high') level = 'high';
  return level;
}

const KINDS: ScamKind[] = ['scam-centre', 'advance-fee', 'task', 'identity', 'mule', 'impersonation'];

/** The kind of scam for which most of the evidence speaks. */
export function kindOf(reasons: WeighedReason[]): ScamKind {
  let best: ScamKind = 'scam-centre';
  let most = 0;
  for (const kind of KINDS) {
    let sum = 0;
    for (const reason of reasons) if (reason.weight > 0) sum += reason.weight * (reason.kinds[kind] ?? 0);
    if (sum > most + 1e-9) [best, most] = [kind, sum];
  }
  return best;
}
