import { browser } from 'wxt/browser';
import { loadSettings } from '../../src/storage/settings.ts';
import { type Catalogue, loadCatalogue } from '../../src/ui/catalogue.ts';
import { loadMessages } from '../../src/ui/load-messages.ts';

let current: { language: string; catalogue: Promise<Catalogue> } | undefined;

/** The catalogue of the person's language: the one they chose, else the browser's. */
export async function loadSpeech(): Promise<Catalogue> {
  const language = (await loadSettings()).language || browser.i18n.getUILanguage();
  if (current?.language !== language) current = { language, catalogue: loadCatalogue(language, loadMessages) };
  return current.catalogue;
}
