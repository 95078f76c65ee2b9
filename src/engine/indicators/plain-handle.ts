import { plainSpellings } from '../disguises.ts';
import { fold } from '../folding.ts';

const PRINTED_ASCII = /^[\x21-\x7e]+$/;

/**
 * A name of an account in the letters its platform allows: case, width, mathematical letters and accents folded, letters
 * of other alphabets that look Latin replaced. Undefined when other letters remain: then it is no such name.
 */
export function plainHandle(written: string): string | undefined {
  const folded = fold(written.trim()).text.trim();
  if (PRINTED_ASCII.test(folded)) return unjoined(written, folded);
  return plainSpellings(folded).find((spelling) => PRINTED_ASCII.test(spelling));
}

/** Folding drops dots and dashes between single letters as a disguise; in a name they count. */
function unjoined(written: string, folded: string): string {
  const plain = written.trim().toLowerCase();
  return PRINTED_ASCII.test(plain) ? plain : folded;
}
