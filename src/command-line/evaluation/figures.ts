/** One measured figure beside its goal. */
export interface Figure {
  name: string;
  /** A share 0..1, or a plain number; NaN when there was nothing to measure. */
  value: number;
  /** What was counted, "183/192". */
  counted?: string;
  plain?: boolean;
  /** At least, or at most, in the unit of the value; without either there is no goal. */
  least?: number;
  most?: number;
}

/** Figures of one set of texts; `absent` names the file without which they were not measured. */
export type FigureSet = { name: string } & ({ figures: Figure[]; absent?: never } | { absent: string });

export type Goal = Pick<Figure, 'least' | 'most'>;

/** The share of rows for which a test holds. */
export function share<T>(name: string, rows: readonly T[], test: (row: T) => boolean, goal: Goal = {}): Figure {
  const count = rows.filter(test).length;
  return { name, value: count / rows.length, counted: `${count}/${rows.length}`, ...goal };
}

/** The group in which a share is lowest, named; of equal ones the larger group. */
export function worst<T>(
  name: string,
  rows: readonly T[],
  by: (row: T) => string,
  test: (row: T) => boolean,
  goal: Goal,
): Figure {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group) group.push(row);
    else groups.set(by(row), [row]);
  }
  const lowest = [...groups]
    .map(([key, group]) => ({ figure: share(`${name}: ${key}`, group, test, goal), size: group.length }))
    .sort((a, b) => a.figure.value - b.figure.value || b.size - a.size)[0];
  return lowest?.figure ?? { name, value: Number.NaN, ...goal };
}

export function isReached({ value, least, most }: Figure): boolean | undefined {
  if (least === undefined && most === undefined) return undefined;
  return value >= (least ?? Number.NEGATIVE_INFINITY) && value <= (most ?? Number.POSITIVE_INFINITY);
}

function written(value: number, plain: boolean | undefined): string {
  if (Number.isNaN(value)) return '–';
  return plain ? value.toFixed(3) : `${(100 * value).toFixed(value > 0 && value < 0.01 ? 2 : 1)} %`;
}

function line(figure: Figure): string {
  const { name, value, counted = '', plain, least, most } = figure;
  const goal = least !== undefined ? `≥ ${bare(least, plain)}` : most !== undefined ? `≤ ${bare(most, plain)}` : '';
  const reached = isReached(figure);
  const verdict = reached === undefined ? '' : reached ? 'reached' : 'NOT REACHED';
  return `  ${name.padEnd(46)}${written(value, plain).padStart(8)}  ${counted.padEnd(12)}${goal.padEnd(10)}${verdict}`.trimEnd();
}

function bare(goal: number, plain: boolean | undefined): string {
  return plain ? String(goal) : `${Number((100 * goal).toFixed(2))} %`;
}

/** Prints one set as a table of figure, count, goal and whether it is reached. */
export function printSet(set: FigureSet): void {
  console.log(`\n${set.name}`);
  if (set.absent !== undefined) console.log(`  not measured: ${set.absent} absent`);
  else for (const figure of set.figures) console.log(line(figure));
}
