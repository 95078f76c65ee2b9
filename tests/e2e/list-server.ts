import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ListFiles } from '../../src/command-line/publishing/build-list.ts';
import { planList } from '../../src/command-line/publishing/publish-list.ts';
import { readPublished, writeFiles } from '../../src/command-line/publishing/published-list.ts';
import { createListServer } from '../../src/command-line/publishing/rules-serve.ts';
import { makeRoot, sha256 } from '../../src/command-line/publishing/tuf-metadata.ts';
import { createSigner, signMetadata } from '../../src/command-line/publishing/tuf-signing.ts';
import { ENGINE_VERSION, PACK_FORMAT } from '../../src/packs/pack-files.ts';
import { PACK_FILES, type PackId } from '../../src/packs/pack-ids.ts';

const YEAR_MS = 365 * 86_400_000;

/** A published list of its own keys, served to this machine the way a web host does. */
export class ListServer {
  readonly url: string;
  readonly root: Uint8Array;
  /** What was asked of it: path and headers. */
  readonly requests: { path: string; headers: IncomingHttpHeaders }[] = [];
  /** Paths that are answered only when this is let go, to catch a check in its middle. */
  hold: RegExp | null = null;
  readonly #held: (() => void)[] = [];
  readonly #folder: string;
  readonly #signer = createSigner('test', randomBytes(32));
  readonly #close: () => Promise<void>;

  static async start(): Promise<ListServer> {
    const folder = mkdtempSync(join(tmpdir(), 'lurewatch-list-'));
    const server = createListServer(folder);
    const answer = server.listeners('request')[0] as (request: unknown, response: ServerResponse) => void;
    server.removeAllListeners('request');
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as { port: number };
    const close = () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
    const list = new ListServer(folder, `http://127.0.0.1:${port}/`, close);
    server.on('request', (request, response) => {
      const path = request.url ?? '';
      list.requests.push({ path, headers: request.headers });
      if (list.hold?.test(path)) list.#held.push(() => answer(request, response));
      else answer(request, response);
    });
    return list;
  }

  private constructor(folder: string, url: string, close: () => Promise<void>) {
    this.#folder = folder;
    this.url = url;
    this.#close = close;
    const role = { publicKeys: [this.#signer.publicKey], threshold: 1 };
    const roles = { root: role, targets: role, snapshot: role, timestamp: role };
    const expires = new Date(Date.now() + YEAR_MS);
    this.root = signMetadata(makeRoot(roles, { version: 1, expires }), [this.#signer]);
    writeFiles(folder, new Map([['metadata/1.root.json', this.root]]));
  }

  get rootHex(): string {
    return Buffer.from(this.root).toString('hex');
  }

  /** The link by which a person subscribes. */
  get link(): string {
    return `${this.url}#lurewatch-list=${encodeURIComponent(this.url)}&root=${sha256(this.root)}`;
  }

  /** Publishes these packs, signed as they must be; `older` are versions of packs that are not new. */
  async publish(
    packs: Partial<Record<PackId, object>>,
    version: string,
    older: Partial<Record<PackId, string>> = {},
  ): Promise<void> {
    const now = new Date();
    const published = readPublished(this.#folder)!;
    const plan = await planList(filesOf(packs, version, older), { published, signers: [this.#signer], date: now, now });
    writeFiles(this.#folder, plan.files);
  }

  letGo(): void {
    this.hold = null;
    for (const answer of this.#held.splice(0)) answer();
  }

  async close(): Promise<void> {
    this.letGo();
    await this.#close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function filesOf(
  packs: Partial<Record<PackId, object>>,
  newest: string,
  older: Partial<Record<PackId, string>>,
): ListFiles {
  return new Map(
    Object.entries(packs).map(([id, pack]) => {
      const version = older[id as PackId] ?? newest;
      const bytes = new TextEncoder().encode(JSON.stringify({ ...pack, version }));
      return [
        PACK_FILES[id as PackId],
        { bytes, custom: { pack: id, version, format: PACK_FORMAT, minEngine: ENGINE_VERSION } },
      ];
    }),
  );
}
