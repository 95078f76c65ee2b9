import type { Browser, Page } from 'puppeteer-core';
import type { FoundBrowser } from './find-browser.ts';
import { openChromium } from './open-chromium.ts';
import { openFirefox } from './open-firefox.ts';

/** The popup of the toolbar button. */
export interface OpenedPopup {
  text(): Promise<string>;
  /** Presses the first element that this selector finds. */
  press(selector: string): Promise<void>;
  /** Writes a PNG. */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser that runs with the built extension in a profile of its own, thrown away on close. */
export interface OpenedBrowser {
  kind: FoundBrowser['kind'];
  browser: Browser;
  /** Opens a page of the extension, e.g. `popup.html`, in a tab behind the one that is shown. */
  openOwnPage(path: string): Promise<Page>;
  /** Opens the popup of the toolbar button on this page. */
  openPopup(page: Page): Promise<OpenedPopup>;
  /** Runs statements in the background, to make a browser's faults happen. */
  inBackground(statements: string): Promise<void>;
  /** Stops the background the way the browser does when it is idle. */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Without a window. */
  headless: boolean;
  /** Language of the browser's interface, BCP 47. */
  language?: string;
  /** No request leaves this machine, not even the browser's own. */
  offline?: boolean;
  /** Firefox preferences, for tests. */
  preferences?: Record<string, boolean | number | string>;
}

/** Opens a browser with the extension of this folder loaded. */
export function openBrowser(found: FoundBrowser, extension: string, options: OpenOptions): Promise<OpenedBrowser> {
  return found.kind === 'firefox' ? openFirefox(found, extension, options) : openChromium(found, extension, options);
}
