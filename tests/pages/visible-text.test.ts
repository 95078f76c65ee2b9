// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { markOwn } from '../../src/pages/own-nodes.ts';
import { lineOf, visibleText } from '../../src/pages/visible-text.ts';

function element(html: string): Element {
  document.body.innerHTML = `<div id="unit">${html}</div>`;
  return document.querySelector('#unit')!;
}
const textOf = (html: string, skip?: string): string => visibleText(element(html), { skip }).text;

describe('visible text', () => {
  test.each([
    ['blocks are lines', '<p>One</p><p>Two <b>bold</b></p>', 'One\nTwo bold'],
    ['line breaks are lines, two leave an empty one', 'A<br>B<br><br>C', 'A\nB\n\nC'],
    ['spaces fold', '  a\n   b&nbsp; c ', 'a b c'],
    ['emphasis does not part words', 'he<b>ll</b>o', 'hello'],
    ['table cells are apart', '<table><tr><td>Pay</td><td>900</td></tr></table>', 'Pay 900'],
    ['scripts and styles are not words', '<script>x</script><style>y</style><template>z</template>ok', 'ok'],
    ['buttons are not words', 'Text <button>See more</button><span role="button">Share</span>', 'Text'],
    [
      'a whole card may be a button',
      `<div role="button">${'Cook wanted in town. '.repeat(8)}</div>`,
      'Cook wanted in town. '.repeat(8).trim(),
    ],
    ['hidden parts are left out', '<p hidden>no</p><p style="display:none">no</p><p>yes</p>', 'yes'],
    [
      'the copy for screen readers is left out',
      '<a><span aria-hidden="true">Cook</span><span>Cook (verified)</span></a>',
      'Cook',
    ],
    ['also when it stands in front', '<a><span>Cook</span><span aria-hidden="true">Cook</span></a>', 'Cook'],
    ['emoji images are emoji, other images nothing', 'Hot <img alt="🔥"> <img alt="ACME logo">', 'Hot 🔥'],
    ['closed details show their summary', '<details><summary>More</summary>inside</details>', 'More'],
    ['preformatted text keeps its lines', '<pre>a\n\nb</pre>', 'a\n\nb'],
    ['forms can hold the whole page', '<form><p>Advert</p><input value="x"></form>', 'Advert'],
  ])('%s', (_, html, text) => expect(textOf(html)).toBe(text));

  test('skips what the rule names', () => {
    expect(textOf('Text<span class="time">12:00</span>', '.time')).toBe('Text');
    expect(textOf('Text', ':not a selector')).toBe('Text');
  });

  test('skips our own nodes, whatever the page does to look like us', () => {
    const unit = element('Advert<span id="ours">badge</span>');
    markOwn(unit.querySelector('#ours')!);
    expect(visibleText(unit).text).toBe('Advert');
  });

  test('reads open shadow trees as displayed', () => {
    const unit = element('<x-post>slotted</x-post>');
    unit.firstElementChild!.attachShadow({ mode: 'open' }).innerHTML = '<p>before</p><slot></slot>';
    expect(visibleText(unit).text).toBe('before\nslotted');
  });

  test('stops at the limit and says so', () => {
    const unit = element('<p>12345</p><p>67890</p>');
    expect(visibleText(unit, { limit: 7 })).toEqual({ text: '12345\n6', cut: true });
    expect(visibleText(unit)).toEqual({ text: '12345\n67890', cut: false });
  });

  test('survives nesting that would exhaust a stack', () => {
    const inert = document.implementation.createHTMLDocument('');
    const { body } = inert;
    let deepest: Element = body;
    for (let depth = 0; depth < 5000; depth++) deepest = deepest.appendChild(inert.createElement('div'));
    deepest.textContent = 'deep';
    expect(visibleText(body).text).toBe('deep');
  });

  test('gives names and titles as one line', () => {
    expect(lineOf(element('<h2>Cook<br>and <b>waiter</b></h2>'))).toBe('Cook and waiter');
  });
});
