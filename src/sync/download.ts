import { LIMITS } from './limits.ts';
import { attack, fault, type Result, type SyncRole } from './sync-error.ts';
import type { Clock, Fetch } from './sync-options.ts';

export interface DownloadTools {
  fetch: Fetch;
  clock: Clock;
  signal?: AbortSignal;
}

export interface DownloadRequest {
  role: SyncRole;
  /** Bytes after decoding (gzip and the like); one more is refused. */
  most: number;
  /** The length is signed: a shorter file is refused too. */
  exact?: boolean;
  /** Content hash known from an earlier answer; sent back so that an unchanged file costs nothing. */
  known?: string;
}

export type Downloaded = { got: 'bytes'; bytes: Uint8Array<ArrayBuffer> } | { got: 'nothing' } | { got: 'unchanged' };

const PORTAL = /<form|http-equiv=["']?refresh|log[ -]?in|sign[ -]?in|wi-?fi|captive|hotspot/i;

function looksLikeHtml(bytes: Uint8Array): boolean {
  const beginning = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
  return /^<(!doctype|html|head|body|script|meta|\?xml|!--)/i.test(beginning);
}

function htmlFault(role: SyncRole, bytes: Uint8Array): Result<never> {
  const page = new TextDecoder().decode(bytes.subarray(0, 20_000));
  return PORTAL.test(page)
    ? fault(
        'captive-portal',
        role,
        'A sign-in page of the network came instead of the list. Sign in, then check again.',
      )
    : fault('html-page', role, 'A web page came instead of the list.');
}

function stopped(role: SyncRole): Result<never> {
  return fault('stopped', role, 'The check was stopped before it ended.');
}

function tooSlow(role: SyncRole): Result<never> {
  return attack('slow-retrieval', role, 'The mirror sends too slowly to be waited for.');
}

/** What the status line says before any byte is read; undefined: read on. */
function judgeStatus(response: Response, role: SyncRole): Result<Downloaded> | undefined {
  const { status, type } = response;
  if (status === 304) return { ok: true, value: { got: 'unchanged' } };
  if (status === 511) return fault('captive-portal', role, 'The network asks to sign in first (511).');
  // A redirect could lead a request to a host that nobody chose; mirrors answer themselves.
  if (type === 'opaqueredirect' || (status >= 300 && status < 400))
    return fault('redirect', role, 'The mirror sent the request to another address; that is not followed.');
  // Object stores say 403 for a file that is not there.
  if (status === 404 || status === 403 || status === 410) return { ok: true, value: { got: 'nothing' } };
  if (status !== 200) return fault('http-status', role, `The mirror answered ${status}.`);
  return undefined;
}

/** Puts a chunk behind the first `length` bytes; a buffer of the signed length is filled in place, once. */
function append(bytes: Uint8Array<ArrayBuffer>, length: number, chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  const end = length + chunk.length;
  let room = bytes;
  if (end > bytes.length) {
    room = new Uint8Array(Math.max(end, 2 * bytes.length));
    room.set(bytes.subarray(0, length));
  }
  room.set(chunk, length);
  return room;
}

/**
 * Fetches one file with a hard cap on its decoded length and a least speed. The request carries nothing but the address:
 * no cookie, no referrer, no version; `known` is a hash of public content, the same for everybody. Never throws.
 */
export async function download(
  url: string,
  { role, most, exact, known }: DownloadRequest,
  { fetch, clock, signal }: DownloadTools,
): Promise<Result<Downloaded>> {
  if (signal?.aborted) return stopped(role);
  const abort = new AbortController();
  let slow = false;
  const giveUp = (): void => {
    slow = true;
    abort.abort();
  };
  const onStop = (): void => abort.abort();
  signal?.addEventListener('abort', onStop, { once: true });
  // TUF 1.5.2, slow retrieval: a stall limit alone would let one byte every few seconds go on for ever.
  let cancelStall = clock.after(LIMITS.stallMs, giveUp);
  let length = 0;
  let waitedMs = 0;
  const watchSpeed = (): void => {
    waitedMs += LIMITS.speedCheckMs;
    if (length < ((waitedMs - LIMITS.stallMs) * LIMITS.bytesPerSecond) / 1000) giveUp();
    else cancelWatch = clock.after(LIMITS.speedCheckMs, watchSpeed);
  };
  let cancelWatch = clock.after(LIMITS.speedCheckMs, watchSpeed);
  const gone = new Promise<never>((_, reject) =>
    abort.signal.addEventListener('abort', () => reject(abort.signal.reason), { once: true }),
  );
  gone.catch(() => {});

  let filled = new Uint8Array(0);
  try {
    const response = await Promise.race([
      fetch(url, {
        signal: abort.signal,
        redirect: 'manual',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        headers: known ? { 'if-none-match': `"${known}"` } : {},
      }),
      gone,
    ]);
    const judged = judgeStatus(response, role);
    if (judged) {
      abort.abort();
      return judged;
    }
    const reader = response.body?.getReader();
    while (reader) {
      const { done, value } = await Promise.race([reader.read(), gone]);
      if (done) break;
      cancelStall();
      cancelStall = clock.after(LIMITS.stallMs, giveUp);
      // Room for the whole file only once its first bytes are there.
      if (length === 0 && exact) filled = new Uint8Array(most);
      filled = append(filled, length, value);
      length += value.length;
      // TUF 5.3.3, 5.4.1, 5.5.1, 5.6.1, 5.7.3, endless data: stop at the cap. Decoded bytes count, so a gzip bomb stops too.
      if (length > most) {
        abort.abort();
        const bytes = filled.subarray(0, length);
        if (looksLikeHtml(bytes)) return htmlFault(role, bytes);
        return attack('endless-data', role, `The file goes on past ${most} bytes.`);
      }
    }
    const bytes = length === filled.length ? filled : filled.slice(0, length);
    if (looksLikeHtml(bytes)) return htmlFault(role, bytes);
    if (exact && length < most) return fault('truncated', role, `The file ends after ${length} of ${most} bytes.`);
    return { ok: true, value: { got: 'bytes', bytes } };
  } catch (error) {
    if (slow) return tooSlow(role);
    if (signal?.aborted) return stopped(role);
    const cause = (error as Error).cause;
    const reason = cause instanceof Error ? cause.message : (error as Error).message;
    if (length > 0) return fault('truncated', role, `The connection broke after ${length} bytes (${reason}).`);
    return fault('network', role, `The mirror could not be reached (${reason}).`);
  } finally {
    cancelStall();
    cancelWatch();
    signal?.removeEventListener('abort', onStop);
  }
}
