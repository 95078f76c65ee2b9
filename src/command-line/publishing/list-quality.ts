import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createScorer } from '../../engine/score-posting.ts';
import { compileRules, type EnginePacks } from '../../packs/compile-rules.ts';
import type { Packs, RuleSet } from '../../packs/pack-files.ts';
import { parseRuleFile, type RuleFault } from '../../packs/parse-rule-file.ts';
import { selfTest } from '../../sync/self-test.ts';
import type { LabelledAdvert } from '../learning/labelled-adverts.ts';
import { countPhrases } from './phrase-counts.ts';
import { placeOf } from './place-of.ts';

/** A phrase that stands in more of the honest adverts of its language than this says nothing against an advert. */
export const MOST_HONEST_SHARE = 0.5;
/** Nor does one of so many honest adverts that stands in fewer risky ones. */
const LEANING_SHARE = 0.35;
/** Fewer adverts than this prove nothing. */
const LEAST_ADVERTS = 10;
/** Shares over the corpus beyond which a list is broken; it is a hard corpus, so ordinary adverts fare far better. */
export const CEILINGS = { honestWarned: 0.16, honestRed: 0.05, luresMissed: 0.2 };

const isWarned = (level: string): boolean => level === 'caution' || level === 'high';

/** Phrases that stand in ordinary honest adverts, with the adverts. */
export function commonPhrases(packs: EnginePacks, adverts: LabelledAdvert[], folder: string): RuleFault[] {
  const honest = new Map<string, number>();
  for (const { lang, label } of adverts) if (label === 'legit') honest.set(lang, (honest.get(lang) ?? 0) + 1);
  const faults: RuleFault[] = [];
  for (const { signal, language, index, phrase, honest: ids, risky } of countPhrases(packs, adverts)) {
    const all = honest.get(language) ?? 0;
    const most = risky < ids.length ? LEANING_SHARE : MOST_HONEST_SHARE;
    if (all < LEAST_ADVERTS || ids.length / all <= most) continue;
    const file = `signals/${signal}.yaml`;
    const parsed = parseRuleFile(file, readFileSync(join(folder, file), 'utf8'));
    faults.push({
      file: `rules/${file}`,
      line: parsed.ok ? parsed.parsed.lineOf(['phrases', language, index]) : 1,
      message: `phrases.${language}: "${phrase}" stands in ${ids.length} of ${all} honest adverts (such as ${ids.slice(0, 3).join(', ')}); expected words that honest adverts do not use`,
    });
  }
  return faults;
}

/** The same phrase twice under one sign: the second says nothing and hides mistakes. */
export function repeatedPhrases(rules: RuleSet, folder: string): RuleFault[] {
  const faults: RuleFault[] = [];
  for (const { id, phrases = {} } of rules.signals) {
    for (const [language, list] of Object.entries(phrases)) {
      const seen = new Map<string, number>();
      for (const [index, phrase] of list.entries()) {
        const key = String(phrase).normalize('NFKC').toLowerCase().trim();
        const first = seen.get(key);
        if (first === undefined) {
          seen.set(key, index);
          continue;
        }
        const file = `signals/${id}.yaml`;
        const parsed = parseRuleFile(file, readFileSync(join(folder, file), 'utf8'));
        const lineOf = (at: number): number => (parsed.ok ? parsed.parsed.lineOf(['phrases', language, at]) : 1);
        faults.push({
          file: `rules/${file}`,
          line: lineOf(index),
          message: `phrases.${language}: "${phrase}" stands already on line ${lineOf(first)}; expected each phrase once`,
        });
      }
    }
  }
  return faults;
}

/** Hosts so wide that the rule would read pages of other people. */
export function wideHosts(rules: RuleSet, folder: string): RuleFault[] {
  const isName = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(\/.*)?$/;
  const isEnding = /^\*\.(com|org|net|co)(\.\w\w)?$/;
  return rules.sites
    .flatMap(({ hosts }) => hosts)
    .filter((host) => !isName.test(host) || isEnding.test(host))
    .map((host) => ({
      ...placeOf(folder, 'sites', host),
      message: `hosts: "${host}" takes in more than one site; expected a name such as "*.example.com"`,
    }));
}

/** Help that nobody could use. */
export function helpWithoutContact(rules: RuleSet, folder: string): RuleFault[] {
  return rules.help
    .flatMap(({ entries }) => entries)
    .filter(({ phones, shortCode, url, email, messaging, note }) =>
      [phones?.[0], shortCode, url, email, messaging, note].every((way) => !way),
    )
    .map(({ id }) => ({
      ...placeOf(folder, 'help', `id: ${id}`),
      message: `${id}: expected a number, an address, a page, or a note that says what to do`,
    }));
}

/** What the list as a whole does to the corpus: silent or shouting lists are broken, however well formed their files are. */
export function corpusFaults(packs: Packs, adverts: LabelledAdvert[]): RuleFault[] {
  const rules = compileRules(packs);
  const fault = (message: string): RuleFault => ({ file: 'rules', line: 1, message });
  const wrong = selfTest(rules);
  const faults = wrong ? [fault(wrong)] : [];
  const score = createScorer(rules);
  const levels = adverts.map(({ label, posting }) => ({ label, level: score(posting).level }));
  const share = (label: string, test: (level: string) => boolean): number => {
    const group = levels.filter((row) => row.label === label);
    return group.length === 0 ? 0 : group.filter((row) => test(row.level)).length / group.length;
  };
  const limits: [string, number, number][] = [
    ['honest adverts are warned about', share('legit', isWarned), CEILINGS.honestWarned],
    ['honest adverts are shown in red', share('legit', (level) => level === 'high'), CEILINGS.honestRed],
    ['lures are missed', share('lure', (level) => !isWarned(level)), CEILINGS.luresMissed],
  ];
  for (const [what, found, most] of limits)
    if (found > most)
      faults.push(fault(`${(100 * found).toFixed(1)} % of ${what}; expected at most ${(100 * most).toFixed(0)} %`));
  return faults;
}
