import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

const asked = new Map<string, string>();

/**
 * The passphrase of a key: `LUREWATCH_PASSPHRASE_<NAME>` or `LUREWATCH_PASSPHRASE` from the environment, else typed
 * without echo. Asked for once a name. Throws an Error where nobody can type.
 */
export async function passphraseFor(name: string): Promise<string> {
  const variable = `LUREWATCH_PASSPHRASE_${name.toUpperCase().replaceAll('-', '_')}`;
  const set = process.env[variable] ?? process.env.LUREWATCH_PASSPHRASE ?? asked.get(name);
  if (set) return set;
  if (!process.stdin.isTTY) throw new Error(`No passphrase for ${name}: set ${variable} or LUREWATCH_PASSPHRASE.`);
  process.stderr.write(`Passphrase for ${name}: `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const typed = await new Promise<string>((resolve) => lines.question('', resolve));
  lines.close();
  process.stderr.write('\n');
  asked.set(name, typed);
  return typed;
}
