import { describe, expect, it } from 'vitest';
import { readPacks } from '../../../src/command-line/read-rules.ts';
import type { SourceClass } from '../../../src/engine/indicators/indicator-kinds.ts';
import type { IndicatorLookup } from '../../../src/engine/indicators/indicator-lookup.ts';
import { findKnownIndicators } from '../../../src/engine/indicators/known-indicators.ts';
import { createMatcher } from '../../../src/engine/matcher.ts';
import type { Posting } from '../../../src/engine/posting.ts';
import { readPosting } from '../../../src/engine/reading.ts';
import { levelOf, type WeighedReason } from '../../../src/engine/score.ts';
import { createScorer } from '../../../src/engine/score-posting.ts';
import { compileRules } from '../../../src/packs/compile-rules.ts';
import type { IndicatorEntry } from '../../../src/packs/indicator-rule.ts';
import { lookupOf } from './test-list.ts';

const rules = compileRules(readPacks());
const plain = createScorer(rules);

/** An advert in which nothing else is seen. */
const ORDINARY = 'Warehouse assistant, day shift, in our depot near the harbour.';

function judge(posting: Posting, lookup: IndicatorLookup = lookupOf()) {
  const verdict = createScorer(rules, [], rules.version, lookup)(posting);
  return { ...verdict, known: verdict.reasons.find(({ signal }) => signal === 'known-indicator') };
}

const listed = (
  sourceClass: IndicatorEntry['sourceClass'],
  kind: IndicatorEntry['kind'] = 'domain',
  value = 'listed.example',
) => lookupOf([{ kind, value, sourceClass }]);

function findCounts(sourceClass: SourceClass) {
  const posting = { text: 'www.listed.example' };
  const reading = readPosting(posting, rules, createMatcher(rules.matcher));
  return findKnownIndicators(listed(sourceClass), reading, posting, rules, [])!;
}

describe('a listed address', () => {
  it('is a reason that names list, source and dates, on the very words', () => {
    const text = `${ORDINARY} Apply at https://www.sunrise-careers.example/apply today.`;
    const { known } = judge({ text });
    expect(known?.indicators).toEqual([
      {
        kind: 'domain',
        sourceClass: 'police',
        source: { title: 'Test police list', url: 'https://police.example/list' },
        added: '2026-11-10',
        expires: '2027-05-09',
        list: '',
      },
    ]);
    expect(known?.spans.map(({ start, end }) => text.slice(start, end))).toEqual(['www.sunrise-careers.example']);
  });

  it('changes nothing where nothing is listed, and where there is no list', () => {
    const text = `${ORDINARY} Apply at https://www.another-office.example/apply today.`;
    expect(judge({ text })).toMatchObject(plain({ text }));
    expect(judge({ text }, lookupOf([]))).toMatchObject(plain({ text }));
  });

  it.each(['police', 'court', 'regulator'] as const)(
    'of the class %s is caution by itself, never red',
    (sourceClass) => {
      expect(judge({ text: `${ORDINARY} www.listed.example` }, listed(sourceClass)).level).toBe('caution');
      const short = judge({ text: 'Job! www.listed.example' }, listed(sourceClass));
      expect(short.level).toBe('caution');
    },
  );

  it.each(['platform', 'ngo', 'press', 'report'] as const)(
    'of the class %s gives no warning by itself',
    (sourceClass) => {
      const { level, known } = judge({ text: `${ORDINARY} www.listed.example` }, listed(sourceClass));
      expect(known).toBeDefined();
      expect(level).toBe('none');
    },
  );

  it('weighs by who vouches for it', () => {
    const text = `${ORDINARY} www.listed.example`;
    const weights = (['police', 'ngo', 'press', 'report'] as const).map(
      (sourceClass) => judge({ text }, listed(sourceClass)).known!.weight,
    );
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(new Set(weights).size).toBe(4);
  });

  it('of an official source is red beside one sign of another kind, others need two', () => {
    const reason = (signal: string, group: string, counts?: number) =>
      ({ signal, group, counts, weight: 2, spans: [], alone: false, kinds: {} }) as unknown as WeighedReason;
    const { counts } = findCounts('police');
    expect(counts).toBe(2);
    expect(findCounts('ngo').counts).toBe(1);
    const official = reason('known-indicator', 'contact', counts);
    const told = reason('known-indicator', 'contact');
    const level = (...reasons: WeighedReason[]) => levelOf(0.99, reasons, 'high', rules.scoring);
    expect(level(official)).toBe('caution');
    expect(level(official, reason('vague-duties', 'contact'))).toBe('caution');
    expect(level(official, reason('vague-duties', 'offer'))).toBe('high');
    expect(level(told)).toBe('none');
    expect(level(told, reason('vague-duties', 'offer'))).toBe('caution');
    expect(level(told, reason('vague-duties', 'offer'), reason('work-abroad', 'place'))).toBe('high');
  });

  it('under a company name is a weak sign, for two firms may bear it', () => {
    const lookup = listed('regulator', 'company', 'Example Listed Trading Co., Ltd.');
    const { level, known } = judge({ text: ORDINARY, company: 'EXAMPLE LISTED TRADING SDN BHD' }, lookup);
    expect(known?.weight).toBeLessThan(
      judge({ text: `${ORDINARY} www.listed.example` }, listed('police')).known!.weight,
    );
    expect(level).not.toBe('high');
    expect(judge({ text: 'Sales work at Example Listed Trading Co., Ltd. in town' }, lookup).known).toBeDefined();
  });

  it('does not count after its day', () => {
    const text = `${ORDINARY} www.sunrise-careers.example`;
    expect(judge({ text }, lookupOf(undefined, { today: '2027-05-09' })).known).toBeDefined();
    expect(judge({ text }, lookupOf(undefined, { today: '2027-05-10' })).known).toBeUndefined();
  });

  it('of a subscription counts as told by an organisation, whatever class it claims', () => {
    const text = `${ORDINARY} www.sunrise-careers.example`;
    const { level, known } = judge({ text }, lookupOf(undefined, { id: 'help-desk', subscribed: true }));
    expect(level).toBe('none');
    expect(known?.indicators).toMatchObject([{ sourceClass: 'ngo', list: 'help-desk' }]);
  });

  it('is never a known employer, whatever a list says', () => {
    const lookup: IndicatorLookup = {
      size: 1,
      find: () => [
        { kind: 'domain', sourceClass: 'police', source: { title: '', url: '' }, added: '', expires: '', list: '' },
      ],
    };
    expect(judge({ text: 'Vacancies at https://www.amazon.jobs/en' }, lookup).known).toBeUndefined();
    expect(judge({ text: 'Vacancies at https://www.accenture.com/careers' }, lookup).known).toBeUndefined();
  });

  it('in a text that warns of it never turns red', () => {
    const text =
      'Police warning: beware of fake job offers. Do not answer this number, it belongs to a scam: WhatsApp +1 202 555 0143. Victims were trafficked. Report it to the police.';
    expect(judge({ text }).level).not.toBe('high');
  });

  it('is found in the address of the channel that published the advert', () => {
    const lookup = lookupOf([{ kind: 'telegram', value: '@example_listed_jobs' }]);
    expect(judge({ text: ORDINARY, url: 'https://t.me/s/example_listed_jobs' }, lookup).known).toMatchObject({
      spans: [],
    });
  });
});
