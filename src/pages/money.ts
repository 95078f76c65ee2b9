/** An amount beside a currency sign, code or word, as printed in many countries. */
const AMOUNT = String.raw`\p{Nd}[\p{Nd}.,'’\u00a0 ]*`;
const CODE =
  'usd|us\\$|eur|gbp|aud|cad|sgd|hkd|twd|nt\\$|myr|rm|idr|rp|php|p|thb|vnd|mmk|khr|lak|inr|rs|pkr|bdt|tk|lkr|npr|cny|rmb|jpy|krw|usdt|aed|dhs?|sar|qar|kwd|omr|egp|ngn|kes|ksh|ugx|ush|tzs|tsh|ghs|zar|etb|birr|rub|uah|kzt|uzs|try|tl|pln|brl|mxn|cop|pen|ars|clp';
const WORD =
  'k|usd|usdt|eur|dollars?|dólares|euros?|pesos?|reais|rupees?|rupiah|baht|ringgit|yuan|rmb|lakhs?|lpa|juta|jt|ribu|rb|triệu|tr|củ|đ|vnđ|vnd|đồng|руб|р\\.|тыс|тысяч|доллар|грн|тенге|теңге|сум|som|so.m|lira|tl|tk|taka|birr|shilling|درهم|ريال|دولار|جنيه|دينار|روپے|रुपये|रुपए|रु|हजार|हज़ार|लाख|টাকা|হাজার|ரூபாய்|රුපියල්|万|萬|千|元|块|塊|円|원|만원|만|บาท|หมื่น|พัน|ກີບ|ບາດ|ລ້ານ|រៀល|ដុល្លារ|ကျပ်|သိန်း|ဘတ်|ብር|ሺ|ዶላር|dolar|dollar|доларів|долар|ดอลลาร์|ดอลล่าร์|ဒေါ်လာ|ໂດລາ|달러|美元|美金|刀|ming|so.?m|mln|мың|минг|сўм|mil|milyon|ڈالر|ہزار|لاکھ|डॉलर|ডলার|লাখ|டாலர்|ඩොලර්|elfu|bin|đô|nghìn|ngàn|ພັນ|ลาน|ລ້ານ|ล้าน|แสน|million|millions|soles|mille|手';
const MONEY = new RegExp(
  `\\p{Sc}\\s?${AMOUNT}|${AMOUNT}\\p{Sc}|(?<![\\p{L}\\p{N}])(?:${CODE})\\.?\\s?${AMOUNT}|${AMOUNT}(?:${WORD})(?![a-zа-я])`,
  'iu',
);

export function hasMoney(text: string): boolean {
  return MONEY.test(text);
}
