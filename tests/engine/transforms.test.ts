import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type LabelledAdvert, readLabelled } from '../../src/command-line/learning/labelled-adverts.ts';
import { readPacks } from '../../src/command-line/read-rules.ts';
import type { Posting } from '../../src/engine/posting.ts';
import { createScorer } from '../../src/engine/score-posting.ts';
import { compileRules } from '../../src/packs/compile-rules.ts';
import { EVASIONS, type Evasion, seeded } from './evasions.ts';

const FILE = fileURLToPath(new URL('../../../shared/corpus/adverts-dev.jsonl', import.meta.url));
const isThere = existsSync(FILE);

/** Most warnings that a way of writing may cost, and most honest adverts that it may add, as shares of all. */
const MOST_LOST = 0.02;
const MOST_ADDED = 0.02;

/** Where two in a hundred are not reached: the bound that is, and why it is no lower. */
const LOOSER: Record<string, { lost?: number; added?: number; why: string }> = {
  'spaced letters': {
    lost: 0.025,
    added: 0.025,
    why: 'Words of one or two letters stay apart, which Burmese is full of: three of 129 are lost. What speaks for an honest advert is hidden with the rest: three of 133 are warned instead of two.',
  },
  'letters stretched': {
    added: 0.025,
    why: 'What speaks for an honest advert is hidden with the rest: three of 133.',
  },
};

const adverts = isThere ? readLabelled(FILE) : [];
const score = createScorer(compileRules(readPacks()));

function isWarned(posting: Posting): boolean {
  const { level } = score(posting);
  return level === 'caution' || level === 'high';
}

/** The advert as a poster who hides would write it, or undefined when nothing in it changes. */
function written({ id, posting }: LabelledAdvert, evasion: Evasion): Posting | undefined {
  const random = seeded(id + evasion.name);
  const title = posting.title && evasion.apply(posting.title, random);
  const text = evasion.apply(posting.text, random);
  return title === posting.title && text === posting.text ? undefined : { ...posting, title, text };
}

describe.skipIf(!isThere)('ways of hiding words (skipped without ../shared/corpus/adverts-dev.jsonl)', () => {
  const lures = adverts.filter(({ label, posting }) => label === 'lure' && isWarned(posting));
  const honest = adverts.filter(({ label }) => label === 'legit');
  const calm = honest.filter(({ posting }) => !isWarned(posting));

  it.each(EVASIONS.map((evasion) => [evasion.name, evasion] as const))('%s', (name, evasion) => {
    const isLost = (advert: LabelledAdvert): boolean => {
      const posting = written(advert, evasion);
      return posting !== undefined && !isWarned(posting);
    };
    const isAdded = (advert: LabelledAdvert): boolean => {
      const posting = written(advert, evasion);
      return posting !== undefined && isWarned(posting);
    };
    const lost = lures.filter(isLost).map(({ id }) => id);
    const added = calm.filter(isAdded).map(({ id }) => id);
    const bound = LOOSER[name];
    expect(lost.length, `no longer warned: ${lost}`).toBeLessThanOrEqual((bound?.lost ?? MOST_LOST) * lures.length);
    expect(added.length, `newly warned: ${added}`).toBeLessThanOrEqual((bound?.added ?? MOST_ADDED) * honest.length);
  });
});
