import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closingLine, readVitestReport } from '../../src/command-line/test-results.ts';

function report(testResults: object[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'lurewatch-')), 'report.json');
  writeFileSync(file, JSON.stringify({ testResults }));
  return file;
}

const assertion = (fullName: string, status: string) => ({ fullName, status });

test('tests are counted by stage, and what did not run is named', () => {
  const file = report([
    {
      name: '/r/tests/storage/a.test.ts',
      status: 'passed',
      assertionResults: [assertion('one', 'passed'), assertion('two', 'pending')],
    },
    {
      name: '/r/tests/pages/b.test.ts',
      status: 'failed',
      assertionResults: [assertion('three', 'failed'), assertion('four', 'passed')],
    },
  ]);
  const results = readVitestReport(file, '/r');
  expect(results).toEqual([
    { stage: 'unit tests', passed: 1, failed: 0, skipped: ['two'] },
    { stage: 'saved pages', passed: 1, failed: 1, skipped: [] },
  ]);
  expect(closingLine(results)).toBe('2 passed, 1 failed, 1 skipped');
});

test('a file that could not be loaded and a run without a report are failures', () => {
  const broken = report([{ name: '/r/tests/x.test.ts', status: 'failed', assertionResults: [] }]);
  expect(readVitestReport(broken, '/r')).toMatchObject([{ failed: 1 }]);
  expect(readVitestReport('/nowhere/report.json', '/r', 'end to end')).toMatchObject([
    { stage: 'end to end', failed: 1 },
  ]);
});

test('the closing line says nothing of what there was none of', () => {
  expect(closingLine([{ stage: 'types', passed: 1, failed: 0, skipped: [] }])).toBe('1 passed, 0 failed');
});
