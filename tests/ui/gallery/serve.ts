import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Gallery {
  /** `board`: a page with badges and a panel; `popup` and `check`: our own pages with a background that is made up. */
  address(page: 'board' | 'popup' | 'check', parameters?: Record<string, string>): string;
  close(): Promise<void>;
}

const PAGES = {
  board: 'tests/ui/gallery/index.html',
  popup: 'entrypoints/popup/index.html',
  check: 'entrypoints/check/index.html',
};

/** Serves the real sources with the browser's own interface replaced, so that no extension has to be loaded. */
export async function serveGallery(): Promise<Gallery> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [preact()],
    cacheDir: fileURLToPath(new URL('../../../.screenshots/.vite', import.meta.url)),
    optimizeDeps: {
      include: ['preact', 'preact/hooks', 'preact/jsx-runtime', 'preact/jsx-dev-runtime'],
      noDiscovery: true,
    },
    resolve: { alias: { 'wxt/browser': fileURLToPath(new URL('./fake-browser.ts', import.meta.url)) } },
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  });
  await server.listen();
  const base = server.resolvedUrls?.local[0] ?? '';
  return {
    address: (page, parameters = {}) => `${base}${PAGES[page]}?${new URLSearchParams(parameters)}`,
    close: () => server.close(),
  };
}
