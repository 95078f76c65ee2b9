import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';
import { type Contact, isOwnDomain } from './contacts.ts';
import { fold } from './folding.ts';
import type { EngineEmployer } from './rules.ts';

const NEAR_NAME = 0.92;

function mainLabel(domain: string): string {
  const labels = domain.split('.');
  const last = labels.at(-2) ?? '';
  // co.uk, com.my: the name stands one label further left.
  return last.length <= 3 && labels.length > 2 ? labels.at(-3)! : last;
}

const compactNames = new WeakMap<EngineEmployer, string>();

/** The name without what domains cannot hold; made once for each employer. */
function compactName(employer: EngineEmployer): string {
  let compact = compactNames.get(employer);
  if (compact === undefined) {
    compact = employer.name.replace(/[^\p{L}\p{N}]/gu, '');
    compactNames.set(employer, compact);
  }
  return compact;
}

function belongsTo(domain: string, employer: EngineEmployer): boolean {
  return employer.domains.some((own) => domain === own || domain.endsWith(`.${own}`));
}

/**
 * A contact that borrows a well-known employer's name: a domain that holds or nearly spells the name but is not theirs,
 * or a name nearly theirs with another domain.
 */
export function findBorrowedName(
  company: string | undefined,
  contacts: Contact[],
  employers: EngineEmployer[],
): { employer: EngineEmployer; contact: Contact } | undefined {
  const named = company ? fold(company).text : '';
  for (const contact of contacts) {
    if ((contact.kind !== 'email' && contact.kind !== 'site') || !isOwnDomain(contact.service)) continue;
    const label = mainLabel(contact.service);
    for (const employer of employers) {
      if (belongsTo(contact.service, employer)) continue;
      const compact = compactName(employer);
      const parts = label.split('-');
      const spellsName =
        compact.length >= 5 &&
        parts.some(
          (part) =>
            part === compact ||
            (part.length >= 5 && jaroWinkler(part, compact) > NEAR_NAME) ||
            part.startsWith(compact),
        );
      const claimsName =
        named !== '' && jaroWinkler(named, employer.name) > NEAR_NAME && label.includes(compact.slice(0, 5));
      if (spellsName || claimsName) return { employer, contact };
    }
  }
  return undefined;
}
