import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Answer, Explanation, Flag, PageSetup, ScoredPosting, TabReport } from '../../src/messages.ts';
import { HONEST, installFakePackage, LURE, ORIGIN } from './fake-package.ts';

type AnswerMessage = typeof import('../../entrypoints/background/answer.ts')['answer'];
let answer: AnswerMessage;

beforeAll(async () => {
  installFakePackage();
  ({ answer } = await import('../../entrypoints/background/answer.ts'));
}, 60_000);

beforeEach(() => {
  vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation(async (tabId) => ({ id: tabId, url: PAGE }) as never);
});

const PAGE = 'https://www.linkedin.com/jobs/view/1';
const page = (tabId: number, change: object = {}) => ({
  id: 'lurewatch',
  url: PAGE,
  frameId: 0,
  tab: { id: tabId },
  ...change,
});
const popup = { id: 'lurewatch', url: `${ORIGIN}popup.html` };

async function value<T>(reply: Promise<Answer<unknown>>): Promise<T> {
  const given = await reply;
  if (!given.ok) throw new Error(given.error);
  return given.value as T;
}

const posting = (key: string, words: object = LURE) => ({ key, posting: words, adapter: 'linkedin', view: 'detail' });

/** A page that sends these postings; gives what it gets back. */
async function readPage(tabId: number, postings: unknown[], sender = page(tabId)): Promise<ScoredPosting[]> {
  await answer({ type: 'page:start', payload: { url: PAGE } }, sender);
  const payload = { url: PAGE, title: 'Jobs', postings, unread: [] };
  return value(answer({ type: 'page:score', payload }, sender));
}

describe('who may ask what', () => {
  const refused = { ok: false, error: 'refused' };

  test('a page script gets nothing that is for our own pages', async () => {
    for (const type of ['ui:flags', 'ui:settings', 'ui:tab', 'ui:set-settings', 'ui:check-text']) {
      expect(await answer({ type, payload: {} }, page(1))).toEqual(refused);
    }
  });

  test('our own pages may ask, in a popup or in a tab, but not as a page', async () => {
    expect((await answer({ type: 'ui:settings', payload: {} }, popup)).ok).toBe(true);
    const inTab = { ...popup, url: `${ORIGIN}check.html`, frameId: 0, tab: { id: 3 } };
    expect((await answer({ type: 'ui:settings', payload: {} }, inTab)).ok).toBe(true);
    expect(await answer({ type: 'page:start', payload: { url: PAGE } }, inTab)).toEqual(refused);
  });

  test.each([
    ['a frame inside a page', page(1, { frameId: 7 })],
    ['another extension', page(1, { id: 'other' })],
    ['an address that only begins like ours', page(1, { url: 'chrome-extension://lurewatch.evil/popup.html' })],
    ['a local file', page(1, { url: 'file:///etc/passwd' })],
    ['nobody', {}],
  ])('%s is refused', async (_, sender) => {
    expect(await answer({ type: 'page:start', payload: { url: PAGE } }, sender)).toEqual(refused);
    expect(await answer({ type: 'ui:flags', payload: {} }, sender)).toEqual(refused);
  });

  test.each([
    [undefined],
    [null],
    ['page:start'],
    [{}],
    [{ type: 5 }],
    [{ type: 'constructor' }],
    [{ type: '__proto__' }],
  ])('a message that is none: %j', async (message) => {
    expect(await answer(message, page(1))).toEqual(refused);
    expect(await answer(message, popup)).toEqual(refused);
  });
});

describe('a page', () => {
  test('is told how to read itself, in the language of the person', async () => {
    const setup = await value<PageSetup>(answer({ type: 'page:start', payload: { url: PAGE } }, page(1)));
    expect(setup.mode).toBe('on');
    expect(setup.sites.map(({ site }) => site)).toEqual(['linkedin']);
    expect(setup.lang).toBe('en');
    expect(setup.strings.levelHigh).toBeTruthy();
  });

  test('of private conversations is read only on request', async () => {
    const telegram = 'https://web.telegram.org/k/';
    const setup = await value<PageSetup>(
      answer({ type: 'page:start', payload: { url: telegram } }, page(1, { url: telegram })),
    );
    expect(setup.mode).toBe('on-request');
  });

  test('that the person switched off is not read', async () => {
    await answer({ type: 'ui:set-settings', payload: { sitesOff: ['linkedin'] } }, popup);
    const setup = await value<PageSetup>(answer({ type: 'page:start', payload: { url: PAGE } }, page(1)));
    expect(setup.mode).toBe('off');
    await answer({ type: 'ui:set-settings', payload: { sitesOff: [] } }, popup);
  });

  test('gets its postings scored, and the popup the same list', async () => {
    const scored = await readPage(2, [posting('a'), posting('b', HONEST)]);
    expect(scored.map(({ verdict }) => verdict.level)).toEqual(['high', 'none']);
    expect(scored[0]!.signs).toBeGreaterThan(2);
    const report = await value<TabReport>(answer({ type: 'ui:tab', payload: { tabId: 2 } }, popup));
    expect(report).toMatchObject({ state: 'read', url: PAGE, site: 'linkedin', title: 'Jobs' });
    expect(report.postings.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  test('cannot name an address of another site as its own', async () => {
    const claimed = 'https://bank.example/';
    await answer({ type: 'page:start', payload: { url: claimed } }, page(9));
    await answer(
      { type: 'page:score', payload: { url: claimed, title: '', postings: [posting('a')], unread: [] } },
      page(9),
    );
    expect((await value<TabReport>(answer({ type: 'ui:tab', payload: { tabId: 9 } }, popup))).url).toBe(PAGE);
  });

  test('learns, keeps and hides nothing by keys of another tab', async () => {
    await readPage(3, [posting('mine')]);
    await readPage(4, [posting('theirs', { ...LURE, title: 'Another' })]);
    expect(await value(answer({ type: 'page:explain', payload: { key: 'theirs' } }, page(3)))).toBeNull();
    expect(await value(answer({ type: 'page:dismiss', payload: { key: 'theirs', as: 'dismissed' } }, page(3)))).toEqual(
      { done: false },
    );
    const flag = await value<{ flagged: boolean }>(
      answer({ type: 'page:flag', payload: { key: 'theirs', on: true } }, page(3)),
    );
    expect(flag.flagged).toBe(false);
    const explanation = await value<Explanation>(answer({ type: 'page:explain', payload: { key: 'mine' } }, page(3)));
    expect(explanation.reasons.length).toBeGreaterThan(2);
  });

  test('may send rubbish without harm', async () => {
    const rubbish = [
      null,
      5,
      'x',
      {},
      { key: 'k' },
      { key: 5, posting: LURE },
      { key: 'k', posting: { text: 7, title: {} } },
    ];
    expect(await readPage(5, [...rubbish, posting('good')])).toHaveLength(1);
    const large = await readPage(5, [posting('large', { text: 'word '.repeat(300_000), title: 'x'.repeat(90_000) })]);
    expect(large[0]!.posting.text.length).toBeLessThanOrEqual(50_000);
    expect(large[0]!.posting.title!.length).toBeLessThanOrEqual(1000);
    expect(
      await readPage(
        5,
        Array.from({ length: 5000 }, (_, index) => posting(`n${index}`, { text: 'Words.' })),
      ),
    ).toHaveLength(200);
  });
});

describe('what the person does', () => {
  test('a flag is kept with what explains it later, shown again, and can be taken back', async () => {
    await readPage(6, [posting('flag-me')]);
    const kept = await value(answer({ type: 'page:flag', payload: { key: 'flag-me', on: true } }, page(6)));
    expect(kept).toEqual({ flagged: true, storage: { ok: true } });
    const { flags } = await value<{ flags: Flag[] }>(answer({ type: 'ui:flags', payload: {} }, popup));
    expect(flags).toHaveLength(1);
    expect(flags[0]).toMatchObject({ posting: LURE, url: PAGE, appVersion: '1.2.3', verdict: { level: 'high' } });
    expect((await readPage(6, [posting('flag-me')]))[0]!.flagged).toBe(true);
    expect(await value(answer({ type: 'ui:remove-flag', payload: { id: flags[0]!.id } }, popup))).toEqual({
      removed: true,
    });
    expect((await readPage(6, [posting('flag-me')]))[0]!.flagged).toBeUndefined();
  });

  test('a dismissal holds for the same words in another tab, and not for other words at the same place', async () => {
    await readPage(7, [posting('here')]);
    await answer({ type: 'page:dismiss', payload: { key: 'here', as: 'mistake' } }, page(7));
    const [again] = await readPage(8, [posting('elsewhere')]);
    expect(again!.dismissed).toBe('mistake');
    const [changed] = await readPage(8, [posting('here', { ...LURE, text: `${LURE.text} Now hiring.` })]);
    expect(changed!.dismissed).toBeUndefined();
    await answer({ type: 'ui:dismiss', payload: { key: 'here', as: null } }, popup);
    expect((await readPage(7, [posting('here')]))[0]!.dismissed).toBeUndefined();
  });

  test('a private window leaves neither verdicts nor dismissals on disk', async () => {
    const { store } = await import('../../entrypoints/background/store.ts');
    const counts = () =>
      store.database.run('insist', async ({ verdicts, dismissals }) => [
        await verdicts.count(),
        await dismissals.count(),
      ]);
    const before = await counts();
    const sender = page(10, { tab: { id: 10, incognito: true } });
    await readPage(10, [posting('secret', { ...LURE, title: 'Seen in a private window' })], sender);
    await answer({ type: 'page:dismiss', payload: { key: 'secret', as: 'dismissed' } }, sender);
    expect(await counts()).toEqual(before);
  });

  test('text pasted into our page is scored, explained and kept like an advert', async () => {
    const scored = await value<ScoredPosting>(answer({ type: 'ui:check-text', payload: { text: LURE.text } }, popup));
    expect(scored.verdict.level).toBe('high');
    const explanation = await value<Explanation>(answer({ type: 'ui:explain', payload: { scored } }, popup));
    expect(explanation.level).toBe('high');
    expect(explanation.actions.length).toBeGreaterThan(0);
  });
});
