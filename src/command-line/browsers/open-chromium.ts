import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type Extension, launch, type Page } from 'puppeteer-core';
import type { FoundBrowser } from './find-browser.ts';
import type { OpenedBrowser, OpenedPopup, OpenOptions } from './open-browser.ts';

/** Keeps the browser from what it does by itself on a first start; root (in containers) has no sandbox to offer. */
const ARGUMENTS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  '--hide-crash-restore-bubble',
  '--window-size=1280,900',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Chromium, Chrome or Edge. The extension goes in over the debugging pipe: branded Chrome ignores the flag since 137. */
export async function openChromium(
  found: FoundBrowser,
  extensionFolder: string,
  { headless, language, offline }: OpenOptions,
): Promise<OpenedBrowser> {
  const browser = await launch({
    executablePath: found.path,
    headless,
    pipe: true,
    enableExtensions: [extensionFolder],
    defaultViewport: null,
    args: [
      ...ARGUMENTS,
      ...(language ? [`--lang=${language}`] : []),
      ...(offline ? ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'] : []),
    ],
    // On Linux, Chromium takes its language from the environment and not from the argument.
    env: language ? { ...process.env, LANGUAGE: language.replace('-', '_') } : process.env,
  });
  const extension = await loadedExtension(browser);
  return {
    kind: found.kind,
    browser,
    async openOwnPage(path) {
      const page = await browser.newPage({ background: true });
      await page.goto(`chrome-extension://${extension.id}/${path}`);
      return page;
    },
    openPopup: (page) => openPopup(page, extension),
    inBackground: async (statements) => {
      const [worker] = await extension.workers();
      await worker?.evaluate(statements);
    },
    stopBackground: () => stopBackground(browser, extension),
    close: () => browser.close(),
  };
}

async function until<T>(find: () => Promise<T | undefined>, what: string): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await find();
    if (found !== undefined) return found;
    await wait(50);
  }
  throw new Error(`Waited ten seconds for ${what}.`);
}

function loadedExtension(browser: Browser): Promise<Extension> {
  return until(async () => [...(await browser.extensions()).values()][0], 'the extension to load');
}

async function openPopup(page: Page, extension: Extension): Promise<OpenedPopup> {
  await page.bringToFront();
  await page.triggerExtensionAction(extension);
  const popup = await until(
    async () => (await extension.pages()).find((own) => own.url().endsWith('/popup.html')),
    'the popup to open',
  );
  return {
    text: () => popup.evaluate(() => document.body.innerText),
    press: (selector) => popup.click(selector),
    screenshot: async (file) => writeFileSync(file, await popup.screenshot()),
    close: () => popup.close(),
  };
}

async function stopBackground(browser: Browser, extension: Extension): Promise<void> {
  const isOurs = (target: { type(): string; url(): string }) =>
    target.type() === 'service_worker' && target.url().includes(extension.id);
  const worker = browser.targets().find(isOurs);
  await (await worker?.worker())?.close();
  await until(async () => (browser.targets().some(isOurs) ? undefined : true), 'the background to stop');
}
