import type { Vocabulary } from '../packs/vocabulary.ts';

/**
 * How pages name the parts of an advert, in attributes, labels and column heads; then beginnings of what is no employer's
 * name (`terms`) and of places, forms of companies, words before the employer and the place in a page's title, headings
 * over adverts like the one shown, parts of addresses that lead to no advert, and titles of robot checks. `_` is a space or the edge of a word, `=`
 * stands before what must be the whole label.
 */
export const FIELD_WORDS: Vocabulary['fields'] = {
  title:
    '_title jobtitle job_name jobname job_position =position designation posting_name =subj =headline =role =post name_of_post name_of_the_post ' +
    'vacancy_name job_role _cargo_ =puesto =vacante =vaga =poste intitulé stellenbezeichnung =stelle =beruf должность =вакансия ' +
    '職位名稱 职位名称 岗位名称 招聘职位 職種 仕事名 모집제목 제목 المسمى_الوظيفي =الوظيفة vị_trí_tuyển posisi jabatan pozisyon stanowisko',
  company:
    'company employer organi advertiser empresa _firma_ =firm =business =client =hirer =agency entreprise société unternehmen arbeitgeber ' +
    'empleador azienda pracodawca werkgever bedrijf _comp_ _org_ _cname_ recruiter gongsi qiye nha_tuyen cong_ty _subtitle perusahaan ' +
    '=companyname компания работодатель организация роботодавець компанія 公司 企业 企業 单位 雇主 会社名 勤務先 社名 회사 기업 업체 ' +
    'الشركة شركة صاحب_العمل جهة_العمل công_ty doanh_nghiệp nhà_tuyển şirket =firma işveren บริษัท নিয়োগকর্তা প্রতিষ্ঠান कंपनी संस्था företag arbetsgivare ' +
    'virksomhed arbejdsgiver työnantaja',
  location:
    '_location joblocation locality _address _city _cidade _ciudad _locat lokasi _loc_ _ubicaci standort arbeitsort _ort_ dienstort einsatzort ' +
    '_lieu _ville localisation localidad localização localizacao =área =area job_area area_name _region =place work_place workplace_address ' +
    'job_place place_of _place_name map_marker map_pin geo_alt _geo_ _konum _şehir miejsce miejscowość lokalizacja _plaats _sede _luogo ' +
    '=standplaats _town _district _province =ciudad =state =country =emplacement =map =pin place_icon headquarters местоположение =город =место место_работы адрес ' +
    'місто 地区 地點 地點 地点 城市 工作地 勤務地 所在地 エリア 지역 근무지 الموقع المدينة مكان_العمل المكان địa_điểm nơi_làm dia_diem khu_vực ' +
    'สถานที่ จังหวัด স্থান কর্মস্থল स्थान शहर _penempatan =kota =ort =stadt =lugar =ubigeo =municipio',
  pay:
    'salar wage stipend compensation gehalt budget _price _pay_ remunera sueldo _lohn_ _money _cash banknote _earning vergütung maaş ücret ' +
    'wynagrodz gaji lương зарплат оклад заработ 薪 工资 給与 時給 給料 급여 시급 연봉 الراتب راتب เงินเดือน বেতন वेतन lön',
  other:
    '_date posted _ago_ _time _type contract _category department _level experience _tag _badge benefit deadline rating review _size ' +
    'industry sector skill _logo _views publish vertragsart veröffentlicht tarih description snippet summary _count employment workplace ' +
    '_source education qualification gender vacancies replies views activity author =by schedule _shift опыт график дата 경력 등록일 日期 时间 勤務時間 ' +
    '資格 待遇 学历 경력 ngày kinh_nghiệm fecha jornada horario data_de contrat date_de beschäftigung abteilung team',
  terms:
    'full_time part_time fulltime permanent temporary contract internship hybrid remote on_site onsite freelance vollzeit teilzeit ' +
    'festanstellung befristet unbefristet minijob cdi_ cdd_ alternance intérim temps_plein temps_partiel tam_zaman yarı_zaman tiempo_completo ' +
    'medio_tiempo jornada_completa período_integral efetivo_ clt_ pj_ полная_занятость полный_день частичная удал удалённ pełny_etat umowa_o ' +
    '정규직 계약직 아르바이트 正社員 アルバイト パート 契約社員 派遣 全职 兼职 实习 置顶 急聘 急招 직원 toàn_thời_gian bán_thời_gian penuh_waktu ' +
    'paruh_waktu دوام_كامل دوام_جزئي عن_بعد heltid deltid apply new_ featured urgent easy_apply promoted sponsored verified view_ view_job ' +
    'save_ save_job saved read_more learn_more see_more details actively_hiring premium _pro_ top_ hot_ quick_apply be_an_early hiring_now ' +
    'today yesterday just_now hôm_nay hier aujourd’hui heute gestern hoje ontem hoy ayer сегодня вчера 今天 昨天 今日 昨日 오늘 어제 bugün dün ' +
    'il_y_a vor_ hace_ há_ منذ posted pdf_ job_job',
  towns:
    'london manchester birmingham leeds york hull bradford bristol glasgow edinburgh dublin cork limerick belfast paris lyon marseille nantes ' +
    'toulouse bordeaux lille berlin hamburg münchen munich köln cologne frankfurt stuttgart bremen düsseldorf leipzig dresden hannover wien vienna ' +
    'zürich zurich genève geneva bern amsterdam rotterdam utrecht brussel ghent antwerp madrid barcelona valencia sevilla málaga bilbao zaragoza ' +
    'lisbo porto braga coimbra roma_ rome milan torino napoli bologna athens αθήνα warsaw warszaw krak wrocław poznań gdańsk łódź praha prague ' +
    'budapest bucure bucharest sofia beograd zagreb stockholm malmö göteborg örebro oslo bergen københavn copenhagen helsinki tallinn riga vilnius ' +
    'kyiv kiev київ киев львів харків одес москв moscow санкт казан новосиб екатерин нижний пермь минск алматы астана ташкент бишкек тбилиси ереван ' +
    'баку istanbul i̇stanbul ankara izmir i̇zmir bursa antalya kocaeli new_york los_angeles san_francisco chicago boston seattle austin houston dallas ' +
    'atlanta miami denver las_vegas washington philadelphia phoenix toronto vancouver montréal montreal calgary ottawa edmonton mexico ciudad_de ' +
    'méxico guadalajara monterrey puebla bogot medell cali_ lima_ quito guayaquil santiago buenos córdoba rosario montevideo asunción la_paz caracas ' +
    'san_josé panam guatemala são_paulo sao_paulo rio_de belo_horizonte curitiba recife porto_alegre salvador fortaleza brasília brasilia campinas ' +
    'goiânia manaus belém dubai دبي abu_dhabi أبو_ظبي sharjah ajman doha الدوحة riyadh الرياض jeddah جدة dammam الدمام الخبر مكة المدينة_المنورة kuwait ' +
    'الكويت manama muscat مسقط amman عمان beirut بيروت cairo القاهرة الإسكندرية alexandria casablanca الدار_البيضاء rabat tunis alger khartoum ' +
    'lagos abuja ibadan accra kumasi tema_ nairobi mombasa kampala kigali dar_es addis አዲስ johannesburg cape_town durban pretoria harare lusaka ' +
    'mumbai delhi new_delhi bangalore bengaluru hyderabad chennai kolkata pune ahmedabad gurgaon gurugram noida jaipur lucknow indore nagpur thane ' +
    'kochi coimbatore chandigarh surat मुंबई दिल्ली karachi lahore islamabad كراتشي dhaka chittagong khulna rajshahi sylhet barisal ঢাকা ' +
    'kathmandu काठमाडौं colombo bangkok กรุงเทพ เชียงใหม่ ชลบุรี ภูเก็ต pattaya phuket chiang hanoi hà_nội hồ_chí tp_ ho_chi đà_nẵng bình_dương đồng_nai ' +
    'hải_phòng cần_thơ bắc_ninh long_an manila makati quezon cebu davao taguig pasig jakarta surabaya bandung bekasi tangerang medan semarang ' +
    'yogyakarta denpasar bali_ kuala johor penang selangor petaling singapore phnom siem_reap sihanouk vientiane yangon mandalay 北京 上海 广州 深圳 ' +
    '东莞 佛山 杭州 苏州 南京 成都 重庆 武汉 西安 天津 青岛 厦门 福州 长沙 郑州 宁波 台北 新北 桃園 台中 台南 高雄 香港 澳门 東京 大阪 名古屋 福岡 札幌 横浜 ' +
    '京都 神戸 埼玉 千葉 神奈川 서울 부산 인천 대구 대전 광주 경기 수원 sydney melbourne brisbane perth adelaide canberra auckland wellington ' +
    'christchurch anywhere worldwide europe emea latam germany deutschland france spain españa italy italia portugal poland polska united_states ' +
    'united_kingdom usa_ uk_ canada australia india indonesia malaysia philippines thailand vietnam cambodia myanmar laos japan china hong_kong ' +
    'taiwan korea brazil brasil argentina colombia chile perú peru nigeria ghana kenya uganda tanzania south_africa egypt morocco uae saudi qatar ' +
    'bahrain oman turkey türkiye ukraine россия казахстан узбекистан sweden sverige norway denmark finland netherlands belgium austria switzerland ireland malta',
  legal:
    '_gmbh_ _ggmbh_ _ag_ _kg_ _se_ _e_k_ _ltd_ _limited_ _llc_ _llp_ _plc_ _inc_ _corp_ _corporation_ _co_ _group_ _holding _pvt_ _pte_ _bhd_ _sdn_ ' +
    '_s_a_ _sa_ _sas_ _sarl_ _srl_ _s_r_l_ _s_p_a_ _ltda_ _eireli_ _s_l_ _c_v_ _sp_z_o _s_r_o_ _kft_ _oy_ _ab_ _aps_ _b_v_ _bv_ _n_v_ _ооо_ _зао_ _ао_ ' +
    '_тоо_ _тов_ _ип_ công_ty _cty_ _tnhh_ _tbk_ _a_ş_ _şti_ enterprises technologies solutions consulting ministry شركة مؤسسة مستشفى مجموعة บริษัท 公司 集团 集團 ' +
    '工厂 電子厂 株式会社 有限会社 合同会社 法人 주식회사 ㈜',
  at: 'at bei chez na no @ у hos presso',
  in: 'in en em à в у_місті ở i',
  similar:
    'similar related recommended more_jobs more_like you_may also_viewed also_like jobs_you_might ähnliche weitere_stellen similares semelhantes ' +
    'relacionad parecid recomend similaires suggérées simili похожие схожі рекоменд benzer serupa terkait tương_tự liên_quan podobne liknande ' +
    'vergelijkbare 相似 类似 類似 推荐 推薦 おすすめ 関連 비슷한 추천 مشابهة مماثلة ذات_صلة',
  elsewhere:
    'blog news article course lesson salary salaries company companies product shop store item freelancer talent profile people member user category ' +
    'categories tag author event guide advice tip wiki help video book review empresa entreprise unternehmen magazin ratgeber noticia actualite',
  check:
    'just_a_moment attention_required access_denied verify_you_are verifying_you_are verify_that_you verifying_that_you are_you_a_robot ' +
    'are_you_robot are_you_human are_you_a_human security_check captcha pardon_our_interruption один_момент un_momento einen_moment ' +
    'un_instant um_momento 请稍候 請稍候 しばらくお待ち 잠시만',
};
