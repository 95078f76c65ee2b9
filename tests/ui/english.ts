import { readFileSync } from 'node:fs';
import { type Catalogue, type MessageFile, makeCatalogue } from '../../src/ui/catalogue.ts';

const path = new URL('../../public/_locales/en/messages.json', import.meta.url);
export const ENGLISH_MESSAGES: MessageFile = JSON.parse(readFileSync(path, 'utf8'));
export const english: Catalogue = makeCatalogue('en', ENGLISH_MESSAGES, ENGLISH_MESSAGES);
