import { type Browser, chromium } from 'playwright-core';
import { findChromiumFamily } from '../../src/command-line/browsers/find-browser.ts';

export const chromiumPath = findChromiumFamily()?.path;
export const SKIPPED = 'skipped: no Chromium, Chrome or Edge on this machine';

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ ...(chromiumPath ? { executablePath: chromiumPath } : {}), args: ['--no-sandbox'] });
}
