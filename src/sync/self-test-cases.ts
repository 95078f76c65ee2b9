/** Texts whose verdict is known; written for this purpose, no real advert. */
export interface SelfTestCase {
  lang: string;
  text: string;
  /** Whether a warning is due. */
  warned: boolean;
}

/** Far from every threshold, so that no ordinary change of weights turns one over: only a broken list does. */
export const SELF_TEST_CASES: readonly SelfTestCase[] = [
  {
    lang: 'en',
    warned: true,
    text: 'URGENT HIRING customer service chat support in Myawaddy. Salary 1500-2500 USD, no experience, no degree needed. Free flight ticket, free visa, free food and hostel inside the company park. Passport needed. Contact only by Telegram @hr_demo, interview by chat.',
  },
  {
    lang: 'en',
    warned: true,
    text: 'Typing job Cambodia Sihanoukville, online game company. 1200 dollar per month plus commission. Ticket, visa and room paid by the boss. Age 18-30. No agency fee. WhatsApp us today, last 5 places.',
  },
  {
    lang: 'id',
    warned: true,
    text: 'Loker admin judi online Kamboja. Gaji 12-15 juta, tanpa pengalaman, lulusan SMP boleh. Tiket pesawat, paspor, visa, makan dan mess ditanggung perusahaan. Cepat berangkat, chat WA saja.',
  },
  {
    lang: 'zh-Hans',
    warned: true,
    text: '高薪招聘 缅北客服打字员，月薪3万起，无需经验学历，包机票包签证包吃住，园区上班，有意加飞机联系。',
  },
  {
    lang: 'vi',
    warned: true,
    text: 'Tuyển gấp nhân viên chăm sóc khách hàng online làm việc tại Campuchia, lương 20-30 triệu, không cần bằng cấp, không cần kinh nghiệm, bao vé máy bay, bao ăn ở, làm hộ chiếu miễn phí. Liên hệ Zalo.',
  },
  {
    lang: 'en',
    warned: false,
    text: 'Registered nurse, medical ward, Leeds. Band 5, £29,970 to £36,483 a year, 37.5 hours a week. You hold NMC registration. Apply through our careers page with a supporting statement; interviews take place at the hospital in March.',
  },
  {
    lang: 'en',
    warned: false,
    text: 'We are looking for a warehouse operative in Columbus, Ohio. $18.50 an hour, full time, health insurance after 60 days. Bring your résumé to the front desk or apply on our website.',
  },
  {
    lang: 'id',
    warned: false,
    text: 'Dibutuhkan staf akuntansi untuk kantor di Surabaya. Pendidikan minimal S1 Akuntansi, pengalaman dua tahun. Gaji sesuai UMK. Kirim lamaran dan CV ke alamat perusahaan kami.',
  },
  {
    lang: 'zh-Hans',
    warned: false,
    text: '苏州工业园区某制造企业招聘质检员，大专以上学历，两年以上相关经验，月薪6000元，缴纳五险一金，双休，请通过公司官网投递简历。',
  },
  {
    lang: 'vi',
    warned: false,
    text: 'Công ty may tại Bình Dương tuyển công nhân may, lương 8 triệu, đóng bảo hiểm xã hội đầy đủ, thưởng tháng 13. Nộp hồ sơ trực tiếp tại phòng nhân sự.',
  },
];
