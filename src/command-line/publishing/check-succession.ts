import { compareVersions } from '../../packs/list-version.ts';
import type { ListFiles } from './build-list.ts';
import type { Published } from './published-list.ts';

/**
 * What speaks against a list following the published one: a pack that lost half of its bytes or vanished (a folder that
 * was not read, a merge that went wrong), or a version that went back, which clients would take for the older list.
 */
export function checkSuccession(files: ListFiles, { targets }: Published): string[] {
  const faults: string[] = [];
  for (const [name, before] of targets?.metadata.signed.targets ?? []) {
    const now = files.get(name);
    if (!now) {
      faults.push(`${name} was published and is no longer built.`);
      continue;
    }
    if (now.bytes.length < before.length / 2)
      faults.push(`${name} shrank from ${before.length} to ${now.bytes.length} bytes.`);
    const [was, is] = [String(before.custom.version ?? ''), String(now.custom.version)];
    if (compareVersions(is, was) < 0) faults.push(`${name} goes back from version ${was} to ${is}.`);
  }
  return faults;
}
