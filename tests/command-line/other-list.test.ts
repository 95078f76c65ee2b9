import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readAndBuild } from '../../src/command-line/publishing/rules-build.ts';
import { lintRules } from '../../src/command-line/publishing/rules-lint.ts';
import { capHelp, capSignals } from '../../src/packs/cap-subscription.ts';
import { checkPack } from '../../src/packs/check-pack.ts';
import { readListCard } from '../../src/packs/list-card.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'other-list-'));
  for (const name of ['signals', 'help']) mkdirSync(join(folder, name));
  write('list.yaml', 'prefix: shore\nname: Shore\nby: Seafarers of the coast\n');
  write('signals/shore-false-visa.yaml', SIGNAL);
  write('help/ph.yaml', HELP);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, words: string): void => writeFileSync(join(folder, name), words);

const SIGNAL = `id: shore-false-visa
name: Transit visa for work
group: terms
strength: medium
weight: 1
detector: phrases
text:
  en: { label: A transit visa is to be used for work, why: Crews were stranded this way. }
sources:
  - { title: Example, url: 'https://example.org/' }
phrases:
  en:
    - "transit visa ~3 {pay}"
examples:
  hits:
    - { lang: en, text: transit visa with salary }
    - { lang: en, text: transit visa and salary }
    - { lang: en, text: transit visa for salary }
  misses:
    - { lang: en, text: transit }
    - { lang: en, text: visa }
    - { lang: en, text: salary }
`;

const HELP = `country: PH
name: Philippines
entries:
  - id: shore-line
    name: Shore line
    kind: ngo
    for: [trapped-abroad]
    phones: ['+63 2 555 0100']
    languages: [en, tl]
    source: { url: 'https://example.org/' }
    verified: '2026-11'
    confidence: medium
`;

test('an organisation writes a card and its own signs; the packs hold nothing that clients would leave out', () => {
  expect(lintRules(folder, false)).toEqual([]);
  const { files } = readAndBuild({ rules: folder, version: '2026.11.22', date: '2026-11-22' });
  expect([...files.keys()]).toEqual(['signals.json', 'help.json']);
  const packs = ['signals', 'help'].map((id) => {
    const { bytes } = files.get(`${id}.json`)!;
    expect(checkPack(id as 'signals', bytes).ok).toBe(true);
    return JSON.parse(new TextDecoder().decode(bytes)) as { list: unknown; words?: unknown[] };
  });
  const card = readListCard(packs[0]!.list)!;
  expect(card).toEqual({ prefix: 'shore', name: 'Shore', by: 'Seafarers of the coast' });
  const signals = capSignals(packs[0], card, () => true);
  expect(signals.leftOut).toEqual([]);
  expect(signals.signals.map(({ id }) => id)).toEqual(['shore-false-visa']);
  expect(capHelp(packs[1], card)).toMatchObject({ leftOut: [], help: [{ country: 'PH' }] });
  expect(packs[0]!.words).toEqual([]);
}, 60_000);

test('what clients would leave out is named before it is published', () => {
  write('signals/false-visa.yaml', SIGNAL.replaceAll('shore-', ''));
  write(
    'signals/shore-good.yaml',
    SIGNAL.replace('shore-false-visa', 'shore-good')
      .replace('weight: 1', 'weight: -1')
      .replace('group: terms', 'group: protective'),
  );
  write('help/ph.yaml', HELP.replace('kind: ngo', 'kind: police'));
  expect(lintRules(folder, false)).toEqual([
    { file: 'rules/signals/false-visa.yaml', line: 1, message: 'false-visa: expected an id that begins with "shore-"' },
    expect.objectContaining({
      file: 'rules/signals/shore-good.yaml',
      message: expect.stringContaining('weight above 0'),
    }),
    expect.objectContaining({
      file: 'rules/help/ph.yaml',
      line: 4,
      message: expect.stringContaining('people who help'),
    }),
  ]);
}, 60_000);

test('a card without a name is no card', () => {
  write('list.yaml', 'prefix: lurewatch\nname: Us\nby: Nobody\n');
  expect(lintRules(folder, false)).toMatchObject([{ file: 'list.yaml', line: 1 }]);
});
