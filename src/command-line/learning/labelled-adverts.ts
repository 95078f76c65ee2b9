import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Posting } from '../../engine/posting.ts';

/** A sign that a reader marked, with the words where it stands. */
export interface Mark {
  signal: string;
  /** Exact words of the text, the title, the company or the location. */
  quote: string;
}

/** An advert with what a careful reader says of it. `scam` is job fraud of another kind than scam-centre lures. */
export interface LabelledAdvert {
  id: string;
  lang: string;
  label: 'lure' | 'legit' | 'warning' | 'scam';
  difficulty: string;
  posting: Posting;
  /** Empty where nobody marked signs. */
  marks: Mark[];
  /** A second reader, who did not know the label, was unsure or saw no risk where the first saw one, or the reverse. */
  doubtful: boolean;
}

type Row = Record<string, unknown>;

function textOf(row: Row, key: string): string | undefined {
  const value = row[key];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The label in any of the forms met in labelled sets: a word, 0/1, or `fraudulent`. */
function labelOf(row: Row): LabelledAdvert['label'] {
  const { label, fraudulent } = row;
  if (label === 'lure' || label === 'legit' || label === 'warning' || label === 'scam') return label;
  if (fraudulent !== undefined) return Number(fraudulent) === 1 ? 'scam' : 'legit';
  return Number(label) === 1 ? 'lure' : 'legit';
}

const RISKS = new Set<unknown>(['lure', 'scam']);

function isDoubtful({ label, second }: Row): boolean {
  if (typeof second !== 'object' || second === null) return false;
  const { label: again, unsure } = second as Row;
  return unsure === true || RISKS.has(label) !== RISKS.has(again);
}

function postingOf(row: Row): Posting {
  const inner = typeof row.raw_data === 'object' && row.raw_data !== null ? (row.raw_data as Row) : row;
  const parts = ['company_profile', 'description', 'requirements', 'benefits'].map((key) => textOf(inner, key));
  const pay = textOf(inner, 'salary_idr_month');
  return {
    text: textOf(inner, 'text') ?? parts.filter((part) => part !== undefined).join('\n'),
    title: textOf(inner, 'title'),
    company: textOf(inner, 'company'),
    location: textOf(inner, 'location'),
    salary: textOf(inner, 'salary') ?? textOf(inner, 'salary_range') ?? (pay && `Rp ${pay} / bulan`),
  };
}

function marksOf({ signals }: Row): Mark[] {
  if (!Array.isArray(signals)) return [];
  return (signals as { id?: unknown; quote?: unknown }[]).flatMap(({ id, quote }) =>
    typeof id === 'string' && typeof quote === 'string' && quote !== '' ? [{ signal: id, quote }] : [],
  );
}

/** Reads labelled adverts, one JSON object a line, plain or gzipped. Throws an Error that names file and line. */
export function readLabelled(file: string): LabelledAdvert[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    let row: Row;
    try {
      row = JSON.parse(line) as Row;
    } catch {
      throw new Error(`${file}:${index + 1}: not JSON`);
    }
    return [
      {
        id: String(row.id ?? row.uid ?? row.job_id ?? index + 1),
        lang: textOf(row, 'lang') ?? 'en',
        label: labelOf(row),
        difficulty: textOf(row, 'difficulty') ?? '-',
        posting: postingOf(row),
        doubtful: isDoubtful(row),
        marks: marksOf(row),
      },
    ];
  });
}
