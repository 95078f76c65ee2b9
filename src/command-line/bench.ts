/** `npm run -s bench -- NAME`: one JSON line a figure, `{"name","value","unit",…}`. */
const benches: Record<string, () => Promise<{ run(): Promise<void> | void }>> = {
  score: () => import('./benches/bench-score.ts'),
  page: () => import('./benches/bench-page.ts'),
  sync: () => import('./benches/bench-sync.ts'),
};

const load = benches[process.argv[2] ?? ''];
if (!load) {
  console.error(`usage: npm run -s bench -- ${Object.keys(benches).join(' | ')}`);
  process.exit(2);
}
await (await load()).run();

export {};
