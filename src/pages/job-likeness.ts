import { hasVocabulary, type Mark, marksIn } from './job-marks.ts';
import { hasMoney } from './money.ts';

/** How a page's unit is told from posts that advertise no work. */
export type Likeness = 'certain' | 'likely' | 'possible' | 'no';

/** These two look at text in lower case: patterns that fold case themselves take three times as long to compile. */
const CONTACT =
  /\b(?:wa\.me|t\.me|chat\.whatsapp|line\.me|lin\.ee|zalo\.me|m\.me|signal\.me|bit\.ly|forms\.gle)\b|[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,}|(?:whats?\s?app|wh?atsap|telegram|\btg|\bline|wechat|weixin|微信|viber|zalo|signal|botim|kakao|카톡|飞机|qq|скайп|телеграм|тг|واتس|وتس|واٹس|व्हाट्स)\W{0,4}(?:id|:|@|\+?\p{Nd})|\+?\p{Nd}(?:[\s().-]?\p{Nd}){7,}/u;

/** Writing meant to slip past filters: letters spaced or dotted out, digits or signs for letters, two alphabets in a word. */
const DISGUISE =
  /(?:\p{L}[\s.·*_|-]){4}|[a-z][@0134$*][a-z]|[a-z][а-яё]|[а-яё][a-z0134]\p{L}|[\u{1f130}-\u{1f189}]{3}|\p{L}[.*·]\p{L}[.*·]\p{L}/u;

/** Longer texts hold stray words of every kind; they need more than one mark. Han and kana say more in less. */
const SHORT = 400;
const SHORT_IDEOGRAPHS = 120;

/**
 * Marks of a job advert: an opening, a trade, pay, a way to apply, a contact, where the work is done. Two make it
 * likely, a named opening with two more, or four of any kind, certain; fewer than two possible: better to score an ordinary post, which gets no warning, than to pass over a lure.
 */
export function jobLikeness(text: string): Likeness {
  if (!hasVocabulary()) return 'possible';
  const raw = text.slice(0, 4000).replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '');
  const head = raw.normalize('NFKC').toLowerCase();
  const money = hasMoney(head);
  const contact = CONTACT.test(head);
  const found = marksIn(head);
  const said = (mark: Mark): number => (found.has(mark) ? 1 : 0);
  const marks = {
    hiring: said('hiring') || 0.4 * said('work'),
    role: said('role'),
    pay: said('pay') && money ? 1 : 0.5 * said('pay'),
    contact: contact ? 1 : 0,
    apply: said('apply'),
    place: said('place'),
  };
  const { hiring, role, pay, apply, place } = marks;
  const weight = 2 * hiring + 2 * pay + 1.5 * marks.contact + apply + place + 0.5 * role + (money ? 1 : 0);
  const short = head.length < (/[\u3040-\u30ff\u3400-\u9fff]/.test(head) ? SHORT_IDEOGRAPHS : SHORT);
  if (weight < (short ? 1 : 2) && !DISGUISE.test(raw.toLowerCase().replace(/(?:https?:|@|#)\S+/g, ' '))) return 'no';
  const count = Math.ceil(hiring) + role + Math.floor(pay) + marks.contact + apply + place;
  if (count < 2) return 'possible';
  return count >= 4 || (hiring === 1 && count >= 3) ? 'certain' : 'likely';
}

export const isLikely = (likeness: Likeness): boolean => likeness === 'likely' || likeness === 'certain';

/** Whether a title, heading or address speaks of jobs at all. */
export function speaksOfJobs(text: string): boolean {
  const found = marksIn(
    text
      .slice(0, 1000)
      .normalize('NFKC')
      .replace(/[-_/+.]/g, ' '),
  );
  return found.has('hiring') || found.has('work');
}
