import type { ScoredField } from '../../../src/engine/posting.ts';
import type { Kind, Level, PayFact, Reason } from '../../../src/engine/verdict.ts';
import type { ScoredPosting } from '../../../src/messages.ts';

/** Made-up adverts in several scripts, already scored. None of the names or numbers belongs to anyone. */
interface Draft {
  key: string;
  level: Level;
  kind?: Kind;
  score?: number;
  destinations?: string[];
  title?: string;
  company?: string;
  location?: string;
  salary?: string;
  text: string;
  url?: string;
  /** Signal, points, and the words in which it was seen, searched in all fields. */
  signs?: [signal: string, weight: number, ...words: string[]][];
  pay?: PayFact;
}

const usual: PayFact = {
  promisedUsd: 2400,
  usualUsd: 580,
  ratio: 4.14,
  country: 'TH',
  role: 'customer-service',
  year: '2024',
  source: { title: 'Labour force survey', url: 'https://example.org/survey' },
};

function scored(draft: Draft): ScoredPosting {
  const { key, level, kind = 'none', score = 0.5, destinations = [], signs = [], pay, ...posting } = draft;
  const reasons = signs.map(([signal, weight, ...words]): Reason => {
    const spans = words.map((phrase) => {
      const field = (['title', 'company', 'location', 'salary', 'text'] as ScoredField[]).find((name) =>
        posting[name]?.includes(phrase),
      );
      if (!field) throw new Error(`${key}: “${phrase}” is not in the advert`);
      const start = posting[field]!.indexOf(phrase);
      return { field, start, end: start + phrase.length };
    });
    const about = signal === 'lure-wording' ? { whole: true as const } : {};
    return { signal, weight, spans, ...about, ...(signal === 'pay-far-above-market' && pay ? { pay } : {}) };
  });
  return {
    key,
    posting: { url: 'https://www.facebook.com/groups/jobs', ...posting },
    adapter: 'facebook',
    view: 'feed',
    verdict: { level, score, kind, reasons, destinations, list: '2026.11.1' },
    signs: signs.filter(([signal, weight]) => weight > 0 && !['package', 'lure-wording'].includes(signal)).length,
  };
}

export const ENGLISH = scored({
  key: 'en',
  level: 'high',
  kind: 'scam-centre',
  score: 0.96,
  destinations: ['TH', 'MM'],
  title: 'Customer Service Representative – Thailand',
  company: 'Golden River International',
  location: 'Mae Sot, Thailand',
  salary: '$2,200 - $2,600 per month',
  text: `We are hiring chat support agents for our new office.

Monthly salary $2,200 to $2,600 plus bonus. No experience needed, full training given. Free flight ticket, visa and accommodation, three meals a day.

You enter on tourist visa first, company will change it later. Send your passport photo to reserve a seat.

Contact only on Telegram @example_hr. Hurry, 8 seats left.`,
  signs: [
    ['pay-far-above-market', 3, '$2,200 - $2,600 per month'],
    ['hotspot-destination', 3, 'Mae Sot'],
    ['paid-travel-and-housing', 3, 'Free flight ticket, visa and accommodation'],
    ['tourist-visa-for-work', 2.5, 'enter on tourist visa first'],
    ['messenger-only-contact', 1.4, 'Contact only on Telegram'],
    ['package', 2],
    ['lure-wording', 1.8, 'chat support agents', 'Hurry'],
  ],
  pay: usual,
});

export const VIETNAMESE = scored({
  key: 'vi',
  level: 'high',
  kind: 'scam-centre',
  score: 0.94,
  destinations: ['KH'],
  title: 'Tuyển nhân viên chăm sóc khách hàng – Campuchia',
  text: 'Việc nhẹ lương cao, không cần kinh nghiệm, bao ăn ở và vé máy bay. Lương 25 triệu một tháng. Làm việc tại Bavet, có xe đón. Liên hệ Zalo, không gọi điện.',
  signs: [
    ['pay-far-above-market', 3, 'Lương 25 triệu một tháng'],
    ['hotspot-destination', 3, 'Bavet'],
    ['paid-travel-and-housing', 3, 'bao ăn ở và vé máy bay'],
    ['no-experience-or-degree', 2, 'không cần kinh nghiệm'],
    ['messenger-only-contact', 1.4, 'Liên hệ Zalo'],
  ],
  pay: { ...usual, country: 'KH', ratio: 3.4, promisedUsd: 980, usualUsd: 290 },
});

export const ARABIC = scored({
  key: 'ar',
  level: 'high',
  kind: 'scam-centre',
  score: 0.91,
  destinations: ['TH'],
  title: 'مطلوب موظفو خدمة عملاء للعمل في تايلاند',
  company: 'شركة النهر الذهبي',
  text: 'فرصة عمل في تايلاند براتب 2000 دولار شهريا. لا يشترط خبرة. التذكرة والفيزا والسكن على حساب الشركة. أرسل صورة جواز السفر الآن. التواصل عبر تيليجرام فقط.',
  signs: [
    ['pay-far-above-market', 3, 'براتب 2000 دولار شهريا'],
    ['paid-travel-and-housing', 3, 'التذكرة والفيزا والسكن على حساب الشركة'],
    ['passport-asked-early', 2, 'أرسل صورة جواز السفر الآن'],
    ['messenger-only-contact', 1.4, 'التواصل عبر تيليجرام فقط'],
  ],
  pay: usual,
});

export const CHINESE = scored({
  key: 'zh',
  level: 'caution',
  kind: 'scam-centre',
  score: 0.55,
  destinations: ['AE'],
  title: '迪拜公司招聘客服，会打字即可',
  text: '迪拜公司招聘客服人员，月薪八千起，包机票包食宿，无需经验，会打字即可。有意者加飞机联系。',
  signs: [
    ['paid-travel-and-housing', 3, '包机票包食宿'],
    ['no-experience-or-degree', 2, '无需经验，会打字即可'],
    ['messenger-only-contact', 1.4, '加飞机联系'],
  ],
});

export const THAI = scored({
  key: 'th',
  level: 'caution',
  kind: 'task',
  score: 0.5,
  title: 'งานออนไลน์ กดไลก์ รายได้วันละ 2,000 บาท',
  text: 'รับสมัครคนทำงานออนไลน์ที่บ้าน แค่กดไลก์สินค้า รายได้วันละ 2,000 บาท ไม่ต้องมีประสบการณ์ สำรองเงินก่อน 500 บาทเพื่อรับงาน สนใจแอดไลน์',
  signs: [
    ['upfront-fee', 3, 'สำรองเงินก่อน 500 บาท'],
    ['no-experience-or-degree', 1, 'ไม่ต้องมีประสบการณ์'],
  ],
});

export const HONEST = scored({
  key: 'honest',
  level: 'none',
  score: 0.03,
  destinations: ['TH'],
  title: 'Front Desk Agent',
  company: 'Riverside Hotel Bangkok Co., Ltd.',
  location: 'Bangkok',
  text: 'Riverside Hotel Bangkok Co., Ltd., 12 Charoen Krung Road, is looking for a front desk agent. Two years of experience.',
  signs: [['registered-employer', -1.5, 'Riverside Hotel Bangkok Co., Ltd.']],
});

export const LITTLE = scored({
  key: 'little',
  level: 'none',
  score: 0.12,
  title: 'Warehouse helper, start today',
  text: 'Warehouse helper wanted, start today, call us.',
  signs: [['urgency-and-limited-slots', 0.5, 'start today']],
});

export const UNREAD = scored({ key: 'unread', level: 'cannot-read', title: 'Driver', text: '' });

export const WARNING = scored({
  key: 'warning',
  level: 'none',
  kind: 'warning-text',
  title: 'Police warn of job offers',
  text: 'Police warn of offers with free flights and high pay in Mae Sot.',
  signs: [['hotspot-destination', 1, 'Mae Sot']],
});

export const MARKUP = scored({
  key: 'markup',
  level: 'high',
  kind: 'scam-centre',
  title: '<img src=x onerror="hacked=true">',
  company: '</bdi><script>hacked=true</script>',
  text: 'Pay <script>hacked=true</script> first <svg onload="hacked=true">',
  signs: [['upfront-fee', 3, '<script>hacked=true</script> first <svg onload="hacked=true">']],
});

export const ADVERTS = [ENGLISH, VIETNAMESE, ARABIC, CHINESE, THAI, HONEST, LITTLE, UNREAD, WARNING, MARKUP];
