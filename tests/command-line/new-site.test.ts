import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { newSiteFiles, readNewSite } from '../../src/command-line/new-site.ts';
import { parseRuleFile } from '../../src/packs/parse-rule-file.ts';
import type { SiteRule } from '../../src/packs/site-rule.ts';

const ARGUMENTS = ['--site', 'jobquay', '--host', '*.jobquay.example', '--name', "Jobquay: people's board"];

describe('a new site', () => {
  test('has a rule that is valid as it stands, and a page with what is on it for each view', () => {
    const wanted = readNewSite([...ARGUMENTS, '--views', 'list,detail,feed,message']);
    if ('fault' in wanted) throw new Error(wanted.fault);
    const files = newSiteFiles(wanted, 2026);
    const rule = parse(files.get('rules/sites/jobquay.yaml')!) as SiteRule;
    expect(rule).toMatchObject({
      site: 'jobquay',
      name: "Jobquay: people's board",
      onRequest: true,
      experimental: true,
    });
    expect(rule.views.map(({ view }) => view)).toEqual(['list', 'detail', 'feed', 'message']);
    expect(parseRuleFile('sites/jobquay.yaml', files.get('rules/sites/jobquay.yaml')!)).toMatchObject({ ok: true });
    for (const { view } of rule.views) {
      expect(files.get(`tests/pages/fixtures/jobquay/${view}.html`)).toContain('<main>');
      const expected = JSON.parse(files.get(`tests/pages/fixtures/jobquay/${view}.json`)!);
      expect(expected).toMatchObject({ url: `https://www.jobquay.example/${view}` });
    }
  });

  test.each([
    ['no name', ['--host', 'a.example']],
    ['a name that leads elsewhere', ['--site', '../x', '--host', 'a.example']],
    ['a host that is an address', ['--site', 'x', '--host', 'https://a.example/']],
    ['every host', ['--site', 'x', '--host', '*']],
    ['an unknown view', [...ARGUMENTS, '--views', 'grid']],
    ['an unknown option', [...ARGUMENTS, '--force']],
  ])('%s is refused with the usage', (_, args) => {
    expect(readNewSite(args)).toMatchObject({ fault: expect.stringContaining('npm run new-site') });
  });
});
