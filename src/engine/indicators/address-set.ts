import type { Canonical } from './indicator-kinds.ts';

/** A canonical form that an advert holds, and where; no ranges for what stands in the advert's own address. */
export interface Address {
  canonical: string;
  /** Folded ranges. */
  ranges: [start: number, end: number][];
}

/** So many addresses are looked up: an advert that lists thousands costs no more than this. */
const MOST_ADDRESSES = 120;
const MOST_RANGES = 8;

export interface AddressSet {
  /** Each form once, in the order of meeting. */
  all: Iterable<Address>;
  add(canonical: string, start?: number, end?: number): void;
  /** Adds a form that could be made; tells whether it could. */
  addForm(form: Canonical, start?: number, end?: number): boolean;
}

export function createAddressSet(): AddressSet {
  const found = new Map<string, Address>();
  const add: AddressSet['add'] = (canonical, start, end) => {
    let address = found.get(canonical);
    if (!address) {
      if (found.size >= MOST_ADDRESSES) return;
      address = { canonical, ranges: [] };
      found.set(canonical, address);
    }
    if (start !== undefined && end !== undefined && address.ranges.length < MOST_RANGES)
      address.ranges.push([start, end]);
  };
  return {
    get all() {
      return found.values();
    },
    add,
    addForm(form, start, end) {
      if (form.ok) add(form.canonical, start, end);
      return form.ok;
    },
  };
}
