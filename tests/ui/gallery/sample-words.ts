import type { CombinationWords, SignalWords } from '../../../src/ui/explain.ts';

/** Made-up texts of signals, as the rule list holds them, for pictures and tests of what a person sees. */
const notice = { title: 'Notice on job offers abroad', url: 'https://example.org/notice', date: '2024-05' };
const study = { title: 'Study of recruitment adverts', url: 'https://example.org/study', date: '2019' };

function words(
  id: string,
  group: SignalWords['group'],
  label: string,
  why: string,
  honest?: string,
): [string, SignalWords] {
  return [id, { id, group, text: { en: { label, why, ...(honest ? { honest } : {}) } }, sources: [notice, study] }];
}

export const SIGNALS: ReadonlyMap<string, SignalWords> = new Map([
  words(
    'pay-far-above-market',
    'offer',
    'The pay is far above what this work pays there',
    'Very high pay for simple work is the sign that most authorities name.',
    'Skilled work abroad can pay well; then the advert names the skill and the employer.',
  ),
  words(
    'lure-wording',
    'context',
    'It is worded like adverts of this kind',
    'A computer compared the wording with thousands of adverts. The words shown weighed most. This alone proves nothing, so look at what is offered.',
    'Honest people who write in a hurry can sound alike.',
  ),
  words(
    'paid-travel-and-housing',
    'offer',
    'Flight, visa and housing are all paid for you',
    'Later the cost of them is called a debt, and you are told to work it off.',
    'Hotels, ships and farms pay for travel too, with a contract before you leave.',
  ),
  words(
    'no-experience-or-degree',
    'offer',
    'No experience or schooling is asked for',
    'Together with high pay, this is how people of every kind are drawn in.',
    'Many entry jobs ask for nothing; they pay entry wages.',
  ),
  words(
    'hotspot-destination',
    'place',
    'The work is in a place known for scam centres',
    'People were held there and made to cheat others online.',
    'Hotels, schools and shops hire in the same towns.',
  ),
  words(
    'messenger-only-contact',
    'contact',
    'Contact is by a messenger alone',
    'A messenger account can vanish in a minute, and nothing shows who is behind it.',
    'Small employers use messengers every day; they can also give you an address.',
  ),
  words(
    'tourist-visa-for-work',
    'place',
    'You would go on a tourist visa',
    'A tourist visa does not allow work. Without papers you depend on the employer.',
  ),
  words(
    'passport-asked-early',
    'selection',
    'Your passport is asked for before any contract',
    'A copy is enough to book a ticket for you, or to misuse your name.',
  ),
  words(
    'upfront-fee',
    'terms',
    'You are asked to pay before you start',
    'Employers who hire do not take money for it.',
  ),
  words('urgency-and-limited-slots', 'selection', 'You are asked to hurry', 'Hurry leaves no time to check.'),
  words(
    'registered-employer',
    'protective',
    'A registered employer is named, with an address',
    'You can check both without asking anyone.',
  ),
]);

export const COMBINATIONS: ReadonlyMap<string, CombinationWords> = new Map([
  [
    'package',
    {
      id: 'package',
      text: {
        en: {
          label: 'Easy work, high pay and everything paid, in one of the known places',
          why: 'Each of these is common. All of them in one advert are rare among honest ones.',
        },
      },
      sources: [study],
    },
  ],
]);
