// Killed at one place after another while suggestions are made, taken up and adopted: whoever was shown a receipt reads by it what
// becomes of the suggestion, one studio takes it up, and one output comes of it. Planted bugs show that the test would notice.
import { expect, onTestFinished, test } from 'vitest';
import { openChild } from '../killed-child.fixture.ts';
import type { Plant } from '../killed-plants.fixture.ts';

const NOW = '2024-03-01T09:00:00+08:00';
const header = '编码,名称,带头人,所在单位,所在区,级别,工种,能提供,想解决,可结盟数,认定状态';
const list = [header, ...['A', 'B'].map((x) => `${x},${x}工作室,P-1,${x}公司,东城区,区级,焊接,焊,探伤,1,已认定`)].join(
  '\n',
);

async function prepared(plant?: Plant) {
  const child = openChild(plant);
  onTestFinished(() => child.remove());
  await child.begin(undefined, NOW);
  await child.call('POST', '/studios/import', list);
  const studios = (await child.all('/studios')).map(({ studio }) => studio as string);
  const head = { code: 'L1', name: '联盟', shortName: '盟', studios };
  const { id: alliance } = (await child.call('POST', '/alliances', head)).body;
  const approval = { form: 'linked', reason: '链', agreement: '一' };
  await expect
    .poll(async () => (await child.call('POST', `/alliances/${alliance}/approve`, approval)).status)
    .toBe(200);
  const { address } = (await child.call('POST', '/suggestion-links', { label: '车间' })).body;
  const link = String(address).slice(String(address).indexOf('/public/'));
  let deaths = 0;
  /** Begun anew with the place armed, it does what is given, and dies of it or of what follows. */
  async function dies(place: string, request: () => Promise<unknown>) {
    await child.kill();
    const isUp = await child.begin(place, NOW);
    if (isUp) await request().catch(() => undefined);
    await child.ended();
    deaths += 1;
  }
  const live = () => child.begin(undefined, NOW);
  return { ...child, studios, alliance, link, dies, live, deaths: () => deaths };
}
const suggestion = (title: string) => ({ title, text: '换模对位费时', proposer: '王小明' });

/** How many of the receipts that were shown, with deaths in between, show nothing. */
async function unknownReceipts(places: string[], plant?: Plant) {
  const child = await prepared(plant);
  const receipts: string[] = [];
  const make = async (title: string) => {
    const { body } = await child.call('POST', child.link, suggestion(title));
    if (body.receipt) receipts.push(body.receipt);
  };
  for (const place of places) {
    await make(`${place} 之前`);
    await make(`${place} 再前`);
    await child.dies(place, () => make(place));
    await child.live();
  }
  await make('最后');
  const seen = await Promise.all(receipts.map((each) => child.call('GET', `/public/suggestions/${each}`)));
  const made = await child.all('/suggestions');
  const named = await Promise.all(made.map(({ suggestion: id }) => child.call('GET', `/suggestions/${id}`)));
  return {
    ...{ shown: receipts.length, deaths: child.deaths(), made: made.length },
    unknown: seen.filter(({ status }) => status !== 200).length,
    nameless: named.filter(({ body }) => body.name !== '王小明').length,
  };
}

test('killed at three places while suggestions are made, each receipt that was shown shows one', async () => {
  const places = ['before-commit:1', 'after-commit:1', 'before-views:1'];
  const { made, ...found } = await unknownReceipts(places);
  // Those who had no answer may find theirs made or not, never by halves.
  expect(found).toEqual({ shown: expect.any(Number), deaths: places.length, unknown: 0, nameless: 0 });
  expect(found.shown).toBeGreaterThanOrEqual(2 * places.length + 1);
  expect(made).toBeGreaterThanOrEqual(found.shown);
  expect(made).toBeLessThanOrEqual(3 * places.length + 1);
  console.log(`suggestions: killed ${found.deaths} times, ${found.shown} receipts shown, ${made} suggestions`);
});

test('a receipt that is shown before its suggestion is stored is noticed', async () => {
  const { unknown } = await unknownReceipts(['before-commit:1'], 'a receipt is shown before its suggestion is stored');
  expect(unknown).toBeGreaterThan(0);
});

/** Who has the suggestion, and what came of it, after it was taken up and adopted with deaths at these places. */
async function dealtWith(taking: string[], adopting: string[], plant?: Plant) {
  const child = await prepared(plant);
  const [first, second] = child.studios;
  const { id } = (await child.call('POST', child.link, suggestion('快换定位销'))).body;
  const at = `/suggestions/${id}`;
  const takeUp = (studio: string | undefined) => child.call('POST', `${at}/take-up`, { studio });
  for (const place of taking) await child.dies(place, () => takeUp(first));
  if (taking.length > 0) await child.live();
  // Whoever had no answer comes again, and so does another.
  await takeUp(first);
  const other = await takeUp(second);
  const body = { alliance: child.alliance, kind: '小改革', applied: ['production'], contributors: [], reason: '省时' };
  const adopt = () => child.call('POST', `${at}/adopt`, body);
  for (const place of adopting) await child.dies(place, adopt);
  return child.lastly(NOW, async ({ runtimes: [runtime] }) => {
    const types: string[] = [];
    for await (const { events } of runtime!.store.journal())
      types.push(...events.map(({ type }) => type).filter((type) => /^suggestion-(taken|adopted)|^output/.test(type)));
    return { deaths: child.deaths(), other: other.status, types };
  });
}
const once = ['suggestion-taken-up', 'suggestion-adopted', 'output-logged'];

test('killed at six places while it is taken up and adopted, it is one studio’s and becomes one output', async () => {
  const taking = ['group-before-commit:1', 'after-commit:1'];
  const adopting = ['before-commit:1', 'after-commit:1', 'before-effect:1', 'after-reaction:1'];
  expect(await dealtWith(taking, adopting)).toEqual({ deaths: 6, other: 409, types: once });
});

test('a suggestion that is taken up twice, and one whose output is forgotten, are noticed', async () => {
  const twice = await dealtWith(['after-commit:1'], [], 'a suggestion is taken up twice');
  expect(twice.types.filter((type) => type === 'suggestion-taken-up').length).toBeGreaterThan(1);
  const forgotten = 'an adopted suggestion is drafted only by the process that adopted it';
  const { types } = await dealtWith([], ['after-commit:1'], forgotten);
  expect(types).toEqual(once.slice(0, 2));
});
