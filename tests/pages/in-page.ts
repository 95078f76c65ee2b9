import { FIELD_READER } from '../../src/pages/card-fields.ts';
import { isInside, nameOf } from '../../src/pages/dom.ts';
import { offerFieldReader } from '../../src/pages/field-reader.ts';
import type { FoundPosting } from '../../src/pages/found-posting.ts';
import { markOwn } from '../../src/pages/own-nodes.ts';
import { readPage } from '../../src/pages/read-page.ts';
import { VOCABULARY } from '../../src/pages/vocabulary.ts';
import { type WatchOptions, watchPage } from '../../src/pages/watch.ts';

/** What a test evaluates inside a page; elements cannot cross, so each is told by its tag and id. */
const shown = ({ element, badgeHost, ...rest }: FoundPosting) => ({
  ...rest,
  element: nameOf(element),
  badgeInside: isInside(element, badgeHost()),
});

offerFieldReader(FIELD_READER);
Object.assign(globalThis, {
  lurewatch: {
    markOwn,
    watchPage: (options: WatchOptions) => watchPage({ ...options, words: VOCABULARY }),
    read(url: string, sites: Parameters<typeof readPage>[2]) {
      const started = performance.now();
      const reading = readPage(document, url, sites, VOCABULARY);
      return { ...reading, postings: reading.postings.map(shown), ms: performance.now() - started };
    },
  },
});
