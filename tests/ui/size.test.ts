import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';

/** Badge and panel load in every page that is read, on cheap phones too: what they may weigh, gzipped. */
const LIMIT = 12_000;

it(`badge and panel stay below ${LIMIT} bytes`, async () => {
  const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const result = await build({
    root: at('.'),
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: at('tests/ui/gallery/page-parts.ts'), formats: ['es'] },
      minify: true,
    },
  });
  const [output] = result as Rolldown.RolldownOutput[];
  const code = output!.output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
  const size = gzipSync(code).length;
  console.info(`badge and panel: ${size} bytes gzipped, ${code.length} plain`);
  expect(size).toBeLessThan(LIMIT);
});
