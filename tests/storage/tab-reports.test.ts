import { expect, test, vi } from 'vitest';
import { TabReports } from '../../src/storage/tab-reports.ts';
import { sessionArea, tabPosting } from './fixtures.ts';

const page = { url: 'https://example.org/jobs', title: 'Jobs', unread: [] };

test("a tab's list outlives the background", async () => {
  const session = sessionArea();
  const tabs = new TabReports(session);
  tabs.start(1, { url: page.url, title: 'Jobs', state: 'checking' });
  await tabs.add(1, { ...page, postings: [tabPosting('a', { level: 'high' })] });
  await tabs.add(1, { ...page, postings: [tabPosting('b')] });
  await vi.waitFor(async () => {
    const later = await new TabReports(session).get(1);
    expect(later?.state).toBe('read');
    expect(later?.postings.map(({ key }) => key)).toEqual(['a', 'b']);
  });
});

test('a posting sent again replaces its earlier self', async () => {
  const tabs = new TabReports(sessionArea());
  await tabs.add(1, { ...page, postings: [tabPosting('a'), tabPosting('b')] });
  const grown = await tabs.add(1, { ...page, postings: [tabPosting('a', {}, 'More words.')] });
  expect(grown.postings.map(({ key, posting }) => [key, posting.text])).toEqual([
    ['b', 'Words.'],
    ['a', 'More words.'],
  ]);
});

test('another page begins anew, and what the last one sends late is not added', async () => {
  const tabs = new TabReports(sessionArea());
  await tabs.add(1, { ...page, postings: [tabPosting('a')] });
  tabs.start(1, { url: 'https://example.org/other', title: '', state: 'checking' });
  const late = await tabs.add(1, { ...page, postings: [tabPosting('b')] });
  expect(late).toMatchObject({ url: 'https://example.org/other', state: 'checking', postings: [] });
});

test('two messages at once add to each other', async () => {
  const tabs = new TabReports(sessionArea());
  await Promise.all(['a', 'b', 'c'].map((key) => tabs.add(1, { ...page, postings: [tabPosting(key)] })));
  expect((await tabs.get(1))?.postings).toHaveLength(3);
});

test('a posting is found by its key after the background was stopped', async () => {
  const session = sessionArea();
  await new TabReports(session).add(7, { ...page, postings: [tabPosting('a')] });
  await vi.waitFor(async () => {
    expect((await new TabReports(session).find('a'))?.tabId).toBe(7);
  });
  expect(await new TabReports(session).find('b')).toBeNull();
});

test('a closed tab leaves nothing', async () => {
  const session = sessionArea();
  const tabs = new TabReports(session);
  await tabs.add(1, { ...page, postings: [tabPosting('a')] });
  await vi.waitFor(() => expect(session.items.size).toBe(1));
  tabs.remove(1);
  await vi.waitFor(() => expect(session.items.size).toBe(0));
  expect(await tabs.get(1)).toBeUndefined();
});

test('an endless feed keeps its warnings and stays within bounds', async () => {
  const session = sessionArea(10_000_000);
  const tabs = new TabReports(session);
  const feed = Array.from({ length: 1000 }, (_, index) => tabPosting(`n${index}`, {}, 'x'.repeat(5000)));
  feed[3] = tabPosting('lure', { level: 'high', score: 0.97 }, 'x'.repeat(5000));
  const report = await tabs.add(1, { ...page, postings: feed });
  expect(report.postings).toHaveLength(300);
  expect(report.postings[0]!.key).toBe('lure');
  await vi.waitFor(() => expect(session.items.size).toBe(1));
  expect(JSON.stringify(session.items.get('tab:1')).length).toBeLessThan(500_000);
  expect((await new TabReports(session).get(1))?.postings.at(0)?.key).toBe('lure');
});

test('session storage that refuses costs nothing while the background runs', async () => {
  const tabs = new TabReports(sessionArea(0));
  await tabs.add(1, { ...page, postings: [tabPosting('a')] });
  expect((await tabs.get(1))?.postings).toHaveLength(1);
});
