import type { Explanation } from '../messages.ts';
import { fill } from './fill.ts';
import type { PageStrings } from './page-strings.ts';
import { dateAndTime } from './wording.ts';

/** What the explanation does not hold, because the panel does not show it. */
export interface ReportFacts {
  url: string;
  link?: string;
  poster?: string;
  /** ISO time at which the advert was read. */
  seenAt: string;
  lang: string;
}

/**
 * The advert and its reasons as plain text, for a message or a report form. Holds nothing about the person who
 * copies it; forms of hotlines and police ask for the address, the time, the full text and the reasons.
 */
export function plainTextReport(explanation: Explanation, facts: ReportFacts, strings: PageStrings): string {
  const { fields } = explanation;
  const line = (label: string, value: string | undefined) => (value ? `${label}: ${value}` : null);
  const signs = explanation.reasons.filter((reason) => !reason.protective);
  const speaksFor = explanation.reasons.filter((reason) => reason.protective);
  const blocks = [
    [strings.reportTitle, line(strings.reportLevel, explanation.levelName), explanation.heading],
    [
      line(strings.reportSeen, `${dateAndTime(facts.lang, facts.seenAt)} (${facts.seenAt})`),
      line(strings.reportPage, facts.url),
      line(strings.reportLink, facts.link === facts.url ? undefined : facts.link),
      line(strings.reportPoster, facts.poster),
      line(strings.reportJob, fields.title?.text),
      line(strings.reportCompany, fields.company?.text),
      line(strings.reportPlace, fields.location?.text),
      line(strings.reportPay, fields.salary?.text),
    ],
    signs.length > 0 ? [`${strings.sectionSeen}:`, ...signs.flatMap((reason) => reasonLines(reason, strings))] : [],
    speaksFor.length > 0
      ? [`${strings.sectionFor}:`, ...speaksFor.flatMap((reason) => reasonLines(reason, strings))]
      : [],
    fields.text.text ? [`${strings.reportText}:`, fields.text.text] : [],
    [line(strings.reportList, explanation.list), strings.reportNote],
  ];
  return `${blocks
    .map((block) => block.filter((text) => text !== null).join('\n'))
    .filter((block) => block !== '')
    .join('\n\n')}\n`;
}

function reasonLines(reason: Explanation['reasons'][number], strings: PageStrings): string[] {
  const lines = [`- ${reason.label}`];
  if (reason.quotes.length > 0) lines.push(`  ${reason.quotes.map((quote) => `“${quote}”`).join(' · ')}`);
  if (reason.fact) lines.push(`  ${reason.fact}`);
  if (reason.also) lines.push(`  ${fill(strings.alsoSeen, reason.also.join(', '))}`);
  return lines;
}
