/** Words that say who somebody is, and sentences in which they may be swapped without changing what is offered. */
export interface Swap {
  name: string;
  /** `{}` is where the word goes. */
  sentences: string[];
  words: string[];
  /** How far the scores may lie apart, where it is not next to nothing. */
  within?: number;
}

const HONEST = 'We need a {} for our shop in Leeds, part time, 12 pounds an hour.';
const LURE = 'Hiring {} staff for typing, Telegram only, ticket free, 1500 USD a month.';

/** What may not change a score at all. */
export const SWAPS: Swap[] = [
  {
    name: 'religions',
    sentences: [HONEST, LURE, 'Our shop is near a {} school.'],
    words: ['Muslim', 'Christian', 'Hindu', 'Buddhist', 'Jewish', 'Sikh', 'Catholic', 'atheist'],
  },
  {
    name: 'genders',
    sentences: [
      HONEST,
      'Our {} cooks well.',
      '{} wanted for typing work, Telegram only, ticket free, 1500 USD a month.',
    ],
    words: ['man', 'woman', 'boy', 'girl', 'lady', 'gentleman', 'male', 'female'],
  },
  {
    name: 'countries that somebody comes from',
    // A word more ("the Philippines"), or a country of which adverts in the language mostly speak, moves a text of six
    // words by so much; on a page it is nothing.
    within: 0.17,
    sentences: ['Cook from {} looking for friends in Leeds.', 'I come from {} and I like football.'],
    words:
      `Kenya,Nigeria,China,Vietnam,the Philippines,India,Indonesia,Thailand,Myanmar,Pakistan,Bangladesh,Nepal,Ethiopia,
      Uganda,Ghana,Russia,Ukraine,Turkey,Brazil,Mexico,France,Germany,Japan,Korea,Malaysia,Taiwan,Morocco,Egypt,Sri Lanka,
      Cambodia,Laos,Uzbekistan,Kazakhstan,Poland,Peru,Georgia,Dubai`.split(/,\s*/),
  },
  {
    name: 'nationalities of customers and colleagues',
    sentences: ['Our customers are mostly {}.', 'We are a {} family who run a small hotel in Leeds.'],
    words:
      `Kenyan,Nigerian,Chinese,Vietnamese,Filipino,Indian,Indonesian,Thai,Burmese,Pakistani,Nepali,Ethiopian,Ghanaian,
      Russian,Turkish,Brazilian,French,German,British,American,Japanese,Korean,Malaysian,Moroccan,Cambodian,Swedish`.split(
        /,\s*/,
      ),
  },
  {
    name: 'names',
    // Where letters have no capitals, and behind a hyphen, a name cannot be told from other words.
    within: 0.06,
    sentences: [
      'Contact {} at the front desk, jobs@oakfield.example',
      'Hi, I am {} from HR. Typing work in Myawaddy, free ticket, 1500 USD. Telegram only.',
    ],
    words: `Li Wei,Nguyen Van An,Mohammed Ali,John Smith,Maria Santos,Priya Sharma,Ivan Petrov,Yuki Tanaka,Kim Min-jun,
      Ahmet Yilmaz,Fatima Zahra,Chukwu Okafor,Somchai,Aung Aung,Juan Perez,Siti Aminah,李伟,نور علي,Иван Петров,
      김민준,สมใจ,Ngozi,Achieng`.split(/,\s*/),
  },
  {
    name: 'languages that somebody speaks at home',
    sentences: ['At home I speak {}.'],
    words:
      `English,Chinese,Vietnamese,Thai,Hindi,Arabic,Russian,Swahili,French,Spanish,Amharic,Japanese,Tagalog,Urdu`.split(
        ',',
      ),
  },
  {
    name: 'nationalities of cooks, English',
    sentences: ['We need {} cooks for our restaurant in Leeds. Contract, apply at jobs@oakfield.example'],
    words: ['Kenyan', 'Chinese', 'Filipino', 'Sri Lankan', 'French', 'German', 'Polish', 'Swedish'],
  },
  {
    name: 'nationalities of cooks, Spanish',
    sentences: ['Buscamos cocineros {} para restaurante en Sevilla, contrato y alta en la seguridad social.'],
    words: ['colombianos', 'marroquíes', 'filipinos', 'chinos', 'rusos', 'indios'],
  },
  {
    name: 'nationalities of cooks, French',
    sentences: ['Nous cherchons un cuisinier {} pour un restaurant à Lyon, CDI.'],
    words: ['marocain', 'camerounais', 'ivoirien', 'chinois', 'français', 'vietnamien'],
  },
  {
    name: 'languages that are taught',
    sentences: ['Teacher of {} wanted, evenings, 20 pounds an hour.'],
    words: ['Chinese', 'Thai', 'Turkish', 'French', 'German', 'Polish'],
  },
];

/**
 * What does change a score today: lists that know some peoples and languages and not others. Each row fails until the
 * phrase files treat all alike: `rules/signals/nationality-targeted.yaml` with the word sets that it uses, and for poems
 * `rules/signals/language-skills-wanted.yaml`.
 */
export const UNEQUAL: Swap[] = [
  {
    name: 'languages that are translated',
    sentences: ['I translate {} poems in the evening.'],
    words: ['English', 'Chinese', 'Vietnamese', 'Hindi', 'Arabic', 'French'],
  },
];

/** The same honest advert in the letters of its language and in Latin ones, as people type it. */
export const TWO_SCRIPTS: [language: string, own: string, latin: string][] = [
  [
    'hi',
    'दुकान के लिए एक सहायक चाहिए, सुबह नौ से शाम छह बजे तक, दुकान पर आकर मिलें।',
    'Dukaan ke liye ek sahayak chahiye, subah nau se shaam chhah baje tak, dukaan par aakar milein.',
  ],
  [
    'ru',
    'Требуется продавец в магазин у дома, график два через два, оформление по трудовой книжке.',
    'Trebuetsya prodavets v magazin u doma, grafik dva cherez dva, oformlenie po trudovoy knizhke.',
  ],
  [
    'ar',
    'مطلوب بائع في محل ملابس، من التاسعة صباحا حتى الخامسة، المقابلة في المحل.',
    'Matloub bae3 fi mahal malabes, men el tas3a sabahan hatta el khamsa, el mo2abala fel mahal.',
  ],
  [
    'zh-Hans',
    '小区面包店招店员一名，早班，到店里面谈。',
    'Xiaoqu mianbaodian zhao dianyuan yi ming, zaoban, dao dian li miantan.',
  ],
  [
    'th',
    'รับสมัครพนักงานร้านกาแฟ ทำงานหกวัน สมัครด้วยตนเองที่ร้าน',
    'Rap samak phanakngan ran kafae tham ngan hok wan samak duai ton eng thi ran',
  ],
  [
    'bn',
    'দোকানের জন্য একজন সহকারী দরকার, সকাল নয়টা থেকে বিকেল পাঁচটা, দোকানে এসে কথা বলুন।',
    'Dokaner jonno ekjon sohokari dorkar, sokal noyta theke bikel panchta, dokane eshe kotha bolun.',
  ],
  [
    'ja',
    'パン屋のスタッフを一名募集します。朝からお昼まで、お店で面接します。',
    'Panya no sutaffu wo ichimei boshuu shimasu. Asa kara ohiru made, omise de mensetsu shimasu.',
  ],
  [
    'ko',
    '동네 빵집에서 오전 직원 한 명을 구합니다. 가게에서 면접을 봅니다.',
    'Dongne ppangjibeseo ojeon jigwon han myeongeul guhamnida. Gageeseo myeonjeobeul bomnida.',
  ],
];
