import { beforeAll, describe, expect, test } from 'vitest';
import { jobLikeness, speaksOfJobs } from '../../src/pages/job-likeness.ts';
import { learnVocabulary } from '../../src/pages/job-marks.ts';
import { VOCABULARY } from '../../src/pages/vocabulary.ts';

test('without its words the reader passes over nothing', () =>
  expect(jobLikeness('A heron on the roof')).toBe('possible'));

describe('with words', () => {
  beforeAll(() => learnVocabulary(VOCABULARY));

  describe('what may be a job advert', () => {
    test.each([
      'Hiring chat support, Bangkok office, 35k baht, free room. DM',
      'need 5 girls 18-28 for online job, ticket paid, inbox me',
      'Se buscan chicos para trabajar en Camboya, sueldo 1200 USD, pasaje pagado',
      'Vaga de digitador no exterior, passagem e moradia pagas, chama no zap',
      'Recrutement : opérateurs de saisie, billet et logement offerts',
      'Lowongan admin judi online di Kamboja, gaji 12 juta, tiket ditanggung',
      'Tuyển nhân viên chat, lương 25 triệu, bao ăn ở, đi Campuchia',
      'รับสมัครแอดมินเว็บ ปอยเปต เงินเดือน 30000 มีที่พัก',
      '招聘打字员,月薪一万五,包吃住,机票报销',
      '海外リゾートでテレアポ、月80万、渡航費支給',
      '캄보디아 텔레마케터 모집, 월급 600, 숙식 제공',
      'Требуются операторы в Таиланд, зарплата 2000$, билет оплачиваем',
      'Потрібні оператори чату, зарплата 1500 доларів, житло',
      'مطلوب موظفين خدمة عملاء في دبي، راتب 1500 دولار والسكن مجاني',
      'नौकरी: थाईलैंड में डाटा एंट्री, वेतन 80000, टिकट फ्री',
      'ការងារនៅប៉ោយប៉ែត ប្រាក់ខែ 800 ដុល្លារ មានកន្លែងស្នាក់នៅ',
      'အလုပ်ခေါ်စာ မြဝတီ လစာ ၄၀၀၀၀ ဘတ် စားစရိတ်ငြိမ်း',
      'Trabaho sa abroad, data encoder, libre ticket at bahay, sahod 45k',
      'Nafasi za kazi Thailand, mshahara dola 900, tiketi bure',
      'የስራ እድል በታይላንድ ደመወዝ 700 ዶላር ትኬት በእኛ',
      'h i r i n g  Myanm@r  ✈️🏠  pm',
      'wa.me/10000000000',
    ])('%s', (text) => expect(jobLikeness(text)).not.toBe('no'));

    test.each([
      'A heron sat on our roof this morning, the children were delighted.',
      '中山峠、夏タイヤで近寄ってはいけません',
      'What a match! Two goals in the last minute, I still cannot believe it.',
      'Kucing kami sudah pulang, terima kasih semuanya.',
      'Сегодня весь день идёт снег, красиво.',
    ])('not: %s', (text) => expect(jobLikeness(text)).toBe('no'));

    test('long posts need more than one stray word', () => {
      const story = 'We walked along the river until the evening and the light was golden over the fields. '.repeat(6);
      expect(jobLikeness(`${story} My brother found a job.`)).toBe('no');
      expect(jobLikeness(`${story} We are hiring cooks, salary 900 USD, contact us.`)).toBe('certain');
    });
  });

  test.each(['1', 'a', '1 ', 'a.', '1,', '@', '万', 'a@', '$', 'เ', 'пa'])('walls of %j cost little', (piece) => {
    const wall = piece.repeat(4000);
    jobLikeness(wall);
    const started = performance.now();
    jobLikeness(wall);
    expect(performance.now() - started).toBeLessThan(60);
  });

  test('pages that speak of jobs', () => {
    for (const title of [
      '25 Flutter Developer Jobs',
      'Vagas de emprego em Recife',
      '/lowongan-kerja/bali',
      '求人一覧',
      'gigs',
    ]) {
      expect(speaksOfJobs(title), title).toBe(true);
    }
    for (const title of ['Kitchen tables in Manila', 'Weather', 'スキー場情報局'])
      expect(speaksOfJobs(title), title).toBe(false);
  });
});
