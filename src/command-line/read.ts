/**
 * `npm run -s read -- --url URL [--generic] FILE.html[.gz]`: reads a saved page as the extension reads it in a browser
 * at that address, and prints one JSON object: adapter, view, postings with their scores, and what was not read.
 * `--generic` leaves the site rules out. `--check [--generic]` reads all saved pages whose content is known, prints what
 * was found of it, and fails where that is too little.
 */
import { parseArgs } from 'node:util';
import { checkSavedPages } from './browsers/check-saved-pages.ts';
import { openSavedPageReader, type ReadPage } from './browsers/saved-page-reader.ts';
import { readSavedPage } from './browsers/serve-saved-page.ts';

interface Request {
  url: string;
  file: string;
  generic: boolean;
}

function readArguments(): Request | 'check' | 'check-generic' | { fault: string } {
  const usage =
    'Usage: npm run -s read -- --url URL [--generic] FILE.html[.gz]\n       npm run -s read -- --check [--generic]';
  try {
    const { values, positionals } = parseArgs({
      options: {
        url: { type: 'string' },
        generic: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    if (values.check) return values.generic ? 'check-generic' : 'check';
    const [file] = positionals;
    if (!values.url || !file || positionals.length > 1) return { fault: usage };
    if (!/^https?:$/.test(URL.parse(values.url)?.protocol ?? ''))
      return { fault: `Not a web address: ${values.url}\n${usage}` };
    return { url: new URL(values.url).href, file, generic: values.generic };
  } catch (error) {
    return { fault: `${error instanceof Error ? error.message : error}\n${usage}` };
  }
}

async function read({ url, file, generic }: Request): Promise<ReadPage> {
  const body = readSavedPage(file);
  const reader = await openSavedPageReader(generic);
  try {
    return await reader.read(url, body);
  } finally {
    await reader.close();
  }
}

const request = readArguments();
try {
  if (typeof request === 'string') {
    if (!(await checkSavedPages(request === 'check-generic'))) process.exitCode = 1;
  } else if ('fault' in request) {
    console.error(request.fault);
    process.exitCode = 2;
  } else {
    console.log(JSON.stringify(await read(request)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
