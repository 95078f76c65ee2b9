// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { LONGEST_BLOCK } from '../../src/pages/json-ld.ts';
import { readPage } from '../../src/pages/read-page.ts';
import { readStructuredData } from '../../src/pages/structured-data.ts';

function page(html: string): Document {
  document.documentElement.innerHTML = `<head><title>x</title></head><body>${html}</body>`;
  return document;
}
const block = (data: unknown): string =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;
const jobs = (html: string) => readStructuredData(page(html)).jobs;

const JOB = {
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Cook',
  description: '<p>Cook lunch.</p><ul><li>Six days</li></ul>',
  hiringOrganization: { '@type': 'Organization', name: 'Harbour Kitchen' },
  jobLocation: { '@type': 'Place', address: { addressLocality: 'Accra', addressCountry: { name: 'Ghana' } } },
  baseSalary: {
    '@type': 'MonetaryAmount',
    currency: 'GHS',
    value: { minValue: 2500, maxValue: '3000', unitText: 'MONTH' },
  },
};
const READ = {
  title: 'Cook',
  company: 'Harbour Kitchen',
  location: 'Accra, Ghana',
  salary: 'GHS 2500 - 3000 / MONTH',
  text: 'Cook lunch.\nSix days',
};

describe('JSON-LD', () => {
  test.each([
    ['one object', JOB],
    ['an array', [JOB]],
    ['a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite' }, JOB] }],
    ['several types', { ...JOB, '@type': ['Thing', 'JobPosting'] }],
    ['a full type address', { ...JOB, '@type': 'http://schema.org/JobPosting' }],
    ['inside another thing', { '@type': 'WebPage', mainEntity: JOB }],
    ['an item list', { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: JOB }] }],
    ['name in place of title', { ...JOB, title: undefined, name: 'Cook' }],
    ['the organisation as a word', { ...JOB, hiringOrganization: 'Harbour Kitchen' }],
    [
      'the organisation by reference',
      {
        '@graph': [
          { ...JOB, hiringOrganization: { '@id': '#o' } },
          { '@id': '#o', name: 'Harbour Kitchen' },
        ],
      },
    ],
    ['the place as a list of words', { ...JOB, jobLocation: ['Accra, Ghana'] }],
    [
      'the description escaped twice',
      { ...JOB, description: '&lt;p&gt;Cook lunch.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Six days&lt;/li&gt;&lt;/ul&gt;' },
    ],
  ])('%s', (_, data) => expect(jobs(block(data))[0]).toMatchObject(READ));

  test.each([
    ['raw line breaks in strings', JSON.stringify(JOB).replace('Cook lunch.', 'Cook\n lunch.')],
    ['a semicolon after the block', `${JSON.stringify(JOB)};`],
    ['a comment around the block', `<!-- ${JSON.stringify(JOB)} -->`],
  ])('mends %s', (_, source) => expect(jobs(block(source))[0]?.company).toBe('Harbour Kitchen'));

  test.each([
    ['a number', 2500, 'GHS 2500'],
    ['a word', '2,500 a month', 'GHS 2,500 a month'],
    ['an amount without parts', { value: '2500', currency: 'GHS', unitText: 'MONTH' }, 'GHS 2500 / MONTH'],
  ])('pay as %s', (_, baseSalary, salary) =>
    expect(jobs(block({ ...JOB, baseSalary, salaryCurrency: 'GHS' }))[0]?.salary).toBe(salary),
  );

  test('several blocks, several jobs', () => {
    expect(jobs(block(JOB) + block({ ...JOB, title: 'Waiter' })).map(({ title }) => title)).toEqual(['Cook', 'Waiter']);
  });

  test('a giant block is left and told of', () => {
    const giant = JSON.stringify({ ...JOB, description: 'x'.repeat(LONGEST_BLOCK) });
    expect(readStructuredData(page(block(giant)))).toEqual({
      jobs: [],
      unread: [{ why: 'too-long', site: 'structured-data', count: 1 }],
    });
  });

  test('a broken block is told of', () => {
    expect(readStructuredData(page(block('{"@type":"JobPosting",')))).toEqual({
      jobs: [],
      unread: [{ why: 'error', site: 'structured-data', count: 1 }],
    });
  });

  test('data of the job that was open before is not believed', () => {
    const other = `<main><h1>Night guard</h1><p>${'Guard the gate at night and write down who comes. '.repeat(12)}</p></main>`;
    expect(jobs(block(JOB) + other)).toEqual([]);
    expect(jobs(block(JOB) + other.replace('Night guard', 'Cook'))).toHaveLength(1);
  });
});

describe('markup in place', () => {
  const microdata = `<div itemscope itemtype="https://schema.org/JobPosting"><h2 itemprop="title">Cook</h2>
    <span itemprop="hiringOrganization" itemscope><b itemprop="name">Harbour Kitchen</b></span>
    <span itemprop="jobLocation" itemscope><span itemprop="addressLocality">Accra</span>, <span itemprop="addressCountry">Ghana</span></span>
    <meta itemprop="salaryCurrency" content="GHS"><span itemprop="baseSalary">2500</span><div itemprop="description"><p>Cook lunch.</p></div></div>`;
  const wanted = {
    title: 'Cook',
    company: 'Harbour Kitchen',
    location: 'Accra, Ghana',
    salary: 'GHS 2500',
    text: 'Cook lunch.',
  };

  test('microdata', () => expect(jobs(microdata)[0]).toMatchObject(wanted));
  test('RDFa', () => {
    const rdfa = microdata
      .replace(/itemscope itemtype="[^"]*\/(\w+)"/g, 'typeof="$1"')
      .replaceAll('itemscope', 'typeof="Thing"')
      .replaceAll('itemprop', 'property');
    expect(jobs(rdfa)[0]).toMatchObject(wanted);
  });
  test('RDFa without a type, when several properties tell of a job', () => {
    const untyped =
      '<main><h1 property="title">Cook</h1><p property="jobLocation">Accra</p><p property="baseSalary">GHS 2,500</p></main>';
    expect(jobs(untyped)[0]).toMatchObject({ title: 'Cook', location: 'Accra', salary: 'GHS 2,500' });
    expect(jobs('<main><h1 property="title">A book</h1></main>')).toEqual([]);
  });
});

describe('a page with structured data', () => {
  test('is one posting whose text is what stands on the screen', () => {
    const bad =
      'Passport is kept by the company. Write on Telegram @example_hr. Flight and room are free for everyone.';
    const reading = readPage(
      page(`${block(JOB)}<main><h1>Cook</h1><p>${bad}</p></main>`),
      'https://agency.example/cook',
      [],
    );
    expect(reading.postings).toHaveLength(1);
    expect(reading.postings[0]?.posting).toMatchObject({
      title: 'Cook',
      company: 'Harbour Kitchen',
      location: 'Accra, Ghana',
    });
    expect(reading.postings[0]?.posting.text).toContain(bad);
  });
});
