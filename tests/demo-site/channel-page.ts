import { advertsOf } from './adverts.ts';
import { dayOf, escapeMarkup, initialOf, numberFrom, page } from './markup.ts';

const messages = advertsOf('channel').sort((a, b) => a.posted.localeCompare(b.posted));

/** Public preview of a channel, oldest message first. `plain` leaves the roles out, so that only repetition gives the messages away. */
export function channelPage(plain: boolean): string {
  const role = (name: string) => (plain ? '' : ` role="${name}"`);
  let day = '';
  const rows = messages.map((message, place) => {
    const separator =
      dayOf(message.posted) === day ? '' : `<div class="pp-day"><span>${dayOf(message.posted)}</span></div>`;
    day = dayOf(message.posted);
    return `${separator}<div class="pp-row">
  <span class="avatar t${numberFrom(message.author, 8)}" aria-hidden="true">${escapeMarkup(initialOf(message.author))}</span>
  <div class="pp-note"${role('article')} data-note="workabroad/${411 + place}">
    <div class="pp-who" dir="auto">${escapeMarkup(message.author)}</div>
    <div class="pp-words" dir="auto">${escapeMarkup(message.text).replaceAll('\n', '<br>')}</div>
    <div class="pp-meta"><span class="pp-seen">${(1.1 + numberFrom(message.id, 60) / 10).toFixed(1)}K</span> <a href="#note-${411 + place}"><time datetime="${message.posted}">${message.posted.slice(11, 16)}</time></a></div>
  </div>
</div>`;
  });
  return page({
    title: 'Work Abroad Exchange – Pigeonpost',
    styles: ['channel'],
    bodyClass: 'pigeon',
    body: `
<header class="pp-top"><a class="pp-brand" href="/channel">Pigeonpost</a><a class="pp-get" href="#">Open in app</a></header>
<div class="pp-columns">
  <main class="pp-history"${role('log')} aria-label="Messages">
${rows.join('\n')}
  </main>
  <aside class="pp-card">
    <span class="avatar big t5" aria-hidden="true">W</span>
    <h1>Work Abroad Exchange</h1>
    <p class="pp-count">14 208 subscribers</p>
    <p>Members pass on what they hear. Nobody checks it.</p>
  </aside>
</div>`,
  });
}
