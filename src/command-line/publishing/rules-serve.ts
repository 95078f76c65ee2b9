import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { subscriptionLink } from '../../packs/subscription-link.ts';
import { sha256 } from './tuf-metadata.ts';

/** Names that change with their content may be kept for ever; the timestamp must be asked for each time. */
function cacheControl(path: string): string {
  return /\/(\d+\.[a-z]+\.json|[0-9a-f]{64}\.[\w-]+\.\w+)$/.test(path)
    ? 'public, max-age=31536000, immutable'
    : 'public, max-age=60, must-revalidate';
}

/** The file for a request, never one outside the folder. */
function fileFor(folder: string, url: string): string | undefined {
  let path: string;
  try {
    path = resolve(join(folder, decodeURIComponent(new URL(url, 'http://localhost').pathname)));
  } catch {
    return undefined;
  }
  return path.startsWith(folder + sep) && existsSync(path) && statSync(path).isFile() ? path : undefined;
}

function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  // Lists are signed and public: any origin may read them, so that no host permission is needed.
  response.setHeader('access-control-allow-origin', '*');
  if (request.method === 'OPTIONS') {
    response.writeHead(204, {
      'access-control-allow-headers': 'if-none-match',
      'access-control-max-age': '86400',
    });
    response.end();
    return;
  }
  const path = request.method === 'GET' || request.method === 'HEAD' ? fileFor(folder, request.url ?? '/') : undefined;
  if (!path) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not here\n');
    return;
  }
  const bytes = readFileSync(path);
  const etag = `"${sha256(bytes)}"`;
  response.setHeader('etag', etag);
  response.setHeader('cache-control', cacheControl(path.replaceAll(sep, '/')));
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('content-type', path.endsWith('.json') ? 'application/json' : 'application/octet-stream');
  response.setHeader('vary', 'accept-encoding');
  const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) && bytes.length > 1000;
  if (zipped) response.setHeader('content-encoding', 'gzip');
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : zipped ? gzipSync(bytes) : bytes);
}

/** Serves a published folder with the headers that a web host should send. */
export function createListServer(folder: string): Server {
  const root = resolve(folder);
  return createServer((request, response) => answer(root, request, response));
}

/** `rules serve DIR [--port 8787]`: for trying on this machine, not for the public. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { port: { type: 'string', default: '8787' } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (!folder || !existsSync(folder)) {
    console.error('usage: npm run rules -- serve DIR [--port 8787]');
    return 2;
  }
  const server = createListServer(folder);
  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.listen(Number(values.port), '127.0.0.1', ready);
  });
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : values.port}/`;
  console.log(address);
  const root = join(folder, 'metadata/1.root.json');
  if (existsSync(root)) console.log(`to subscribe: ${subscriptionLink({ address, root: sha256(readFileSync(root)) })}`);
  await new Promise((stopped) => server.once('close', stopped));
  return 0;
}
