import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromiumFamily } from '../../../src/command-line/browsers/find-browser.ts';

/**
 * Draws `public/icon/<size>.png` from the mark: `node tests/ui/gallery/draw-icons.ts`. Run it after changing the mark.
 */
const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const ICONS = [
  { size: 16, mark: 'mark-small.svg', padding: 0 },
  { size: 32, mark: 'mark.svg', padding: 0 },
  { size: 48, mark: 'mark.svg', padding: 0 },
  { size: 96, mark: 'mark.svg', padding: 0 },
  // The stores want 96 pixels of drawing with air around it.
  { size: 128, mark: 'mark.svg', padding: 16 },
];

const found = findChromiumFamily();
if (!found) throw new Error('No Chromium, Chrome or Edge on this machine');
const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
for (const { size, mark, padding } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:${padding}px}svg{display:block;width:${size - 2 * padding}px}</style>${readFileSync(at(`src/ui/${mark}`), 'utf8')}`,
  );
  await page.screenshot({ path: at(`public/icon/${size}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
