import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';

/** A saved page's own scripts stay off and it asks nobody for anything; what is inline may still be drawn. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** Content of a saved page, plain or gzipped. */
export function readSavedPage(file: string): Buffer {
  const content = readFileSync(file);
  return content[0] === 0x1f && content[1] === 0x8b ? gunzipSync(content) : content;
}

/**
 * Answers this address, and no other, from memory, as if the page had come from its site. Nothing reaches the network:
 * what the page asks for besides fails, and a navigation elsewhere leaves it where it is.
 */
export async function serveSavedPage(page: Page, url: string, body: Buffer | string): Promise<void> {
  const withoutHash = url.split('#')[0];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    const headers = { 'content-security-policy': POLICY };
    const answered = !isPage
      ? request.abort()
      : request.url().split('#')[0] === withoutHash
        ? request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers, body })
        : request.respond({ status: 204 });
    // The page may be gone before its request is answered.
    answered.catch(() => undefined);
  });
}
