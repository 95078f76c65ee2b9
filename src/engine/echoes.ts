import type { Finding } from './score-posting.ts';

type Range = [start: number, end: number];

/** Share of the weight that is left to a sign that is read out of words which say another sign already. */
export const ECHO = 0.4;

const isRisk = ({ signal }: Finding): boolean => signal.group !== 'protective' && signal.group !== 'context';

/** A place or a compared sum inside a longer phrase is a fact of its own. */
const isFact = ({ extra }: Finding): boolean => extra !== undefined;

/**
 * Risk signs all of whose words lie inside the words of another risk sign. The longer reading holds, of equal ones the
 * first; the same words are not evidence twice. By length and order alone, so that it does not change with the weights.
 */
export function findEchoes(findings: ReadonlyMap<string, Finding>): ReadonlySet<string> {
  const echoes = new Set<string>();
  const risks = [...findings.values()].filter(isRisk);
  risks.forEach((finding, index) => {
    if (isFact(finding) || finding.ranges.length === 0) return;
    const isSaidBy = (other: Finding, at: number, [start, end]: Range): boolean =>
      other.ranges.some(
        ([from, to]) =>
          from <= start && to >= end && (to - from > end - start || (at < index && !echoes.has(other.signal.id))),
      );
    const covered = finding.ranges.every((range) =>
      risks.some((other, at) => at !== index && !isFact(other) && isSaidBy(other, at, range)),
    );
    if (covered) echoes.add(finding.signal.id);
  });
  return echoes;
}
