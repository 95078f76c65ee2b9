import type { DemoAdvert } from './adverts.ts';
import { escapeMarkup } from './markup.ts';

/** Description as job boards write it: escaped words in `<p>` and `<br>`. */
function description(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => `<p>${part.split('\n').map(escapeMarkup).join('<br>')}</p>`)
    .join('');
}

/** schema.org JobPosting in the shape that the advert asks for: alone, in a `@graph`, in an array, or cut short. */
export function jobPosting(job: DemoAdvert): unknown {
  const shape = job.jsonLd ?? 'full';
  const full = {
    '@type': 'JobPosting',
    title: job.title,
    description: description(shape === 'cleaner' ? (job.cleanText ?? '') : job.text),
    datePosted: job.posted.slice(0, 10),
    employmentType: 'FULL_TIME',
    hiringOrganization: { '@type': 'Organization', name: job.company },
    jobLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: job.location } },
    ...(job.pay && {
      baseSalary: {
        '@type': 'MonetaryAmount',
        currency: job.pay.currency,
        value: { '@type': 'QuantitativeValue', minValue: job.pay.min, maxValue: job.pay.max, unitText: job.pay.unit },
      },
    }),
    identifier: { '@type': 'PropertyValue', name: 'Jobquay', value: job.id },
  };
  const context = { '@context': 'https://schema.org' };
  if (shape === 'graph')
    return {
      ...context,
      '@graph': [
        { '@type': 'WebSite', name: 'Jobquay' },
        { ...full, '@type': ['JobPosting'] },
      ],
    };
  if (shape === 'array')
    return [
      { ...context, '@type': 'BreadcrumbList', itemListElement: [] },
      { ...context, ...full, hiringOrganization: job.company },
    ];
  if (shape === 'short') {
    const { description: words, ...rest } = full;
    return { ...context, ...rest, description: `${words.slice(0, 160)}…` };
  }
  return { ...context, ...full };
}
