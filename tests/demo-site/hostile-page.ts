import { escapeMarkup, page, scriptJson } from './markup.ts';

/** One way in which a page works against what others add to it. `static/hostile.js` does the deed. */
interface HostileCase {
  name: string;
  says: string;
  author: string;
  text: string;
}

/** Offers that differ, so that each case is a posting of its own. */
const offer = (place: string, pay: string, handle: string) =>
  `We take chat operators for our Asian office, twelve people, this week. ${pay} dollars a month, commission on deposits. No
experience, no diploma, 18 to 30. Ticket, room and food are on us. You enter as a tourist through Bangkok and our driver
takes you to ${place}, papers are done there. You live and work in one building. Write only on Telegram ${handle} and send
the first page of your passport.`.replaceAll('\n', ' ');

const HONEST =
  `The bakery on Tanner Street looks for a shop assistant, 24 hours a week, Tuesday to Saturday mornings. 12.60 an
hour, staff bread, holiday pay from the first day. Ask for Maud between two and four, or ring 01632 000 114. We are happy to
teach somebody who has never stood behind a counter.`.replaceAll('\n', ' ');

const FILLER = [
  'The team meets every morning and talks about the day before.',
  'Tea and fruit stand in the kitchen on the second floor.',
  'Please read the house rules, they are on the wall next to the lift.',
  'Everyone keeps a tidy desk and closes the window in the evening.',
  'Breaks are agreed with the colleague who sits opposite.',
  'Some rooms face the garden, others the railway.',
  'The cupboard for lost property is emptied at the end of each season.',
];

/** About one megabyte: the offer stands at both ends of a very long text. */
function bigText(): string {
  const ends = offer('Laukkaing', '1,900 to 2,400', '@whale_desk000');
  const parts = [ends];
  for (let length = 2 * ends.length, line = 0; length < 1_000_000; line++) {
    const sentence = `${line + 1}. ${FILLER[line % FILLER.length]}${line % 9 === 8 ? '\n' : ''}`;
    parts.push(sentence);
    length += sentence.length + 1;
  }
  return [...parts, ends].join(' ');
}

export const HOSTILE_CASES: HostileCase[] = [
  {
    name: 'remove',
    says: 'takes out every node that it did not make',
    author: 'Agent Remo 000',
    text: offer('Myawaddy', '1,500 to 2,200', '@remo_desk000'),
  },
  {
    name: 'cover',
    says: 'lays a link over the whole post, above everything',
    author: 'Agent Tilly 000',
    text: offer('Bavet', '1,400 to 2,000', '@tilly_desk000'),
  },
  {
    name: 'restyle',
    says: 'hides foreign nodes with its styles and with style attributes',
    author: 'Agent Costa 000',
    text: offer('Poipet', '1,300 to 1,900', '@costa_desk000'),
  },
  {
    name: 'clone',
    says: 'copies foreign nodes into other posts',
    author: 'Agent Dolly 000',
    text: offer('Shwe Kokko', '1,600 to 2,100', '@dolly_desk000'),
  },
  {
    name: 'click',
    says: 'clicks and presses keys on foreign nodes by script',
    author: 'Agent Poke 000',
    text: offer('Sihanoukville', '1,250 to 1,800', '@poke_desk000'),
  },
  {
    name: 'storm',
    says: 'changes its own counters in every frame',
    author: 'Agent Gale 000',
    text: offer('Tachileik', '1,450 to 2,050', '@gale_desk000'),
  },
  {
    name: 'change',
    says: 'turns from a shop assistant into an offer abroad after two seconds',
    author: 'Agent Morph 000',
    text: HONEST,
  },
  {
    name: 'hidden',
    says: 'keeps an offer abroad out of sight inside an honest post',
    author: 'Agent Veil 000',
    text: HONEST,
  },
  {
    name: 'deep',
    says: 'nests its text 5,000 elements deep',
    author: 'Agent Cave 000',
    text: '',
  },
  {
    name: 'big',
    says: 'is one megabyte long',
    author: 'Agent Whale 000',
    text: bigText(),
  },
];

/** What the page's script puts in later. */
const LATER: Record<string, string> = {
  change: offer('Mae Sai', '1,550 to 2,150', '@morph_desk000'),
  hidden: offer('O-Smach', '1,350 to 1,950', '@veil_desk000'),
  deep: offer('the Golden Triangle zone', '1,700 to 2,250', '@cave_desk000'),
};

/** All cases on one page, or one of them; null for a case that does not exist. */
export function hostilePage(only: string | null): string | null {
  const cases = HOSTILE_CASES.filter(({ name }) => only === null || name === only);
  if (cases.length === 0) return null;
  const posts = cases.map(
    ({ name, says, author, text }) => `<div role="article" class="post" data-case="${name}" aria-label="${name}">
  <h3 class="name">${escapeMarkup(author)}</h3>
  <p class="says" aria-hidden="true">${name}: ${escapeMarkup(says)}</p>
  <div class="text" dir="auto">${escapeMarkup(text)}</div>
  <p class="counts"><span class="seen">0</span> views</p>
</div>`,
  );
  return page({
    title: 'Hostile page',
    styles: ['hostile'],
    scripts: ['hostile'],
    bodyClass: 'hostile',
    body: `<main>
<h1>Hostile page</h1>
<div role="feed" aria-label="Posts">
${posts.join('\n')}
</div>
<script type="application/json" id="later">${scriptJson(LATER)}</script>
</main>`,
  });
}
