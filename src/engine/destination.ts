import type { Hit } from './compiled-matcher.ts';
import { originalRange } from './folding.ts';
import type { Reading } from './reading.ts';
import type { CompiledRules, EnginePlace } from './rules.ts';

export interface PlaceHit {
  place: EnginePlace;
  hit: Hit;
}

export interface Destination {
  places: PlaceHit[];
  /** ISO 3166 countries, most certain first. */
  countries: string[];
  /** The advert speaks to people who live elsewhere. */
  abroad: boolean;
}

/** Signals that only make sense when the work is in another country. */
const ABROAD_SIGNALS = new Set([
  'work-abroad',
  'tourist-visa-for-work',
  'transit-route',
  'destination-hidden-or-changed',
  'cover-story-coaching',
  'passport-asked-early',
  'p-work-visa-named',
]);

/** A list of every country on earth is no advert; the comparison of places is quadratic. */
const MOST_PLACES = 300;

function locationBonus(reading: Reading, hit: Hit): number {
  const at = reading.folded.origin[hit.start]!;
  const field = reading.fields.find((candidate) => at >= candidate.from && at < candidate.to)?.field;
  return field === 'location' ? 100 : field === 'title' ? 40 : 0;
}

function isSpelled(reading: Reading, hit: Hit, exact: string[] | undefined): boolean {
  if (!exact) return true;
  const [from, to] = originalRange(reading.folded, reading.original, hit.start, hit.end);
  return exact.includes(reading.original.slice(from, to).normalize('NFC').toLowerCase());
}

/** Where the work seems to be, and whether its readers live elsewhere. `found` holds the ids of the signals met so far. */
export function findDestination(
  reading: Reading,
  rules: CompiledRules,
  found: ReadonlySet<string>,
  language: string,
): Destination {
  const named: PlaceHit[] = [];
  for (const hit of reading.hits) {
    if (named.length >= MOST_PLACES) break;
    const target = rules.targets[hit.target]!;
    if (target.type === 'place' && isSpelled(reading, hit, target.exact))
      named.push({ place: rules.places[target.index]!, hit });
  }
  const places = withoutNested(named);
  const certainty = new Map<string, number>();
  for (const { place, hit } of places) {
    if (place.country === 'XX') continue;
    const roleBonus = place.role === 'hotspot' ? 8 : place.role === 'destination' ? 4 : 2;
    const value = (certainty.get(place.country) ?? 0) + roleBonus + place.strength + locationBonus(reading, hit);
    certainty.set(place.country, value);
  }
  const countries = [...certainty].sort((a, b) => b[1] - a[1]).map(([country]) => country);
  const home = rules.homeCountries.get(language) ?? [];
  const local = places.some(({ place }) => home.includes(place.country) || place.homeLanguages.includes(language));
  const foreign = home.length > 0 && countries.length > 0 && !local;
  const abroad = foreign || [...ABROAD_SIGNALS].some((id) => found.has(id));
  return { places, countries, abroad };
}

/** Longer names win over names inside them: "印度尼西亚" is not "印度". */
function withoutNested(places: PlaceHit[]): PlaceHit[] {
  return places.filter(
    ({ hit }) =>
      !places.some(
        (other) =>
          other.hit !== hit &&
          other.hit.start <= hit.start &&
          other.hit.end >= hit.end &&
          other.hit.end - other.hit.start > hit.end - hit.start,
      ),
  );
}
