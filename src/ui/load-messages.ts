import type { MessageFile } from './catalogue.ts';
import languages from './languages.json' with { type: 'json' };

/**
 * Reads one language's messages from our own package. Asks only for folders that were packed, so that no request
 * fails.
 */
export async function loadMessages(folder: string): Promise<MessageFile | null> {
  if (!languages.includes(folder)) return null;
  const response = await fetch(`/_locales/${folder}/messages.json`);
  return response.ok ? ((await response.json()) as MessageFile) : null;
}
