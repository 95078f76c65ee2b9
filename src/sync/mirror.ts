import { type Downloaded, type DownloadRequest, download } from './download.ts';
import type { RoleName } from './metadata.ts';
import { attack, type Result } from './sync-error.ts';
import type { SyncOptions } from './sync-options.ts';

/** One mirror, and what a sync against it needs. */
export interface Mirror {
  url: string;
  options: SyncOptions;
}

export async function get(mirror: Mirror, path: string, request: DownloadRequest): Promise<Result<Downloaded>> {
  const { fetch, clock, signal } = mirror.options;
  const base = mirror.url.endsWith('/') ? mirror.url : `${mirror.url}/`;
  return download(base + path, request, { fetch, clock, signal });
}

/** A file whose existence is signed. */
export async function getNamed(
  mirror: Mirror,
  path: string,
  request: Omit<DownloadRequest, 'known'>,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const result = await get(mirror, path, request);
  if (!result.ok) return result;
  if (result.value.got === 'bytes') return { ok: true, value: result.value.bytes };
  // TUF 1.5.2, malicious mirrors preventing updates: the signed metadata says that the file exists.
  return attack('malicious-mirror', request.role, `The mirror withholds ${path}, which the signed metadata names.`);
}

/** The step is told before the request is made. */
export function tell(mirror: Mirror, role: RoleName): void {
  mirror.options.onStep?.({ step: 'metadata', mirror: mirror.url, role });
}
