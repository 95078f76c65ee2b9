/**
 * How national numbers become international: country, calling code, trunk prefix (`-` none), digits of the national
 * number without it. Codes and lengths after the ITU's E.164 country codes and national numbering plans; lengths are
 * kept wide, for they only have to tell which reading of a number is possible.
 */
const PLANS = `
KH 855 0 8-9|LA 856 0 8-10|MM 95 0 7-10|TH 66 0 8-9|VN 84 0 9-10|PH 63 0 8-10|ID 62 0 8-12|MY 60 0 8-10|SG 65 - 8-8
BN 673 - 7-7|TL 670 - 7-8|CN 86 0 10-11|HK 852 - 8-8|MO 853 - 8-8|TW 886 0 8-9|JP 81 0 9-10|KR 82 0 8-10|MN 976 - 8-8
IN 91 0 10-10|BD 880 0 8-10|PK 92 0 9-10|NP 977 0 8-10|LK 94 0 9-9|BT 975 - 8-8|MV 960 - 7-7|AF 93 0 9-9|IR 98 0 10-10
RU 7 8 10-10|KZ 7 8 10-10|KG 996 0 9-9|UZ 998 - 9-9|TJ 992 - 9-9|TM 993 8 8-8|UA 380 0 9-9|BY 375 80 9-9|MD 373 0 8-8
GE 995 0 9-9|AM 374 0 8-8|AZ 994 0 9-9|TR 90 0 10-10|AE 971 0 8-9|SA 966 0 9-9|QA 974 - 8-8|KW 965 - 8-8|BH 973 - 8-8
OM 968 - 8-8|YE 967 0 7-9|JO 962 0 8-9|LB 961 0 7-8|SY 963 0 8-9|IQ 964 0 8-10|IL 972 0 8-9|EG 20 0 9-10|MA 212 0 9-9
TN 216 - 8-8|DZ 213 0 8-9|KE 254 0 9-9|UG 256 0 9-9|TZ 255 0 9-9|ET 251 0 9-9|NG 234 0 8-10|GH 233 0 9-9|ZA 27 0 9-9
RW 250 0 9-9|BI 257 - 8-8|CM 237 - 9-9|CI 225 - 10-10|SN 221 - 9-9|CD 243 0 9-9|ZM 260 0 9-9|ZW 263 0 8-10|MW 265 0 7-9
MG 261 0 9-9|SL 232 0 8-8|MU 230 - 7-8|US 1 1 10-10|CA 1 1 10-10|DO 1 1 10-10|GB 44 0 9-10|IE 353 0 7-9|AU 61 0 9-9
NZ 64 0 8-10|DE 49 0 7-11|FR 33 0 9-9|ES 34 - 9-9|PT 351 - 9-9|IT 39 - 8-11|PL 48 - 9-9|RO 40 0 9-9|NL 31 0 9-9
BE 32 0 8-9|CH 41 0 9-9|AT 43 0 7-13|GR 30 - 10-10|CY 357 - 8-8|CZ 420 - 9-9|HU 36 06 8-9|RS 381 0 8-9|MX 52 - 10-10
BR 55 0 10-11|AR 54 0 10-11|CO 57 - 10-10|PE 51 0 8-9|CL 56 - 9-9|EC 593 0 8-9|VE 58 0 10-10|BO 591 0 8-8|UY 598 0 8-8
PY 595 0 9-9|CU 53 0 8-8|AO 244 - 9-9|MZ 258 - 8-9|PG 675 - 7-8|FJ 679 - 7-7`;

export interface NumberPlan {
  code: string;
  /** Written before a number inside the country; empty when there is none. */
  trunk: string;
  least: number;
  most: number;
}

const byCountry = new Map<string, NumberPlan>();
const byCode = new Map<string, NumberPlan>();

for (const row of PLANS.trim().split(/[|\n]/)) {
  const [country, code, trunk, lengths] = row.split(' ') as [string, string, string, string];
  const [least, most] = lengths.split('-').map(Number) as [number, number];
  const plan = { code, trunk: trunk === '-' ? '' : trunk, least, most };
  byCountry.set(country, plan);
  if (!byCode.has(code)) byCode.set(code, plan);
}

/** The plan of an ISO 3166 country. */
export function planOf(country: string): NumberPlan | undefined {
  return byCountry.get(country);
}

/** The plan by which international digits (no `+`) are read; calling codes are one to three digits and prefix-free. */
export function planOfDigits(digits: string): NumberPlan | undefined {
  return byCode.get(digits.slice(0, 3)) ?? byCode.get(digits.slice(0, 2)) ?? byCode.get(digits.slice(0, 1));
}
