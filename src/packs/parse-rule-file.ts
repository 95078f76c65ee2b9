import { type Document, isNode, LineCounter, parseDocument } from 'yaml';

/** What is wrong in a rule file, where, and what was expected. */
export interface RuleFault {
  file: string;
  /** 1-based. */
  line: number;
  message: string;
}

export interface ParsedRuleFile {
  file: string;
  value: unknown;
  /** Line of a value by its path, e.g. ["phrases", "en", 3]; the nearest parent's when it does not exist. */
  lineOf(path: (string | number)[]): number;
}

export type ParseResult = { ok: true; parsed: ParsedRuleFile } | { ok: false; faults: RuleFault[] };

const LARGEST_FILE = 1_000_000;
/** YAML references (`*name`) in one file: few, so that no small file unfolds into a large one. */
const MOST_REFERENCES = 20;

function nodeLine(document: Document, counter: LineCounter, path: (string | number)[]): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

/** Parses one YAML rule file; syntax faults are named with their lines. */
export function parseRuleFile(file: string, text: string): ParseResult {
  if (text.length > LARGEST_FILE)
    return { ok: false, faults: [{ file, line: 1, message: `larger than ${LARGEST_FILE} characters` }] };
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  if (document.errors.length > 0) {
    return {
      ok: false,
      faults: document.errors.map((error) => ({
        file,
        line: counter.linePos(error.pos[0]).line,
        message: error.message,
      })),
    };
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_REFERENCES });
  } catch {
    return {
      ok: false,
      faults: [
        { file, line: 1, message: `more than ${MOST_REFERENCES} references (*name), or one that leads nowhere` },
      ],
    };
  }
  return { ok: true, parsed: { file, value, lineOf: (path) => nodeLine(document, counter, path) } };
}
