import { randomBytes } from 'node:crypto';
import { vi } from 'vitest';
import type { ListFiles } from '../../src/command-line/publishing/build-list.ts';
import { planList } from '../../src/command-line/publishing/publish-list.ts';
import type { Published } from '../../src/command-line/publishing/published-list.ts';
import { makeRoot, sha256 } from '../../src/command-line/publishing/tuf-metadata.ts';
import { createSigner, signMetadata } from '../../src/command-line/publishing/tuf-signing.ts';
import { PACK_FILES, type PackId } from '../../src/packs/pack-ids.ts';
import { parseMetadata, type RoleName } from '../../src/sync/metadata.ts';

const YEAR_MS = 365 * 86_400_000;

/** A published list in memory, at an address of its own. */
export class Mirror {
  readonly url: string;
  readonly files = new Map<string, Uint8Array>();
  readonly asked: string[] = [];
  /** The mirror cannot be reached. */
  down = false;
  readonly #signer = createSigner('test', randomBytes(32));
  readonly root: Uint8Array;

  constructor(name: string) {
    this.url = `https://${name}.example/list/`;
    const role = { publicKeys: [this.#signer.publicKey], threshold: 1 };
    const roles = { root: role, targets: role, snapshot: role, timestamp: role };
    this.root = signMetadata(makeRoot(roles, { version: 1, expires: new Date(Date.now() + YEAR_MS) }), [this.#signer]);
    this.files.set('metadata/1.root.json', this.root);
  }

  get link(): string {
    return `${this.url}#lurewatch-list=&root=${sha256(this.root)}`;
  }

  async publish(packs: Partial<Record<PackId, object>>, version: string): Promise<void> {
    const list: ListFiles = new Map(
      Object.entries(packs).map(([id, pack]) => [
        PACK_FILES[id as PackId],
        {
          bytes: new TextEncoder().encode(JSON.stringify({ format: 1, minEngine: 1, ...pack, pack: id, version })),
          custom: { pack: id, version, format: 1, minEngine: 1 },
        },
      ]),
    );
    const now = new Date();
    const plan = await planList(list, { published: this.#published(), signers: [this.#signer], date: now, now });
    for (const [path, bytes] of plan.files) this.files.set(path, bytes);
  }

  answer(url: string): Response {
    const path = url.slice(this.url.length);
    this.asked.push(path);
    if (this.down) throw new TypeError('Failed to fetch');
    const bytes = this.files.get(path);
    return bytes ? new Response(bytes as Uint8Array<ArrayBuffer>) : new Response('', { status: 404 });
  }

  #published(): Published {
    const newest = (role: RoleName) => {
      const names = [...this.files.keys()].filter((name) =>
        new RegExp(`^metadata/(\\d+\\.)?${role}\\.json$`).test(name),
      );
      const name = names.sort((a, b) => Number.parseInt(a.slice(9), 10) - Number.parseInt(b.slice(9), 10)).at(-1);
      const bytes = name && (this.files.get(name) as Uint8Array<ArrayBuffer>);
      const parsed = bytes ? parseMetadata(role, bytes) : undefined;
      return parsed?.ok ? { bytes, metadata: parsed.value } : undefined;
    };
    return Object.fromEntries(
      (['root', 'timestamp', 'snapshot', 'targets'] as const).map((role) => [role, newest(role)]),
    ) as unknown as Published;
  }
}

const reached: Mirror[] = [];

/** Answers requests to these mirrors; of two at one address the later. Everything else goes where it went before. */
export function reachMirrors(...mirrors: Mirror[]): void {
  const isFirst = reached.length === 0;
  reached.unshift(...mirrors);
  if (!isFirst) return;
  const before = globalThis.fetch;
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const mirror = reached.find((known) => url.startsWith(known.url));
    return mirror ? mirror.answer(url) : before(url, init);
  });
}
