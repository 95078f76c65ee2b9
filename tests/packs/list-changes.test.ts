import { expect, test } from 'vitest';
import { listChanges, type TellableList } from '../../src/packs/list-changes.ts';

const signal = (id: string, weight = 1) => ({ id, name: `Name of ${id}`, weight }) as TellableList['signals'][number];
const site = (name: string, change: object = {}) => ({ site: name, name, ...change }) as never;
const contact = (id: string, note = '') => ({ id, note }) as never;
const list = (change: Partial<TellableList>): TellableList => ({ version: '1', signals: [], help: [], ...change });

test('says what came, went and changed, by name', () => {
  const from = list({ signals: [signal('a'), signal('b'), signal('c')] });
  const to = list({ version: '2', signals: [signal('a'), signal('b', 2), signal('d')] });
  expect(listChanges(from, to)).toMatchObject({
    from: '1',
    to: '2',
    signals: {
      added: [{ id: 'd', name: 'Name of d' }],
      removed: [{ id: 'c', name: 'Name of c' }],
      changed: [{ id: 'b', name: 'Name of b' }],
    },
  });
});

test('tells sites that were mended from those switched off and on', () => {
  const from = list({ sites: [site('a'), site('b'), site('c', { state: 'off' }), site('d')] });
  const to = list({
    sites: [site('a', { revision: 2 }), site('b', { state: 'off' }), site('c', { state: 'on' }), site('d')],
  });
  expect(listChanges(from, to).sites).toEqual({ mended: ['a'], off: ['b'], on: ['c'] });
});

test('counts contacts and addresses', () => {
  const help = (entries: never[]) => [{ country: 'PH', name: 'Philippines', entries }];
  const from = list({ help: help([contact('a'), contact('b')]), indicators: 10 });
  const to = list({ help: help([contact('a', 'new hours'), contact('c')]), indicators: 12 });
  expect(listChanges(from, to)).toMatchObject({
    contacts: { added: 1, removed: 1, changed: 1 },
    indicators: { from: 10, to: 12 },
  });
});
