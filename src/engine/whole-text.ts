import { type Concepts, createConceptReader } from './glossary.ts';
import { createMeaningReader } from './meaning.ts';
import { maskPersonal, type PersonalMask } from './personal-words.ts';
import type { Overall } from './piece-model.ts';
import type { Reading } from './reading.ts';
import type { CompiledRules } from './rules.ts';
import { createWordingReader } from './wording.ts';

/** A text without who somebody is: what is judged as a whole. */
export interface WholeText {
  mask: PersonalMask;
  concepts: Concepts;
}

/** Makes the reader of what is judged as a whole, for models and for learning them. */
export function createWholeTextReader({
  glossary,
  targets,
}: Pick<CompiledRules, 'glossary' | 'targets'>): (reading: Reading) => WholeText {
  const readConcepts = createConceptReader(glossary);
  return (reading) => {
    const mask = maskPersonal(reading, targets);
    const concepts = readConcepts(reading, mask);
    return { mask, concepts };
  };
}

/** Makes the reader of how a text is worded and what it speaks of, each undefined without a model of it. */
export function createWholeReader(
  rules: CompiledRules,
): (reading: Reading) => { wording?: Overall; meaning?: Overall } {
  const { wording, meaning, glossary } = rules;
  if (!wording && !meaning) return () => ({});
  const read = createWholeTextReader(rules);
  const readWording = wording && createWordingReader(wording);
  const readMeaning = meaning && createMeaningReader(meaning, glossary.concepts);
  return (reading) => {
    const { mask, concepts } = read(reading);
    return {
      ...(readWording ? { wording: readWording(reading, mask) } : {}),
      ...(readMeaning ? { meaning: readMeaning(concepts) } : {}),
    };
  };
}
