import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askBackground } from '../../src/command-line/browsers/own-page.ts';
import { readPacks } from '../../src/command-line/read-rules.ts';
import type { ShownList } from '../../src/list-messages.ts';
import { ENGINE_VERSION, PACK_FORMAT, type PackedSignal, type Packs } from '../../src/packs/pack-files.ts';
import { ListServer } from './list-server.ts';
import { ENGINE, Session, until } from './session.ts';

/** Rules are compiled beside everything else: on a busy machine that takes a while. */
const COMPILING_MS = 45_000;
const HONEST = '/job/en-5';
const LURE = '/job/id-3';

let session: Session;
let server: ListServer;
let stranger: ListServer;
let packs: Packs;
let page: Page;

const signal = (id: string, group: PackedSignal['group'], phrase: string, lang = 'en'): PackedSignal => ({
  id,
  name: `Name of ${id}`,
  group,
  strength: 'strong',
  weight: 6,
  detector: 'phrases',
  text: { en: { label: `Label of ${id}`, why: 'Made up for a test.' } },
  sources: [{ title: 'A source', url: 'https://example.org/' }],
  phrases: { [lang]: [phrase] },
});

/** The packaged list with three signs that the honest advert shows. */
function listThatWarns(): Packs {
  const added = [
    signal('made-up-offer', 'offer', 'shared furnished housing'),
    signal('made-up-terms', 'terms', 'transport to duty'),
    signal('made-up-choice', 'selection', 'nursing council registration'),
  ];
  return { ...packs, signals: { ...packs.signals, signals: [...packs.signals.signals, ...added] } };
}

const lists = async (): Promise<ShownList[]> => (await askBackground(session.ownPage, 'ui:lists', {})).lists;
const core = async (): Promise<ShownList> => (await lists())[0]!;

const levelOn = async (on: Page) => (await session.report(on)).postings[0]?.verdict.level;
const signsOn = async (on: Page) =>
  (await session.report(on)).postings.flatMap(({ verdict }) => verdict.reasons.map((reason) => reason.signal));

/** Presses "check now" and waits until the check is over. */
async function check(): Promise<void> {
  await askBackground(session.ownPage, 'ui:check-lists', {});
  await until(
    'the check to end',
    async () => (await askBackground(session.ownPage, 'ui:lists', {})).checking === null,
    COMPILING_MS,
  );
}

async function lookAt(mirror: ListServer): Promise<void> {
  const source = { mirrors: [mirror.url], root: server.rootHex };
  await session.ownPage.evaluate(
    (value) =>
      (
        globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
      ).chrome.storage.local.set({ 'tried-list-source': value }),
    source,
  );
}

beforeAll(async () => {
  packs = readPacks();
  [session, server, stranger] = await Promise.all([Session.start(), ListServer.start(), ListServer.start()]);
}, 180_000);
afterAll(() => Promise.all([session?.close(), server?.close(), stranger?.close()]));

describe(`the synced list (${ENGINE})`, () => {
  test('before anything is published the list of the package is in use, and it is said', async () => {
    expect(await core()).toMatchObject({ id: 'core', packaged: true, changes: [] });
    expect((await core()).host).toBeUndefined();
    const due = Date.parse((await core()).nextCheck!) - Date.now();
    expect(due).toBeGreaterThan(0);
    expect(due).toBeLessThan(4 * 3_600_000);
    page = await session.open(HONEST);
    expect(await levelOn(page)).toBe('none');
  });

  test('a newer list is taken; the open page is scored again without a reload', async () => {
    await lookAt(server);
    await server.publish(listThatWarns(), '2099.1.1');
    await page.evaluate(() => document.body.setAttribute('data-same-page', 'yes'));
    await check();
    expect(await core()).toMatchObject({ version: '2099.1.1', packaged: false });
    expect((await core()).error).toBeUndefined();
    await until('the page to warn', async () =>
      (await session.badges(page)).some((words) => /^Strong warning/.test(words)),
    );
    expect(await page.evaluate(() => document.body.getAttribute('data-same-page'))).toBe('yes');
    expect((await core()).changes[0]!.change.signals.added.map(({ id }) => id)).toContain('made-up-offer');
  });

  test('the popup names the new version', async () => {
    const popup = await session.opened.openPopup(page);
    await until('the popup to show the page', async () => (await popup.text()).includes('strong warning'));
    await popup.press('nav button:last-of-type');
    await until('the version', async () => (await popup.text()).includes('Rule list 2099.1.1'));
    await popup.close();
  });

  test('the requests tell nothing of the person', async () => {
    expect(server.requests.length).toBeGreaterThan(4);
    for (const { path, headers } of server.requests) {
      expect(path).toMatch(/^\/(metadata|targets)\/[\w.-]+$/);
      expect(Object.keys(headers)).not.toContain('cookie');
      expect(Object.keys(headers)).not.toContain('referer');
      // Firefox gives each installation a random id; it must not travel.
      if (ENGINE === 'firefox') expect(headers.origin ?? 'null').toBe('null');
      else expect(headers.origin ?? '').toMatch(/^(chrome-extension:\/\/[a-p]{32})?$/);
    }
  });

  test('a list signed by others is refused, and said to be; the good one stays', async () => {
    await stranger.publish(packs, '2099.2.1');
    const before = await session.badges(page);
    await lookAt(stranger);
    await check();
    const refused = await core();
    expect(refused).toMatchObject({ version: '2099.1.1', error: { attack: true } });
    const own = await session.opened.openOwnPage('options.html');
    await until('the page to say so', async () =>
      (await own.evaluate(() => document.body.innerText)).includes('It was refused. The list you have stays in use.'),
    );
    await own.close();
    expect(await session.badges(page)).toEqual(before);
    await lookAt(server);
  });

  test('the background is stopped in the middle: the last list stays, and the next check takes the new one', async () => {
    const help = { ...packs.help, help: packs.help.help.slice(1) };
    const rules = { signals: '2099.1.1', 'places-pay': '2099.1.1' };
    await server.publish({ ...listThatWarns(), help }, '2099.3.1', rules);
    server.hold = /\.help\.json/;
    await askBackground(session.ownPage, 'ui:check-lists', {});
    await until('the check to wait', async () => server.requests.at(-1)?.path.includes('.help.json'));
    await session.opened.stopBackground();
    server.letGo();
    expect(await core()).toMatchObject({ version: '2099.1.1', packaged: false });
    await check();
    expect(await core()).toMatchObject({ version: '2099.3.1' });
    expect((await core()).error).toBeUndefined();
    expect((await core()).changes[0]!.change.contacts.removed).toBe(packs.help.help[0]!.entries.length);
    expect(await levelOn(page)).toBe('high');
  });
});

describe(`a subscription (${ENGINE})`, () => {
  const card = { prefix: 'ward', name: 'Ward watch', by: 'Nurses of Example', about: 'Offers that our members met.' };
  const head = { format: PACK_FORMAT, minEngine: ENGINE_VERSION, version: '1', list: card };
  const entry = {
    id: 'ward-line',
    name: 'Nurses’ line',
    kind: 'ngo',
    for: ['suspicious-ad', 'before-travel'],
    phones: ['+966 555 0100'],
    languages: ['en'],
    source: { url: 'https://nurses.example/' },
    verified: '2026-11',
  };
  let union: ListServer;

  beforeAll(async () => {
    union = await ListServer.start();
    const signals = [
      { ...signal('ward-single', 'selection', 'belum menikah', 'id'), weight: 50, alone: true },
      signal('ward-script', 'offer', 'sesuai naskah', 'id'),
      signal('pay-above-band', 'terms', 'sesuai naskah', 'id'),
    ];
    await union.publish(
      {
        signals: { pack: 'signals', ...head, signals },
        help: { pack: 'help', ...head, help: [{ country: 'INT', name: 'Anywhere', entries: [entry] }] },
      },
      '2099.1.1',
    );
  });
  afterAll(() => union?.close());

  test('is shown before it is added, and nothing of it is kept', async () => {
    const answer = await askBackground(session.ownPage, 'ui:preview-list', { link: union.link });
    expect(answer).toMatchObject({ ok: true, preview: { name: 'Ward watch', by: 'Nurses of Example', leftOut: 1 } });
    expect(await lists()).toHaveLength(1);
  });

  test('of another root than the link names is refused', async () => {
    const link = union.link.replace(/root=../, (text) => (text.endsWith('00') ? 'root=11' : 'root=00'));
    const answer = await askBackground(session.ownPage, 'ui:preview-list', { link });
    expect(answer).toEqual({ ok: false, fault: 'other-root' });
  });

  test('adds its signs under its name to what is open, and its contacts', async () => {
    const lure = await session.open(LURE);
    await session.first(lure, 'button.open');
    const answer = await askBackground(session.ownPage, 'ui:add-list', { link: union.link });
    expect(answer.ok).toBe(true);
    await until('its signs', async () => (await signsOn(lure)).includes('ward-single'));
    expect(await signsOn(lure)).toContain('ward-script');
    const { list } = (await session.report(lure)).postings[0]!.verdict;
    expect(list).toBe('2099.3.1 + ward 2099.1.1');
    await (await session.first(lure, 'button.open')).press(lure);
    await session.first(lure, '.panel .from-list');
    const names = await Promise.all((await session.inside(lure, '.panel .from-list')).map((line) => line.text()));
    expect(new Set(names)).toEqual(new Set(['From the list “Ward watch”']));
    expect((await lists())[1]).toMatchObject({ name: 'Ward watch', signals: 2, contacts: 1 });
    const help = await askBackground(session.ownPage, 'ui:help', { from: '' });
    expect(help.find(({ entry: { id } }) => id === 'ward-line')).toMatchObject({ fromList: 'Ward watch' });
  });

  test('outlives a stopped background, and leaves no trace when it is removed', async () => {
    await session.opened.stopBackground();
    const [, added] = await lists();
    await askBackground(session.ownPage, 'ui:remove-list', { id: added!.id });
    expect(await lists()).toHaveLength(1);
    const lure = (await session.opened.browser.pages()).find((tab) => tab.url().endsWith(LURE))!;
    await until('its signs to go', async () => !(await signsOn(lure)).some((id) => id.startsWith('ward-')));
    const left = await session.ownPage.evaluate(async () => {
      const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
      const rows: unknown[] = [];
      for (const name of names) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        for (const table of database.objectStoreNames) {
          const all = database.transaction(table).objectStore(table).getAll();
          await new Promise((resolve) => {
            all.onsuccess = resolve;
          });
          rows.push(JSON.stringify(all.result.map((row) => ({ ...row, bytes: undefined }))));
        }
        database.close();
      }
      return rows.join();
    });
    expect(left).not.toMatch(/ward/i);
  });
});
