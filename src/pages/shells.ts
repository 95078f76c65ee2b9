import type { Unread } from '../messages.ts';
import { all, bodyOf, first, rawText } from './dom.ts';
import { says } from './other-pages.ts';
import { lineOf, visibleText } from './visible-text.ts';

/** Robot checks stand in for the page for a few seconds, or until the person solves them. */
const CHECK_MARKUP =
  '#challenge-form, #challenge-running, #cf-wrapper, #cf-challenge-running, #px-captcha, #distilCaptchaForm, iframe[src*="captcha-delivery"], iframe[src*="challenges.cloudflare.com"], form[action*="captcha" i]';
const LOGIN_PATH = /\/(?:login|signin|sign-in|authwall|checkpoint|uas\/login|accounts\/login|i\/flow\/login)\b/i;

const LITTLE_TEXT = 1500;
const NO_TEXT = 80;

/**
 * A page that is not the page yet: a robot check, a log-in wall, or the empty frame of a single-page application.
 * Null when it looks like content. Called only where no posting was found.
 */
export function shellOf(document: Document, url: string): Unread | null {
  const body = bodyOf(document);
  const text = body ? visibleText(body, { limit: LITTLE_TEXT + 1 }).text : '';
  if (text.length > LITTLE_TEXT) return null;
  const title = first(document, 'title');
  if ((title && says('check', rawText(title).slice(0, 200))) || first(document, CHECK_MARKUP))
    return { why: 'still-loading' };
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  if (LOGIN_PATH.test(path) || all(document, 'input[type="password"]').length > 0) return { why: 'login-wall' };
  const main = first(document, 'main, [role="main"], #__nuxt, #__next, #app, #root');
  if (text.length < NO_TEXT || (main && lineOf(main).length < NO_TEXT)) return { why: 'still-loading' };
  return null;
}
