import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchBrowser, SKIPPED } from './browser.ts';
import { type Gallery, serveGallery } from './gallery/serve.ts';

describe.skipIf(!chromiumPath)(`badge and panel in a page${chromiumPath ? '' : ` (${SKIPPED})`}`, () => {
  let gallery: Gallery;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [gallery, browser] = await Promise.all([serveGallery(), launchBrowser()]);
    page = await browser.newPage({ viewport: { width: 800, height: 700 } });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });

  async function open(parameters: Record<string, string> = {}): Promise<void> {
    await page.goto(gallery.address('board', parameters));
    await page.waitForSelector('[data-ready]');
  }
  const record = () => page.evaluate(() => (globalThis as unknown as { record: string[] }).record);
  /** Role and name of all that a screen reader is given; the browser's own tree sees into closed roots. */
  async function spoken(): Promise<string[]> {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    return nodes.filter((node) => !node.ignored).map((node) => `${node.role?.value} ${node.name?.value}`);
  }
  const badge = (index: number) => page.locator('.card').nth(index).locator('> span');
  async function press(index: number, part: 'word' | 'hide'): Promise<void> {
    const box = (await badge(index).boundingBox())!;
    await page.mouse.click(part === 'word' ? box.x + 30 : box.x + box.width - 10, box.y + 12);
  }

  it('stands last in the advert, one line high, whatever the site styles', async () => {
    await open();
    for (let index = 0; index < 10; index++) {
      const last = page.locator('.card').nth(index).locator('> :last-child');
      expect(await last.evaluate((node) => node.tagName)).toBe('SPAN');
      expect((await last.boundingBox())!.height).toBe(24);
    }
  });

  it('tells the page nothing: no open root, no class, no attribute, no text', async () => {
    await open();
    const host = await badge(0).evaluate((node) => ({
      root: node.shadowRoot,
      attributes: node.attributes.length,
      text: node.textContent,
    }));
    expect(host).toEqual({ root: null, attributes: 0, text: '' });
  });

  it('never covers the site’s own button', async () => {
    await open();
    const apply = (await page.locator('.card button').first().boundingBox())!;
    const own = (await badge(0).boundingBox())!;
    const apart = own.x >= apply.x + apply.width || own.y >= apply.y + apply.height;
    expect(apart).toBe(true);
  });

  it('keeps its presses to itself, and goes and comes back with one press each', async () => {
    await open();
    const wide = (await badge(0).boundingBox())!.width;
    await press(0, 'hide');
    expect((await badge(0).boundingBox())!.width).toBeLessThan(30);
    await press(0, 'hide');
    expect((await badge(0).boundingBox())!.width).toBe(wide);
    expect(await record()).toEqual(['away en', 'back en']);
  });

  it('opens the panel by keyboard, closes it with Escape and gives the focus back', async () => {
    await open();
    await page.locator('.card button').first().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const hosts = () => page.evaluate(() => document.documentElement.querySelectorAll(':scope > span').length);
    expect(await hosts()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.parentElement?.tagName)).toBe('HTML');
    await page.keyboard.press('Escape');
    expect(await hosts()).toBe(0);
    expect(await badge(0).evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await record()).toEqual(['closed']);
  });

  it('is modal to nobody: the page stays in use and Escape still closes', async () => {
    await open({ open: 'zh' });
    await page
      .locator('.card')
      .nth(0)
      .click({ position: { x: 5, y: 5 } });
    expect(await record()).toEqual(['card en']);
    await page.keyboard.press('Escape');
    expect(await record()).toEqual(['card en', 'closed']);
  });

  it('is drawn in the top layer, over anything the site stacks', async () => {
    await open({ open: 'en' });
    const host = await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647';
      document.body.append(cover);
      return document.elementFromPoint(innerWidth - 100, 60)?.parentElement?.tagName;
    });
    expect(host).toBe('HTML');
  });

  it('speaks the level, the signs and what a button does', async () => {
    await open();
    const words = await spoken();
    expect(words).toContain('button Strong warning · 5 signs · Show why');
    expect(words).toContain('button Hide this warning');
    expect(words).toContain('button Nothing found · This is not proof');
  });

  it('announces a warning politely, one at a time', async () => {
    await open();
    await page.waitForTimeout(300);
    const words = await spoken();
    expect(words.filter((word) => word.startsWith('status'))).toHaveLength(10);
    expect(words.filter((word) => word === 'StaticText Strong warning · 5 signs')).toHaveLength(3);
  });

  it('does not move with reduced motion', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open({ open: 'en' });
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('keeps markup in an advert as text', async () => {
    await open({ open: 'markup' });
    expect(await page.evaluate(() => (globalThis as { hacked?: boolean }).hacked)).toBeUndefined();
  });
});
