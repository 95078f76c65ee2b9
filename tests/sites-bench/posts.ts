/** Posts made up for the re-created feeds. Every name, number and handle is invented. */
export interface BenchPost {
  id: number;
  author: string;
  text: string;
  /** Cut in the page until somebody presses "See more". */
  cut?: boolean;
  /** What somebody answered. */
  answer?: string;
  lure: boolean;
}

const PLACES = ['Myawaddy', 'Poipet', 'Bavet', 'Sihanoukville', 'Tachileik', 'Shwe Kokko'];

/** Handles differ, so that each offer is a posting of its own and can be found again. */
export const handleOf = (id: number): string => `@desk_${id}_000`;

const offer = (id: number): string =>
  `We take chat operators for our Asian office, twelve people, this week. 1,${300 + id} to 2,200 dollars a month, commission
on deposits. No experience, no diploma, 18 to 30. Ticket, room and food are on us. You enter as a tourist through Bangkok and
our driver takes you to ${PLACES[id % PLACES.length]}, papers are done there. Write only on Telegram ${handleOf(id)} and send
the first page of your passport.`.replaceAll('\n', ' ');

const EVERYDAY = [
  'The heron is back at the mill pond. It stood there for an hour and looked at me as if I owed it rent.',
  'Does anybody have a ladder that reaches a second-floor window? I would bring cake.',
  'Choir practice moves to Thursday. Same room, same biscuits, new soprano.',
  'Our oven has decided that it knows only two temperatures, cold and volcano.',
  'Photos of the market are up. Thank you all for coming in that rain.',
  'The library has a shelf of seeds now. Take some, and bring some back in autumn.',
];

/** A feed of `count` posts, an offer abroad at every fifth place from the second on. `from`: number of the first post. */
export function benchPosts(count: number, from = 1): BenchPost[] {
  return Array.from({ length: count }, (_, at) => {
    const id = from + at;
    const lure = at % 5 === 1;
    return {
      id,
      author: lure ? `Overseas Desk ${id}` : `Neighbour ${id}`,
      text: lure ? offer(id) : EVERYDAY[id % EVERYDAY.length]!,
      cut: lure && at % 10 === 6,
      answer: at % 5 === 1 ? 'Interested, is it still open?' : undefined,
      lure,
    };
  });
}
