import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES_FOLDER } from '../../src/command-line/read-rules.ts';
import { neverListed } from '../../src/packs/never-listed.ts';
import { parseRuleFile } from '../../src/packs/parse-rule-file.ts';
import { checkedIndicators, checkListed } from '../../src/packs/validate-indicators.ts';
import { createValidator, type RuleSchemas } from '../../src/packs/validate-rules.ts';
import { isMistypedWallet } from '../../src/packs/wallet-checksum.ts';

const schema = JSON.parse(readFileSync(join(RULES_FOLDER, 'schema/indicators.json'), 'utf8')) as object;
const validate = createValidator({ indicators: schema } as RuleSchemas);

const HEAD = `sourceClass: police
source:
  title: Notice 17
  url: https://office.example/17
added: "2026-11-22"
entries:
`;

function parse(text: string, file = 'rules/indicators/notice.yaml') {
  const result = parseRuleFile(file, text);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.parsed;
}

function faults(text: string): string[] {
  return validate('indicators', parse(text)).map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

describe('files of listed addresses', () => {
  it('are as the folder shows them', () => {
    const readme = readFileSync(join(RULES_FOLDER, 'indicators/README.md'), 'utf8');
    const example = /```yaml\n([\s\S]*?)```/.exec(readme)![1]!;
    expect(faults(example)).toEqual([]);
    expect(checkedIndicators(parse(example)).map(({ canonical }) => canonical)).toEqual([
      'telegram:example_hr88',
      'phone:+12025550143',
      'phone:+85512345678',
      'domain:jobs-office.example',
      'email:hr@jobs-office.example',
    ]);
  });

  it.each([
    ['a value that is none', '  - kind: telegram\n    value: "@ab"\n', '8: entries.0.value: not a Telegram name'],
    [
      'a number without its country',
      '  - kind: phone\n    value: 012 345 678\n',
      '8: entries.0.value: a number without "+"',
    ],
    [
      'a service that thousands share',
      '  - kind: domain\n    value: forms.gle\n',
      '8: entries.0.value: forms.gle is shared by many',
    ],
    [
      'a mistyped wallet',
      '  - kind: wallet\n    value: 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb\n',
      '8: entries.0.value: the checksum of this wallet',
    ],
    ['an unknown kind', '  - kind: person\n    value: Somebody\n', '7: entries.0.kind: expected one of telegram'],
    [
      'an unknown key',
      '  - kind: domain\n    value: a-b.example\n    name: Somebody\n',
      '9: entries.0: unknown key "name"',
    ],
    ['no value', '  - kind: domain\n', '7: entries.0: "value" is missing'],
    [
      'a day that is none',
      '  - kind: domain\n    value: a-b.example\n    added: "2026-13-40"\n',
      '9: entries.0.added: expected the day',
    ],
    [
      'an end before the beginning',
      '  - kind: domain\n    value: a-b.example\n    expires: "2026-11-01"\n',
      '9: entries.0.expires: is before',
    ],
    [
      'an end years away',
      '  - kind: domain\n    value: a-b.example\n    expires: "2029-11-01"\n',
      '9: entries.0.expires: more than 366 days',
    ],
    [
      'a removal before the beginning',
      '  - kind: domain\n    value: a-b.example\n    removed: "2026-11-01"\n',
      '9: entries.0.removed: is before',
    ],
    [
      'a company that only the press names',
      '  - kind: company\n    value: Example Listed Trading\n    sourceClass: press\n',
      '7: entries.0.kind: a company is listed only',
    ],
    [
      'a source without an address',
      '  - kind: domain\n    value: a-b.example\n    source:\n      title: Somebody told me\n      url: none\n',
      '10: entries.0.source: expected a title',
    ],
  ])('name file and line of %s', (_what, entries, message) => {
    expect(faults(HEAD + entries)[0]).toContain(`rules/indicators/notice.yaml:${message}`);
  });

  it('need a class and a source, for the file or for each entry', () => {
    const found = faults('entries:\n  - kind: domain\n    value: a-b.example\n').join('\n');
    expect(found).toContain(':2: entries.0.sourceClass: is missing');
    expect(found).toContain(':2: entries.0.source: expected a title');
    expect(found).toContain(':2: entries.0.added: expected the day');
  });
});

describe('all files of listed addresses together', () => {
  const entriesOf = (entries: string, file: string) => checkedIndicators(parse(HEAD + entries, file));
  const never = neverListed({
    employers: [{ id: 'big-firm', names: ['Big Firm'], domains: ['big-firm.example'] }],
    help: [
      {
        country: 'KH',
        name: 'Cambodia',
        entries: [
          {
            id: 'line',
            name: 'Help line',
            kind: 'ngo',
            for: [],
            phones: ['012 999 888'],
            url: 'https://help.example/x',
            languages: [],
            source: { url: '' },
            verified: '',
            confidence: 'high',
          },
        ],
      },
    ],
    sites: [],
  });

  it('hold an address once for each source', () => {
    const one = entriesOf('  - kind: telegram\n    value: "@example_hr88"\n', 'rules/indicators/a.yaml');
    const other = entriesOf(
      '  - kind: domain\n    value: a-b.example\n  - kind: telegram\n    value: t.me/Example_HR88\n',
      'rules/indicators/b.yaml',
    );
    expect(checkListed([...one, ...other], never)).toEqual([
      { file: 'rules/indicators/b.yaml', line: 9, message: 'entries.1: stands already in rules/indicators/a.yaml:7' },
    ]);
  });

  it.each([
    ['phone', '+855 12 999 888', 'Help line'],
    ['domain', 'www.help.example', 'Help line'],
    ['domain', 'jobs.big-firm.example', 'a domain of Big Firm'],
    ['email', 'hr@big-firm.example', 'a domain of Big Firm'],
  ])('never name a %s of those who help, nor of known employers: %s', (kind, value, whose) => {
    const [fault] = checkListed(
      entriesOf(`  - kind: ${kind}\n    value: "${value}"\n`, 'rules/indicators/a.yaml'),
      never,
    );
    expect(fault?.message).toBe(`entries.0: is never listed: ${whose}`);
  });
});

describe('checksums of wallets', () => {
  it.each([
    '0x52908400098527886E0F7030069857D2E4169EE7',
    '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
    '0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
    '3P14159f73E4gFr7JterCCQh9QjiTjiZrG',
    'T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb',
    'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    'So11111111111111111111111111111111111111112',
  ])('%s is as it was made', (address) => {
    expect(isMistypedWallet(address)).toBe(false);
  });

  it.each([
    '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d35A',
    '0xfb6916095Ca1df60bB79Ce92cE3Ea74c37c5d359',
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
    'T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwc',
    'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T5',
  ])('%s has a wrong letter', (address) => {
    expect(isMistypedWallet(address)).toBe(true);
  });
});
