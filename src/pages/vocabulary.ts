import type { Vocabulary } from '../packs/vocabulary.ts';
import { FIELD_WORDS } from './field-vocabulary.ts';

/** Enough words of job adverts, in many languages, to tell them from other posts; not to judge them. */
export const VOCABULARY: Vocabulary = {
  hiring:
    'hiring vacanc recruit wanted join_us looking_for empleo trabaj contrat necesito vaga emprego recrut ' +
    'stellenangebot gesucht mitarbeit arbeit lavor assum vacature praca pracy zatrudn angaj ваканс работ требу ' +
    'ищем робот потріб шука жұмыс керек иш ish_ xodim kerak iş_ eleman aranıyor işçi وظيف مطلوب عمل روزگار کام ' +
    'ضرورت भर्ती रोजगार काम चाहिए आवश्यक ज़रूरत চাকরি নিয়োগ কাজ কর্মী লোক_লাগ රැකියා වැඩ ජොබ් வேலை பணி தேவை ' +
    'ఉద్యోగ ജോലി tuyển việc_nhẹ lao_động cần_người lowongan kerja dicari butuh pekerja trabaho naghahanap ' +
    'kailangan kazi ሥራ ስራ ሰራተኛ 招聘 职位 職位 工作 兼职 兼職 找人 招 求人 募集 採用 仕事 急募 案件 働 채용 모집 알바 구해 일자리 직원 งาน รับสมัคร หาคน ' +
    'ວຽກ ការងារ အလုပ် ခေါ် busca solicit convocatoria disponib arıyoruz çalış jūmys jumys нужн робоч شغل خدمة ' +
    'محتاج کمپنی جواب دفتر जॉइन जना श्रम দরকার ආයතන සේවක வேணும் cần_tìm pembantu cari pegawai staf walk-in ' +
    'ofis şirket ይፈልጋል እንፈልጋ 時薪 打工 上班 入职 缺人 公司 内定 勤務 会社 회사 รับ ແຮງງານ ຮັບ រកអ្នក vacante puesto embauch ' +
    'urgently nafasi ajira karyawan loker jawatan vakansiya nhân_viên việc_làm 诚聘 招工 岗位 崗位 구인 ตำแหน่ง พนักงาน ' +
    'ພະນັກງານ ជ្រើសរើស បុគ្គលិក ဝန်ထမ်း иш_бор требуются personel وظائف نوکری نौकरी नौकरी chamba चाहि нужен ' +
    'орын хэлпер ඕන لوگ_چاہ سونٹر لاقي 上岗 包底 대리 기본급 지원자 สมัคร 包吃 needed jobless unemployed applicants işimiz ' +
    'iş_fırsat iş_imkan للانضمام لفريق chicas muchachas modelos modelo_ se_solicita señorita promotor meseros ' +
    'ayudante vagas_abertas contratamos offre_d’emploi recherche_un on_recrute nous_recrutons assunzion ' +
    'cercasi oferta_pracy szukamy dam_pracę caută_de angajăm працевлаштув вакан жумыс кызмат ажыра ишчи ' +
    'лавозим ойлик вазифа درکار آسامی اسامی چاہیے استخدام کارمند اپراتور वेकेंसी वैकेंसी रिक्ति नियुक्ति ' +
    'कर्मचारी आवश्यकता रोजगारी काम_गर्न विदेशमा কর্মচারী লোক_দরকার আবশ্যক পুরপ্পා රැකියා_අවස්ථා බඳවා ගැනීම ' +
    'ஆட்கள் பணியாளர் வேலைவாய்ப்பு వేకెన్సీ ఉద్యోగాలు തൊഴിൽ ನೌಕರಿ ຕ້ອງການ ຄົນງານ ແອດມິນ តម្រូវការ កម្មករ ' +
    'ဝန်ထမ်းလို အလုပ်သမား အလုပ်ခေါ် 徵 找工作 招收 招募 聘请 聘請 职员 職員 雇 人手 学历 學歷 経験 未経験 学歴 高収入 募 求职 신입 경력 채용공고 급구 ' +
    'ตำแหน่งงาน หางาน สมัครงาน ต้องการคน พนง',
  work:
    'job hire career employ position candidate work opportunit opening staff internship freelanc full-time ' +
    'part-time part_time emploi stage cherch gig_ gigs requisition karriere oferta offre_ offres rabota robota ' +
    'viec_lam stellen praca vakans jobsearch lavoro vagas empregos empleos loker',
  role:
    'driver cook chef clean nurs engineer develop teacher tutor typist operator agent manager account sales ' +
    'market data_entry helper model clerk reception intern lead cashier caregiver ingenier desarroll auxiliar ' +
    'camarer serveur ingenieur entwickler verkäuf pflege admin trưởng менедж оператор водій курьер переводчик ' +
    'модел консультант şoför garson سائق عامل शिक्षक ऑपरेटर 業務 打字 翻译 文員 助理 主播 개발자 사무 แอดมิน waiter assistan ' +
    'analy design customer_s translat guard technic electric construct warehouse specialist consultant ' +
    'coordinator program director secretar vended vendeur motorista chofer repartidor ingénieur sopir perawat ' +
    'guru kỹ_sư kế_toán lập_trình tài_xế phiên_dịch инженер водител продав бухгалтер специалист 客服 司机 司機 工程 经理 ' +
    '經理 销售 銷售 会计 會計 エンジニア ドライバー 営業 事務 상담 영업 مهندس محاسب موظف मैनेजर इंजीनियर',
  pay:
    'salar wage income sueldo gana salário salaire gehalt lohn wynagrodz зарплат зп оклад оплат maaş kazan ' +
    'gaji lương luong sweldo kita راتب वेतन বেতন ደመወዝ 薪 工资 工資 月給 時給 급여 일당 เงินเดือน လစာ gagne payé paga төле ' +
    'pul_ மாசம் mỗi_tháng sehari kwa_mwezi በወር 手取り 日结 เดือนละ ເດືອນ stipend compensation remunera доход ' +
    'thu_nhập penghasilan bayar gagner 月入 จ่าย 保底 หมื่น 食宿 管吃 年薪 时薪 時薪 薪資 薪水 薪酬 報酬 収入 高收 월급 월수 연봉 시급 ค่าแรง ' +
    'ค่าคอม ຄ່າຈ້າງ ប្រាក់ខែ ចំណូល ဝင်ငွေ 薪金 đãi_ngộ hoa_hồng thưởng komisi bonus_ upah ücreti maaşlı ставка ' +
    'дохід оплата ойлик маош жалақы اجرت تنخواہ تنخواه मानदेय तलब মাসিক_বেতন සම්බලම පඩි සල්ලි சம்பளம் ஊதியம் ' +
    'mshahara malipo ደሞዝ ክፍያ',
  apply:
    'apply appl dm_ dms pm_ cv resume interested interview message_ msg signal_ send_ postul manda currícul ' +
    'candidat chama_ bewerb kirim wasap ib_ inb zalo hồ_sơ пиши резюме звони обращ писать анкет жазы başvur ' +
    'سيرة_ذاتية ارسل قدم आवेदन ইনবক্স අයදුම් விண்ணப்ப 私信 联系 聯絡 投递 简历 面试 面試 微信 飞机 連絡 履歴書 面接 지원 연락 이력서 문의 ทัก ' +
    'ឆាត ចាប់អារម្មណ៍ လျှောက် avísame link_bio link_in_bio контракт в_личк pwede nhắn مقابلة انٹرویو फोन নক_দ ' +
    'කතා_කර பேசு whatsap tlgrm teleg tele_ 垢 意者 賴 電話 쪽지 디엠 전화 ไลน์ ທັກ ဖုန်း hubung lamar ứng_tuyển liên_hệ ' +
    'отклик 应聘 應徵 応募 สนใจ ติดต่อ تواصل संपर्क যোগাযোগ テレグ ㅌㄹ 텔 라인 댓글 komen 密 intéress',
  place:
    'remote hybrid abroad overseas wfh visa flight ticket teletrabaj aloj homeoffice удал жиль билет вахт ' +
    'chet_el tiket mess nước_ngoài bao_ăn سكن تأشيرة تذكرة ویزا رہائش ٹکٹ वीज़ा आवास टिकट ভিসা টিকিট விசா 海外 ' +
    '国外 远程 遠端 机票 機票 해외 ທີ່ພັກ ក្រៅប្រទេស dubai cambod kambod myanmar mianmar laos tailand thaïland bangkok ' +
    'manila filipin philippin phnom sihanouk poipet mae_sot myawaddy golden_triangle tbilis камбодж мьянм дуба ' +
    'лаос филиппин тбилиси passport passagem paspor logé chambre casa comida yemek житло квиток паспорт yotoq ' +
    'bepul viza nauli chakula كمبوديا طيارة جواز غرفة پاسپورٹ کمرہ کھانا दुबई खाना থাকা කාම්බෝජ මියන්මාර් ' +
    'ඩුබායි ටිකට් නවාතැන් கம்போடியா ரூம் ታይላንድ ካምቦዲያ ምግብ ቪዛ 柬埔寨 緬甸 泰國 東南亞 杜拜 金三角 免费 宿舍 护照 ミャンマー ビザ 航空 渡航 미얀마 ' +
    '라오스 비행기 비자 숙 ปอยเปต วีซ่า ฟรี ໄທ ວີຊາ ថៃ ឡាវ សំបុត្រ បាយ ស្នាក់ ထိုင်း ကမ္ဘောဒီးယား ဗီဇာ on-site ' +
    'work_from_home relocat remoto híbrido удален 包吃 包住 在宅 재택 बैंकॉक लाओस म्यां थाई لاؤس ملائیشیا ላኦስ በረራ 프놈펜 ' +
    '포이펫 동남아 캄보디아 태국 カンボ ドバイ 缅 泰緬 曼谷 边境 สีหนุ พนมเปญ пномпен таил тайға азі азия манил asie_ asia_ voyage ' +
    'viaje viagem fuera_del bilet vũng_tàu tây_ninh campuch kuala 柬 菲 緬 မြန်မာ ខ្មែរ timor タイ国 タイの タイで タイ人 タイへ ' +
    'バンコク',
  currencies:
    'usd us$ eur gbp aud cad sgd hkd twd nt$ myr rm idr rp php p thb vnd mmk khr lak inr rs pkr bdt tk lkr npr ' +
    'cny rmb jpy krw usdt aed dh dhs sar qar kwd omr egp ngn kes ksh ugx ush tzs tsh ghs zar etb birr rub uah ' +
    'kzt uzs try tl pln brl mxn cop pen ars clp r s$ hk$ a$ c$ qr jod bhd lyd mad tnd dzd pyg bob gtq hnl crc ' +
    'dop',
  amounts:
    'k usd usdt eur dollar dollars dólares euro euros peso pesos reais rupee rupees rupiah baht ringgit yuan ' +
    'rmb lakh lakhs lpa juta jt ribu rb triệu tr củ đ vnđ vnd đồng руб р. тыс тысяч доллар грн тенге теңге сум ' +
    'som soʻm soʼm lira tl tk taka birr shilling درهم ريال دولار جنيه دينار روپے रुपये रुपए रु हजार हज़ार लाख ' +
    'টাকা হাজার ரூபாய் රුපියල් 万 萬 千 元 块 塊 円 원 만원 만 บาท หมื่น พัน ກີບ ບາດ ລ້ານ រៀល ដុល្លារ ကျပ် သိန်း ဘတ် ብር ሺ ' +
    'ዶላር dolar доларів долар ดอลลาร์ ดอลล่าร์ ဒေါ်လာ ໂດລາ 달러 美元 美金 刀 ming mln мың минг сўм mil milyon ڈالر ' +
    'ہزار لاکھ डॉलर ডলার লাখ டாலர் ඩොලර් elfu bin đô nghìn ngàn ພັນ ลาน ล้าน แสน million millions soles mille ' +
    '手 dirham dirhams дирхам দিরহাম दिरहम درہم ดีแรห์ม 디르함 রিঙ্গিত रिङ्गित ரிங்கிட் ริงกิต 林吉特 马币 令吉 евро евра ' +
    'євро ยูโร 유로 يورو یورو यूरो ইউরো ယန်း येन ယူရို yen kyat naira shillings cedis rand ksh ugx dong tiền ' +
    'bolívares guaraníes colones tk. lei zł kč ft lev din 盾 铢 銖 泰铢 泰銖 比索 盧比 卢比 越南盾 人民币 人民幣',
  fields: FIELD_WORDS,
};
