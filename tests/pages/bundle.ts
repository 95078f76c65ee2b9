import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles tests/pages/in-page.ts into one classic script, as a content script would be. */
export async function bundleReader(entry = new URL('./in-page.ts', import.meta.url)): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: fileURLToPath(entry), formats: ['iife'], name: 'reader' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('the bundler gave no output');
  return output.output[0].code;
}
