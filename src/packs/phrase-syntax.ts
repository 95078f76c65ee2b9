/** One part of a phrase: a set of alternatives, and how far it may stand from the part before. */
export interface PhrasePart {
  /** Name of a word set, or the alternatives themselves. */
  set?: string;
  literals?: string[];
  /** Most other words between this part and the one before; 0 for side by side. */
  gap: number;
  /** This part and the one before may stand in either order. */
  eitherOrder?: boolean;
}

export type ParsedPhrase = { ok: true; parts: PhrasePart[] } | { ok: false; error: string };

const LARGEST_GAP = 8;
const LONGEST_PHRASE = 200;

function splitItems(phrase: string): string[] {
  return phrase.match(/\([^)]*\)|\S+/g) ?? [];
}

/**
 * Parses the phrase syntax of rule files: `{set}`, `(a|b c)`, `~N`, `<>N`, `word*`, `#`, and plain words.
 * Plain words that follow each other form one part.
 */
export function parsePhrase(phrase: string): ParsedPhrase {
  if (phrase.length > LONGEST_PHRASE) return { ok: false, error: `longer than ${LONGEST_PHRASE} characters` };
  const parts: PhrasePart[] = [];
  let gap = 0;
  let eitherOrder = false;
  let afterGap = true;
  for (const item of splitItems(phrase.trim())) {
    const operator = /^(~|<>)(\d+)$/.exec(item);
    if (operator) {
      if (parts.length === 0 || afterGap) return { ok: false, error: `"${item}" must stand between two parts` };
      gap = Number(operator[2]);
      eitherOrder = operator[1] === '<>';
      if (gap < 1 || gap > LARGEST_GAP)
        return { ok: false, error: `"${item}": the number must be 1 to ${LARGEST_GAP}` };
      afterGap = true;
      continue;
    }
    if (/^(~|<>)/.test(item)) return { ok: false, error: `"${item}": write ~2 or <>2` };
    const set = /^\{([a-z][a-z0-9-]*)\}$/.exec(item);
    const last = parts.at(-1);
    if (set) parts.push({ set: set[1]!, gap, eitherOrder });
    else if (item.startsWith('(')) {
      const literals = item
        .slice(1, -1)
        .split('|')
        .map((literal) => literal.trim());
      if (!item.endsWith(')') || literals.some((literal) => literal === ''))
        return { ok: false, error: `"${item}": write (one|or two|more)` };
      parts.push({ literals, gap, eitherOrder });
    } else if (/[{}()|]/.test(item)) return { ok: false, error: `"${item}": brackets must stand apart and be closed` };
    else if (last?.literals?.length === 1 && !afterGap && !last.set) last.literals[0] += ` ${item}`;
    else parts.push({ literals: [item], gap, eitherOrder });
    gap = 0;
    eitherOrder = false;
    afterGap = false;
  }
  if (parts.length === 0) return { ok: false, error: 'empty phrase' };
  if (afterGap) return { ok: false, error: 'a gap at the end joins nothing' };
  return { ok: true, parts };
}

/** Phrases without `<>`, each ordered one way. */
export function inEveryOrder(parts: PhrasePart[]): PhrasePart[][] {
  const index = parts.findIndex((part) => part.eitherOrder);
  if (index < 1) return [parts];
  const gap = parts[index]!.gap;
  const plain = parts.map((part) => ({ ...part, eitherOrder: false }));
  const turned = [...plain];
  turned[index - 1] = { ...plain[index]!, gap: plain[index - 1]!.gap };
  turned[index] = { ...plain[index - 1]!, gap };
  const rest = (ordered: PhrasePart[]) =>
    ordered.map((part, i) => ({ ...part, eitherOrder: i > index ? (parts[i]!.eitherOrder ?? false) : false }));
  return [...inEveryOrder(rest(plain)), ...inEveryOrder(rest(turned))];
}
