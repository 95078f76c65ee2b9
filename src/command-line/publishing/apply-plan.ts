import type { Plan } from './publish-list.ts';
import { writeFiles } from './published-list.ts';
import { clearStaged, stage } from './staged-files.ts';

/**
 * Writes a plan that is complete; stages one whose first metadata file still lacks signatures. Gives an exit code: 0 when
 * the files are public, 3 when others have to sign first.
 */
export function applyPlan(folder: string, plan: Plan): number {
  const { files, missing } = plan;
  for (const { role, have, need } of missing) console.log(`The ${role} file has ${have} of ${need} signatures.`);
  if (missing.length > 0) {
    if (missing.some(({ role }) => role === 'timestamp' || role === 'snapshot'))
      throw new Error('The snapshot and timestamp keys are needed as well; nothing was written.');
    stage(folder, files);
    console.log(`Waiting in ${folder}/staged. The others run: npm run rules -- sign ${folder} --keys THEIR-KEYS`);
    return 3;
  }
  writeFiles(folder, files);
  clearStaged(folder);
  for (const [path, bytes] of files) console.log(`${path}  ${bytes.length} bytes`);
  return 0;
}
