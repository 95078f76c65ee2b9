/**
 * Demonstration site: places where people meet job offers, with adverts made up for it, on this computer only.
 *
 *   node tests/demo-site/serve.ts [port]
 *
 * `/` lists the pages. `/feed` (`?virtual=1` recycles nodes, `?post=<id>` shows one post, `?length=1000` makes it long),
 * `/jobs` and `/jobs/<id>` (navigation without reloading), `/job/<id>` (structured data), `/channel` (`?plain=1` without
 * roles), `/empty`, `/unreadable`, `/hostile` (`?case=<name>` for one case). Adverts live in `adverts.json`, everyday
 * posts and comments in `conversation.json`. No dependency, nothing from outside, no cookies; the content security
 * policy is as strict as that of large sites, so that additions to the page are tried under it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { channelPage } from './channel-page.ts';
import { feedBatch, feedPage } from './feed-page.ts';
import { hostilePage } from './hostile-page.ts';
import { jobPage } from './job-page.ts';
import { jobsPage } from './jobs-page.ts';
import { emptyPage, homePage, unreadablePage } from './plain-pages.ts';

export interface DemoSite {
  /** Without a slash at the end, e.g. `http://127.0.0.1:41234`. */
  url: string;
  close(): Promise<void>;
}

interface Reply {
  type: string;
  body: string;
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const folder = new URL('./static/', import.meta.url);

function html(body: string | null): Reply | null {
  return body === null ? null : { type: 'text/html; charset=utf-8', body };
}

/** Only names that a listing of the folder gives are read, so that no path can lead out of it. */
function staticFile(name: string): Reply | null {
  if (!readdirSync(folder).includes(name)) return null;
  return { type: TYPES[extname(name)] ?? 'text/plain', body: readFileSync(new URL(name, folder), 'utf8') };
}

function replyTo({ pathname, searchParams }: URL): Reply | null {
  const [, first = '', second, more] = pathname.split('/');
  if (more !== undefined) return null;
  if (second !== undefined) {
    if (first === 'static') return staticFile(second);
    if (first === 'jobs') return html(jobsPage(second));
    if (first === 'job') return html(jobPage(second));
    if (pathname === '/feed/posts')
      return { type: 'application/json; charset=utf-8', body: JSON.stringify(feedBatch(searchParams)) };
    return null;
  }
  switch (first) {
    case '':
      return html(homePage());
    case 'feed':
      return html(feedPage(searchParams.has('virtual')));
    case 'jobs':
      return html(jobsPage());
    case 'channel':
      return html(channelPage(searchParams.has('plain')));
    case 'empty':
      return html(emptyPage());
    case 'unreadable':
      return html(unreadablePage());
    case 'hostile':
      return html(hostilePage(searchParams.get('case')));
    default:
      return null;
  }
}

/** Serves the site to this machine. `port` 0 takes any free one; a taken port rejects. */
export async function serveDemo(port = 0): Promise<DemoSite> {
  const server = createServer((request, response) => {
    const reply = URL.canParse(request.url ?? '', 'http://localhost')
      ? replyTo(new URL(request.url ?? '', 'http://localhost'))
      : null;
    response.writeHead(reply ? 200 : 404, {
      'content-type': reply?.type ?? 'text/plain; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end(reply?.body ?? 'There is no such page here.');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (import.meta.main) {
  const site = await serveDemo(Number(process.argv[2] ?? 4600));
  console.log(`Demonstration site: ${site.url}`);
}
