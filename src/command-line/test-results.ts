import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';

/** What one stage of `npm test` found. */
export interface StageResult {
  stage: string;
  passed: number;
  failed: number;
  /** Names of tests that did not run: silence must never be taken for success. */
  skipped: string[];
}

/** The part of vitest's JSON report that is counted. */
interface VitestReport {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** Stages by the folder of the test file; anything else is a unit test. */
const STAGES: [folder: string, stage: string][] = [
  ['tests/architecture.test.ts', 'architecture'],
  ['tests/rules/', 'rules and their examples'],
  ['tests/pages/', 'saved pages'],
];

/**
 * Counts a vitest JSON report, by stage. A file that could not even be loaded counts as one failure, and so does a run
 * that left no report.
 */
export function readVitestReport(file: string, root: string, onlyStage?: string): StageResult[] {
  const results = new Map<string, StageResult>();
  const stageOf = (name: string): StageResult => {
    const path = relative(root, name).replaceAll('\\', '/');
    const stage = onlyStage ?? STAGES.find(([folder]) => path.startsWith(folder))?.[1] ?? 'unit tests';
    const result = results.get(stage) ?? { stage, passed: 0, failed: 0, skipped: [] };
    results.set(stage, result);
    return result;
  };
  if (!statSync(file, { throwIfNoEntry: false })) {
    return [{ stage: onlyStage ?? 'unit tests', passed: 0, failed: 1, skipped: [] }];
  }
  for (const suite of (JSON.parse(readFileSync(file, 'utf8')) as VitestReport).testResults) {
    const result = stageOf(suite.name);
    for (const { fullName, status } of suite.assertionResults) {
      if (status === 'passed') result.passed += 1;
      else if (status === 'failed') result.failed += 1;
      else result.skipped.push(fullName);
    }
    const hasFailure = suite.assertionResults.some(({ status }) => status === 'failed');
    if (suite.status === 'failed' && !hasFailure) result.failed += 1;
  }
  return [...results.values()];
}

/** The one line that closes `npm test`. */
export function closingLine(results: StageResult[]): string {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  const skipped = results.reduce((sum, result) => sum + result.skipped.length, 0);
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
