/** Codes that Unicode knows but that are groups, tests, or places where nobody is from. */
const NOT_COUNTRIES = new Set('AC AQ BV CP CQ DG EA EU EZ HM IC QO TA UN XA XB ZZ'.split(' '));

/** ISO 3166 codes of all countries and territories for which the browser has a name. */
export function allCountries(): string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  // A withdrawn code turns into its successor when it is read as a locale.
  return codes.filter(
    (code) => !NOT_COUNTRIES.has(code) && names.of(code) && new Intl.Locale(`und-${code}`).region === code,
  );
}
