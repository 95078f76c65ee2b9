import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/engine/verdict.ts';
import type { ScoredPosting } from '../../src/messages.ts';
import { isCounted } from '../../src/ui/counted-signs.ts';
import { explain } from '../../src/ui/explain.ts';
import { isOld, orderHelp, reportLinks } from '../../src/ui/explain-help.ts';
import { signCount } from '../../src/ui/explain-reasons.ts';
import { guessLanguage } from '../../src/ui/guess-language.ts';
import { english } from './english.ts';
import {
  ADVERTS,
  ARABIC,
  CHINESE,
  ENGLISH,
  HONEST,
  LITTLE,
  THAI,
  UNREAD,
  VIETNAMESE,
  WARNING,
} from './gallery/sample-adverts.ts';
import { HELP } from './gallery/sample-help.ts';
import { COMBINATIONS, SIGNALS } from './gallery/sample-words.ts';

const KINDS_AND_LEVELS = new Set(['cannot-read', 'warning-text', 'quoted-offer', 'advance-fee', 'scam-centre']);
const today = '2026-11-20';
const explained = (scored: ScoredPosting, home = 'KE') =>
  explain({ scored, signals: SIGNALS, combinations: COMBINATIONS, help: HELP, home, today }, english);

function withVerdict(scored: ScoredPosting, changes: Partial<ScoredPosting['verdict']>): ScoredPosting {
  return { ...scored, verdict: { ...scored.verdict, ...changes } };
}

describe('heading', () => {
  it('says how many signs were seen and from what they are known', () => {
    const { heading, levelName } = explained(ENGLISH);
    expect(heading).toBe('This advert shows 5 signs known from recruitment into scam centres');
    expect(levelName).toBe('Strong warning');
  });

  it('is about the kind of offer', () => {
    const kinds: Kind[] = [
      'none',
      'scam-centre',
      'advance-fee',
      'task',
      'identity',
      'mule',
      'impersonation',
      'quoted-offer',
      'warning-text',
    ];
    const headings = kinds.map((kind) => explained(withVerdict(ENGLISH, { kind })).heading);
    expect(new Set(headings).size).toBe(kinds.length);
  });

  it('tells doubt as doubt', () => {
    expect(explained(HONEST).heading).toBe('No known signs found. That is not proof.');
    expect(explained(LITTLE)).toMatchObject({
      levelName: 'Little found',
      heading: '1 sign seen, too little for a warning. That is not proof.',
    });
    expect(explained(UNREAD)).toMatchObject({ levelName: 'Could not read', heading: 'We could not read this advert' });
    expect(explained(CHINESE).lead).toContain('Honest adverts can show this too');
  });

  it('explains what scam centres are to those who never heard of them', () => {
    expect(explained(ENGLISH).lead).toContain('guarded places');
    expect(explained(THAI).lead).not.toContain('guarded places');
  });

  it('does not count a text about lures as one', () => {
    expect(explained(WARNING).heading).toBe('This text seems to warn about false job offers');
  });

  it('never says that an advert is safe or what it is', () => {
    for (const advert of ADVERTS) {
      const { heading, lead, levelName, actions } = explained(advert);
      expect([heading, lead, levelName, ...actions].join(' ')).not.toMatch(/\bsafe\b|is a scam|!/i);
    }
  });
});

describe('reasons', () => {
  it('quote the advert word for word', () => {
    for (const advert of ADVERTS) {
      const words = Object.values(advert.posting).join('\n');
      for (const reason of explained(advert).reasons) for (const quote of reason.quotes) expect(words).toContain(quote);
    }
  });

  it('compare the pay as people say it, with source and year', () => {
    const pay = explained(ENGLISH).reasons[0]!;
    expect(pay.fact).toBe(
      'About 4 times what this work usually pays in Thailand: around $2,400 a month here, around $580 usually (2024).',
    );
    expect(pay.sources[0]).toEqual({ title: 'Labour force survey', url: 'https://example.org/survey', date: '2024' });
  });

  it.each([
    [1.1, 'About what this work usually pays'],
    [1.5, 'About one and a half times'],
    [2, 'About twice'],
    [2.6, 'About 2.5 times'],
    [4.4, 'About 4 times'],
    [17.2, 'About 17 times'],
  ])('say a ratio of %d in words', (ratio, words) => {
    const [first, ...others] = ENGLISH.verdict.reasons;
    const scored = withVerdict(ENGLISH, { reasons: [{ ...first!, pay: { ...first!.pay!, ratio } }, ...others] });
    expect(explained(scored).reasons[0]!.fact).toMatch(new RegExp(`^${words}`));
  });

  it.each([
    ['2019-2023', '(2023).'],
    ['undated, about 2024', '(2024).'],
    ['unknown', 'usually.'],
  ])('print the year of a comparison of %s', (year, end) => {
    const [first] = ENGLISH.verdict.reasons;
    const scored = withVerdict(ENGLISH, { reasons: [{ ...first!, pay: { ...first!.pay!, year } }] });
    expect(explained(scored).reasons[0]!.fact!.endsWith(end)).toBe(true);
  });

  it('join signs read in the same words, and count them once', () => {
    const [first, second] = ENGLISH.verdict.reasons;
    const scored = withVerdict(ENGLISH, { reasons: [first!, { ...second!, spans: first!.spans }] });
    const { reasons, heading } = explained(scored);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]!.also).toEqual(['The work is in a place known for scam centres']);
    expect(reasons[0]!.weight).toBe(6);
    expect(heading).toContain('1 sign ');
    expect(signCount(scored.posting, scored.verdict, COMBINATIONS)).toBe(1);
  });

  it('count alike in the label beside the advert and in the heading', () => {
    for (const advert of ADVERTS) {
      const shown = explained(advert).reasons.filter(isCounted);
      expect(signCount(advert.posting, advert.verdict, COMBINATIONS)).toBe(shown.length);
    }
  });

  it('set signs side by side apart, then the text as a whole, and what speaks for the advert last', () => {
    const reasons = explained(
      withVerdict(ENGLISH, {
        reasons: [...HONEST.verdict.reasons.map((reason) => ({ ...reason, spans: [] })), ...ENGLISH.verdict.reasons],
      }),
    ).reasons;
    expect(reasons.at(-3)).toMatchObject({ together: true, quotes: [] });
    expect(reasons.at(-2)).toMatchObject({ whole: true, quotes: ['chat support agents', 'Hurry'] });
    expect(reasons.at(-1)).toMatchObject({ protective: true });
  });

  it('shorten a long quotation between words', () => {
    const text = 'word '.repeat(80).trim();
    const scored = {
      ...ENGLISH,
      posting: { text },
      verdict: {
        ...ENGLISH.verdict,
        reasons: [
          { signal: 'upfront-fee', weight: 1, spans: [{ field: 'text' as const, start: 0, end: text.length }] },
        ],
      },
    };
    const [quote] = explained(scored).reasons[0]!.quotes;
    expect(quote!.length).toBeLessThan(130);
    expect(quote).toMatch(/word …$/);
  });

  it('survive a list without texts', () => {
    const shown = explain(
      { scored: ENGLISH, signals: new Map(), combinations: new Map(), help: [], home: '', today },
      english,
    );
    expect(shown.reasons[0]!.label).toBe('A sign from the rule list');
  });
});

describe('marked words', () => {
  it('cover each quotation once, in order', () => {
    for (const advert of ADVERTS) {
      for (const field of Object.values(explained(advert).fields)) {
        let last = -1;
        for (const [start, end] of field?.marks ?? []) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(field!.text.length);
          last = end;
        }
      }
    }
  });

  it('leave out what speaks for the advert', () => {
    expect(explained(HONEST).fields.company?.marks).toEqual([]);
  });

  it('carry the language where the script tells it', () => {
    const texts = [VIETNAMESE, ARABIC, CHINESE, THAI, ENGLISH].map((advert) => guessLanguage(advert.posting.text));
    expect(texts).toEqual(['vi', 'ar', 'zh', 'th', undefined]);
    expect(guessLanguage('یہ نوکری اچھی ہے اور تنخواہ بہت زیادہ ہے')).toBe('ur');
    expect(guessLanguage('Office in Bangkok กทม')).toBeUndefined();
  });
});

describe('what to do now', () => {
  it('is three things, all different', () => {
    for (const advert of ADVERTS.filter((advert) => advert.verdict.kind !== 'warning-text')) {
      for (const home of ['', 'KE', 'TH']) {
        const { actions } = explained(advert, home);
        expect(new Set(actions).size).toBe(3);
      }
    }
  });

  it('begins with the register of the person’s country, linked', () => {
    const { actions, actionLinks } = explained(ENGLISH, 'KE');
    expect(actions[0]).toContain('official register');
    expect(actionLinks?.[0]?.url).toBe('https://example.org/register');
  });

  it('begins with something else where no register is known', () => {
    expect(explained(ENGLISH, '').actions[0]).toContain('Golden River International');
    expect(explained(VIETNAMESE, 'VN').actions[0]).toContain('Cambodia');
  });

  it('answers the kind and the strongest sign', () => {
    expect(explained(ENGLISH).actions[1]).toContain('embassy of Thailand');
    expect(explained(withVerdict(THAI, { kind: 'task' })).actions.join()).toContain('Put no money in');
    expect(explained(withVerdict(THAI, { kind: 'mule' })).actions.join()).toContain('bank account');
    expect(explained(UNREAD).actions[0]).toContain('Check a text');
  });

  it('knows signals by names that the rules have', () => {
    const source = readFileSync(new URL('../../src/ui/explain-actions.ts', import.meta.url), 'utf8');
    const named = [...source.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)]
      .map((match) => match[1]!)
      .filter((id) => !KINDS_AND_LEVELS.has(id));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((id) => !existsSync(new URL(`../../rules/signals/${id}.yaml`, import.meta.url)))).toEqual([]);
  });

  it('sends people to someone they trust whenever there is a warning', () => {
    for (const advert of [ENGLISH, VIETNAMESE, ARABIC, CHINESE, THAI])
      expect(explained(advert).actions[2]).toContain('someone you trust');
  });
});

describe('who to ask or tell', () => {
  it('names the platform on which the advert stands, then the person’s country', () => {
    expect(explained(ENGLISH).report.map((link) => link.label)).toEqual([
      'Facebook: report a post, profile, page or photo',
      'Police cybercrime desk',
    ]);
    expect(explained(ENGLISH, '').report).toHaveLength(1);
    expect(reportLinks(HELP, { text: '', url: 'https://notfacebook.com/' }, '')).toEqual([]);
    expect(reportLinks(HELP, { text: '', url: 'https://m.facebook.com/x' }, '')).toHaveLength(1);
  });

  it('sorts contacts by nearness and says which are old', () => {
    const help = explained(ENGLISH).help;
    expect(help.map((shown) => `${shown.relation} ${shown.entry.id}`)).toEqual([
      'from ke-line',
      'from ke-police',
      'from ke-embassy',
      'to th-line',
    ]);
    expect(help.filter((shown) => shown.old).map((shown) => shown.entry.id)).toEqual(['ke-police']);
  });

  it('shows no country twice when the job is at home', () => {
    const help = orderHelp(HELP, { home: 'TH', destinations: ['TH'], today });
    expect(help.map((shown) => shown.relation)).toEqual(['from', 'any']);
  });

  it.each([
    ['2024-11-20', false],
    ['2024-11-19', true],
    ['2024-11', false],
    ['2024-10', true],
    ['2024', false],
    ['2023', true],
    ['', true],
  ])('counts a source of %s as old: %s', (verified, old) => {
    expect(isOld({ verified }, today)).toBe(old);
  });

  it('counts a source without a date as old', () => {
    expect(isOld({ verified: '2026-01', undated: true }, today)).toBe(true);
  });
});

describe('lists', () => {
  const fact = {
    kind: 'telegram' as const,
    sourceClass: 'police' as const,
    source: { title: 'Police notice 14', url: 'https://police.example/14' },
    added: '2026-09-03',
    expires: '2027-03-02',
    list: '',
  };
  const listed = (...indicators: (typeof fact)[]) =>
    explain(
      {
        scored: withVerdict(ENGLISH, {
          reasons: [{ signal: 'known-indicator', weight: 4, spans: [], indicators }],
        }),
        signals: SIGNALS,
        combinations: COMBINATIONS,
        lists: new Map([['list-1', 'Shore watch']]),
        help: HELP,
        home: 'KE',
        today,
      },
      english,
    ).reasons[0]!;

  it('names the source of a listed address, its date and its end', () => {
    const reason = listed(fact, { ...fact, source: { title: 'Court file', url: 'https://court.example/' } });
    expect(reason.fact).toBe(
      'Named by “Police notice 14”. On the list since September 2026; it counts until March 2027.',
    );
    expect(reason.sources.map(({ title }) => title)).toEqual(['Police notice 14', 'Court file']);
    expect(reason.sources[0]!.date).toBe('2026-09-03');
    expect(reason.fromList).toBeUndefined();
  });

  it('names the subscription that lists an address', () => {
    expect(listed({ ...fact, list: 'list-1' }).fromList).toBe('Shore watch');
  });

  it('names the subscription that brings a sign; ours stands first where both read the same words', () => {
    const ours = ENGLISH.verdict.reasons[0]!;
    const signals = new Map([
      ...SIGNALS,
      [
        'shore-x',
        {
          ...SIGNALS.get(ours.signal)!,
          id: 'shore-x',
          text: { en: { label: 'Theirs', why: '' } },
          fromList: 'Shore watch',
        },
      ],
    ]);
    const scored = withVerdict(ENGLISH, { reasons: [{ ...ours, signal: 'shore-x', weight: 9 }, ours] });
    const { reasons } = explain({ scored, signals, combinations: COMBINATIONS, help: HELP, home: '', today }, english);
    expect(reasons[0]).toMatchObject({ signal: ours.signal, also: ['Theirs (Shore watch)'] });
    const alone = withVerdict(ENGLISH, { reasons: [{ ...ours, signal: 'shore-x' }] });
    const shown = explain({ scored: alone, signals, combinations: COMBINATIONS, help: HELP, home: '', today }, english);
    expect(shown.reasons[0]!.fromList).toBe('Shore watch');
  });

  it('put contacts of a subscription behind ours, with its name', () => {
    const more = { ...HELP.find(({ country }) => country === 'KE')!, list: 'Shore watch' };
    const shown = orderHelp([more, ...HELP], { home: 'KE', destinations: [], today }).filter(
      ({ relation }) => relation === 'from',
    );
    const from = shown.map(({ fromList }) => fromList);
    expect(from).toContain('Shore watch');
    expect(from.indexOf('Shore watch')).toBeGreaterThan(from.lastIndexOf(undefined));
  });
});
