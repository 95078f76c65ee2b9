import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launchBrowser, SKIPPED } from '../ui/browser.ts';
import { openPage, type Reading } from './open-page.ts';

const TRADES = ['Baker', 'Welder', 'Nurse', 'Driver', 'Cook', 'Tailor', 'Guard', 'Clerk', 'Waiter', 'Cleaner'];
const TOWNS = ['Accra', 'Kumasi', 'Tema', 'Ho', 'Tamale'];
const each = (write: (trade: string, at: number) => string, count = TRADES.length): string =>
  TRADES.slice(0, count).map(write).join('');
const town = (at: number): string => TOWNS[at % TOWNS.length]!;
const MENU =
  '<header><a href="/">Home</a><a href="/about">About us</a></header><nav><a href="/jobs?c=1">Jobs in Accra</a><a href="/jobs?c=2">Jobs in Tema</a><a href="/jobs?c=3">Jobs in Ho</a></nav>';
const FOOT = `<footer>${TOWNS.map((name) => `<a href="/jobs-in-${name}">Jobs in ${name}</a>`).join('')}<p>Copyright. All rights reserved by the people who run this board.</p></footer>`;
const TEXT =
  '<p>You will join a team of twelve people and work in two shifts. We ask for a good hand, patience and the will to learn.</p><p>We give a contract on the first day, the pay that the collective agreement sets, and twenty days of leave. Apply by e-mail to jobs@mill.example with your CV.</p>'.repeat(
    3,
  );

describe.skipIf(!chromiumPath)(`pages of unknown build${chromiumPath ? '' : ` (${SKIPPED})`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function read(html: string, url = 'https://board.example/jobs'): Promise<Reading> {
    const opened = await openPage(browser, url, `<!doctype html>${html}`);
    const reading = await opened.read([]);
    await opened.close();
    return reading;
  }
  const titles = (reading: Reading) => reading.postings.map(({ posting }) => posting.title);

  const lists: [string, string][] = [
    [
      'linked headings',
      each(
        (trade, at) =>
          `<div class="card"><h3><a href="/jobs/${at}-${trade}">${trade}</a></h3><span class="company">Mill ${at}</span><span class="location">${town(at)}</span><p>Work in our shop in town.</p></div>`,
      ),
    ],
    [
      'links laid over the whole card',
      each(
        (trade, at) =>
          `<div class="card" style="position:relative"><a href="/job/${at}" style="position:absolute;inset:0" aria-label="${trade}"></a><h2>${trade}</h2><div class="company">Mill ${at}</div><div class="location">${town(at)}</div></div>`,
      ),
    ],
    [
      'whole cards as links',
      each(
        (trade, at) =>
          `<a class="card" href="/vacancy/${at}"><h3>${trade}</h3><p class="company">Mill ${at}</p><p class="location">${town(at)}</p><p>GHS 2,000 a month</p></a>`,
      ),
    ],
    [
      'table rows',
      `<table><thead><tr><th>Post</th><th>Employer</th><th>Place</th></tr></thead><tbody>${each((trade, at) => `<tr><td><a href="/position.php?id=${1000 + at}">${trade}</a></td><td class="company">Mill ${at}</td><td class="location">${town(at)}</td></tr>`)}</tbody></table>`,
    ],
    [
      'cards without links',
      `<div class="list">${each((trade, at) => `<div class="card" role="button" tabindex="0"><h3>${trade}</h3><div class="company">Mill ${at}</div><div class="location">${town(at)}</div><div>GHS 2,000 a month</div></div>`)}</div>`,
    ],
    [
      'lists under dates',
      `${[0, 5]
        .map(
          (from) =>
            `<h2>Day ${from}</h2><ul>${TRADES.slice(from, from + 5)
              .map(
                (trade, at) =>
                  `<li><a href="/jobs/view/${from + at}">${trade}</a><div class="company">Mill ${at}</div><div class="location">${town(at)}</div></li>`,
              )
              .join('')}</ul>`,
        )
        .join('')}`,
    ],
    [
      'articles',
      each(
        (trade, at) =>
          `<article><h2><a href="/j/${at}">${trade}</a></h2><p class="meta"><span class="employer">Mill ${at}</span> <span class="location">${town(at)}</span></p><p>Work in our shop in town, full-time.</p></article>`,
      ),
    ],
  ];

  test.each(lists)('a list of %s', async (_, list) => {
    const reading = await read(
      `<title>Jobs in Ghana</title>${MENU}<main><h1>10 jobs in Ghana</h1>${list}</main>${FOOT}`,
    );
    expect(titles(reading)).toEqual(TRADES);
    expect(reading.postings[1]?.posting).toMatchObject({ company: 'Mill 1', location: 'Kumasi' });
    expect(reading.view).toBe('list');
  });

  test('two openings are a list too', async () => {
    const list = each(
      (trade, at) =>
        `<div class="card"><h3><a href="/jobs/${at}-${trade}">${trade}</a></h3><span class="company">Mill ${at}</span><p>${town(at)}, GHS 2,000 a month</p></div>`,
      2,
    );
    expect(titles(await read(`<title>Jobs at Mill</title><main><h1>Open positions</h1>${list}</main>`))).toEqual([
      'Baker',
      'Welder',
    ]);
  });

  test('an advert with similar ones under it is one advert', async () => {
    const reading = await read(
      `<title>Baker at Mill</title>${MENU}<main><h1>Baker</h1><div class="company">Mill</div><div class="location">Ho</div><div class="text">${TEXT}</div>
       <section><h2>Similar jobs</h2>${each((trade, at) => `<div class="card"><a href="/jobs/${at}">${trade}</a><p>Mill ${at}, ${town(at)}</p></div>`, 5)}</section></main>${FOOT}`,
      'https://board.example/jobs/77-baker',
    );
    expect(reading.postings).toHaveLength(1);
    expect(reading.postings[0]).toMatchObject({
      view: 'detail',
      posting: { title: 'Baker', company: 'Mill', location: 'Ho' },
    });
    expect(reading.postings[0]?.posting.text).toContain('jobs@mill.example');
    expect(reading.postings[0]?.posting.text).not.toContain('Nurse');
  });

  test('a list with the open advert beside it', async () => {
    const list = each(
      (trade, at) =>
        `<li><a href="/jobs/${at}-${trade}">${trade}</a><div class="company">Mill ${at}</div><div class="location">${town(at)}</div></li>`,
    );
    const reading = await read(
      `<title>Jobs in Ghana</title><main><h1>10 jobs in Ghana</h1><div class="left"><ul>${list}</ul></div><div class="right"><h2>Welder</h2><div class="company">Mill 1</div>${TEXT}</div></main>`,
    );
    expect(reading.postings).toHaveLength(10);
    const open = reading.postings.find(({ view }) => view === 'detail');
    expect(open?.posting.title).toBe('Welder');
    expect(open?.posting.text).toContain('jobs@mill.example');
  });

  test('structured data of a list fills in what the cards leave out', async () => {
    const data = TRADES.map((title, at) => ({
      '@type': 'JobPosting',
      title,
      hiringOrganization: { name: `Mill ${at}` },
      jobLocation: { address: { addressLocality: town(at) } },
    }));
    const list = each(
      (trade, at) =>
        `<div class="card"><h3><a href="/jobs/${at}-${trade}">${trade}</a></h3><p>Work in our shop in town.</p></div>`,
    );
    const reading = await read(
      `<title>Jobs</title><script type="application/ld+json">${JSON.stringify(data)}</script><main>${list}</main>`,
    );
    expect(titles(reading)).toEqual(TRADES);
    expect(reading.postings[3]?.posting).toMatchObject({ company: 'Mill 3', location: 'Ho' });
  });

  test.each([
    [
      'Indonesian',
      'Dibutuhkan segera admin online untuk kantor kami di luar negeri. Gaji 12 juta per bulan, tiket dan tempat tinggal ditanggung perusahaan. Kirim CV lewat Telegram @example_hr atau WhatsApp. ',
    ],
    [
      'Chinese',
      '现招聘客服人员若干名,工作地点在海外,月薪一万五起,包吃包住,机票报销。有意者请联系微信 example000,我们会尽快安排面试和签证。不需要经验,公司提供培训。',
    ],
    [
      'Arabic',
      'مطلوب موظفين خدمة عملاء للعمل في الخارج. الراتب 1500 دولار شهرياً والسكن والتذكرة على الشركة. للتقديم أرسل السيرة الذاتية عبر واتساب. ',
    ],
  ])('a page of running text in %s, without any mark of jobs around it', async (_, sentence) => {
    const reading = await read(
      `<title>Info</title><body><div><h1>Info</h1><p>${sentence.repeat(4)}</p></div></body>`,
      'https://agency.example/p/1',
    );
    expect(reading.postings).toHaveLength(1);
    expect(reading.postings[0]).toMatchObject({ adapter: 'dense-block', view: 'detail' });
  });

  const cards = (words: string[]): string =>
    words
      .map(
        (name, at) =>
          `<div class="card"><h3><a href="/item/${at}-${name}">${name}</a></h3><p class="price">$${10 + at}</p><p>Delivered to your door in two days, returns are free.</p></div>`,
      )
      .join('');
  test.each([
    [
      'a shop',
      `<title>Kitchen tables</title><main><h1>Tables</h1>${cards(['Oak table', 'Pine table', 'Round table', 'Small table', 'Folding table', 'Long table'])}</main>`,
    ],
    [
      'news',
      `<title>News of the day</title><main><h1>Today</h1>${['Rain in the north', 'Festival opens', 'Bridge repaired', 'Team wins cup', 'New library', 'Heat wave'].map((head, at) => `<article><h2><a href="/news/${at}">${head}</a></h2><p>People in the region said on Tuesday that the weather had kept them at home for most of the week.</p></article>`).join('')}</main>`,
    ],
    [
      'a recipe',
      `<title>Bread</title><main><h1>Bread at home</h1><p>${'Mix flour, water and salt, let it rest for an hour and fold it twice. Bake it until the crust is brown. '.repeat(12)}</p></main>`,
    ],
    [
      'a feed of friends',
      `<title>Home</title><div role="feed">${['Our cat came home.', 'The lake froze over.', 'Happy birthday, Ama!'].map((text) => `<div role="article"><p>${text}</p></div>`).join('')}</div>`,
    ],
  ])('%s holds no adverts', async (_, html) => {
    const reading = await read(html, 'https://site.example/today');
    expect(titles(reading)).toEqual([]);
    expect(reading.unread).not.toEqual([]);
  });

  test('a feed of friends with one advert in it', async () => {
    const lure =
      'Hiring 20 chat agents for our office in Poipet. Salary 900 USD a month, ticket and room free. Contact me on Telegram @example_hr';
    const reading = await read(
      `<title>Home</title><div role="feed">${['Our cat came home.', lure, 'Happy birthday, Ama!'].map((text) => `<div role="article"><p>${text}</p></div>`).join('')}</div>`,
      'https://site.example/home',
    );
    expect(reading.postings).toHaveLength(1);
    expect(reading.postings[0]?.posting.text).toContain('@example_hr');
  });
});
