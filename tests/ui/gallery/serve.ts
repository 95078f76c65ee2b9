import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build, preview } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export interface Gallery {
  /** `board`: a page with badges and a panel; `popup`, `check`, `lists`: our own pages with a background that is made up. */
  address(page: 'board' | 'popup' | 'check' | 'lists', parameters?: Record<string, string>): string;
  close(): Promise<void>;
}

const PAGES = {
  board: 'tests/ui/gallery/index.html',
  popup: 'entrypoints/popup/index.html',
  check: 'entrypoints/check/index.html',
  lists: 'entrypoints/options/index.html',
};

/**
 * Builds and serves the real sources with the browser's own interface replaced, so that no extension has to be loaded.
 */
export async function serveGallery(): Promise<Gallery> {
  const outDir = await mkdtemp(join(tmpdir(), 'gallery-'));
  const shared = { root: at('.'), configFile: false, logLevel: 'error', build: { outDir } } as const;
  await build({
    ...shared,
    plugins: [preact()],
    resolve: { alias: { 'wxt/browser': at('tests/ui/gallery/fake-browser.ts') } },
    build: { outDir, target: 'esnext', rolldownOptions: { input: Object.values(PAGES).map(at) } },
  });
  const server = await preview({ ...shared, preview: { port: 0, host: '127.0.0.1' } });
  const base = server.resolvedUrls?.local[0] ?? '';
  return {
    address: (page, parameters = {}) => `${base}${PAGES[page]}?${new URLSearchParams(parameters)}`,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true });
    },
  };
}
