import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BaseFetcher, Updater } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';
import { type Files, ROOT } from './repository.ts';

/** Serves files from memory, as the other client's tests do. */
class MemoryFetcher extends BaseFetcher {
  readonly #files: () => Files;
  constructor(files: () => Files) {
    super();
    this.#files = files;
  }
  override async fetch(url: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const bytes = this.#files().get(decodeURIComponent(new URL(url).pathname.slice(1)));
    if (!bytes) throw new DownloadHTTPError('Failed to download', 404);
    return new Response(bytes as Uint8Array<ArrayBuffer>).body!;
  }
}

/** The official TypeScript client with a store of its own, for holding ours against it. */
export class TufJsClient {
  readonly #folder = mkdtempSync(join(tmpdir(), 'tuf-js-'));
  #files: Files = new Map();

  constructor() {
    writeFileSync(join(this.#folder, 'root.json'), ROOT);
  }

  /** Takes the list's metadata and the named files; undefined when all was accepted, else what it says. */
  async sync(files: Files, targets: readonly string[] = []): Promise<string | undefined> {
    this.#files = files;
    try {
      const updater = new Updater({
        metadataDir: this.#folder,
        metadataBaseUrl: 'https://lists.example/metadata/',
        targetDir: this.#folder,
        targetBaseUrl: 'https://lists.example/targets/',
        fetcher: new MemoryFetcher(() => this.#files),
      });
      await updater.refresh();
      for (const name of targets) {
        const info = await updater.getTargetInfo(name);
        if (!info) return `no target ${name}`;
        await updater.downloadTarget(info, join(this.#folder, `target-${name}`));
      }
      return undefined;
    } catch (error) {
      return String(error);
    }
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
