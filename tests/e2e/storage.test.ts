import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askBackground } from '../../src/command-line/browsers/own-page.ts';
import { ENGINE, Session, until } from './session.ts';

let session: Session;
beforeAll(async () => {
  session = await Session.start();
  await blockDatabase();
});
afterAll(() => session?.close());

/**
 * Makes every opening of a database fail in the background, as a private window or a policy does. The one that was opened
 * on waking, to look for a synced list, is deleted, which closes it.
 */
async function blockDatabase(): Promise<void> {
  await session.opened.inBackground(`
    IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'InvalidStateError'); };
    indexedDB.deleteDatabase('lurewatch');
  `);
}

describe(`where nothing can be stored (${ENGINE})`, () => {
  test('adverts are warned about all the same', async () => {
    const page = await session.open('/feed');
    await session.first(page, 'button.open');
    const popup = await session.opened.openPopup(page);
    await until('the popup to tell', async () => (await popup.text()).includes('1 strong warning'));
    await popup.close();
  });

  test('a flag is not half kept, and the reason is said', async () => {
    const page = await session.open('/feed');
    await (await session.first(page, 'button.open')).press(page);
    await (await session.first(page, '.panel button.keep')).press(page);
    const said = await until(
      'an answer',
      async () => (await (await session.inside(page, '.panel .said'))[0]?.text()) || null,
    );
    expect(said).not.toMatch(/stays on this device/);
    expect(await askBackground(session.ownPage, 'ui:flags', {})).toEqual({
      flags: [],
      storage: { ok: false, fault: 'blocked' },
    });
  });

  test('a warning that was put away stays away while the browser runs', async () => {
    const page = await session.open('/feed');
    await (await session.first(page, 'button.hide')).press(page);
    await session.first(page, 'button.restore');
    await page.reload({ waitUntil: 'domcontentloaded' });
    await session.first(page, 'button.restore');
  });
});
