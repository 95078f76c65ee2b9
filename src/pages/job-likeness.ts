import { type Mark, marksIn, vocabulary } from './job-marks.ts';
import { DIGITS, hasMoney } from './money.ts';
import { hash } from './posting-key.ts';

/** How a page's unit is told from posts that advertise no work. */
export type Likeness = 'certain' | 'likely' | 'possible' | 'no';

/**
 * These two look at text in lower case, and name letters and digits by where they stand: patterns that fold case or ask
 * for properties of Unicode take many times as long to compile, which on most pages is all that they cost.
 */
const CONTACT = new RegExp(
  `\\b(?:wa\\.me|t\\.me|chat\\.whatsapp|line\\.me|lin\\.ee|zalo\\.me|m\\.me|signal\\.me|bit\\.ly|forms\\.gle)\\b|[\\w.+-]{1,64}@[\\w-]{1,64}\\.\\w{2,}|(?:whats?\\s?app|wh?atsap|telegram|\\btg|\\bline|wechat|weixin|微信|viber|zalo|signal|botim|kakao|카톡|飞机|qq|скайп|телеграм|тг|واتس|وتس|واٹس|व्हाट्स)\\W{0,4}(?:id|:|@|\\+?[${DIGITS}])|\\+?[${DIGITS}](?:[\\s().-]?[${DIGITS}]){7,}`,
);

const ANY_LETTER = '(?:[a-z\u00aa-\u1fff\u3040-\ud7ff\uff41-\uff5a]|\ud835[\udc00-\udfff])';
/** Writing meant to slip past filters: letters spaced or dotted out, digits or signs for letters, two alphabets in a word. */
const DISGUISE = new RegExp(
  `(?:${ANY_LETTER}[\\s.·*_|-]){4}|[a-z][@0134$*][a-z]|[a-z][а-яё]|[а-яё][a-z0134]${ANY_LETTER}|(?:\ud83c[\udd30-\udd89]){3}|${ANY_LETTER}[.*·]${ANY_LETTER}[.*·]${ANY_LETTER}`,
);

/** Longer texts hold stray words of every kind; they need more than one mark. Han and kana say more in less. */
const SHORT = 400;
const SHORT_IDEOGRAPHS = 120;

const LOOKED_AT = 4000;
/** The same posts are looked at for what kind of feed they are, to be read, and when the page is looked at anew. */
const judged = new Map<string, Likeness>();
const MOST_JUDGED = 300;

/**
 * Marks of a job advert: an opening, a trade, pay, a way to apply, a contact, where the work is done. Two make it
 * likely, a named opening with two more, or four of any kind, certain; fewer than two possible: better to score an ordinary post, which gets no warning, than to pass over a lure.
 */
export function jobLikeness(text: string): Likeness {
  if (!vocabulary()) return 'possible';
  const start = text.slice(0, LOOKED_AT);
  const print = hash(start);
  if (judged.size > MOST_JUDGED) judged.clear();
  const likeness = judged.get(print) ?? judge(start);
  judged.set(print, likeness);
  return likeness;
}

function judge(text: string): Likeness {
  const raw = text.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '');
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
