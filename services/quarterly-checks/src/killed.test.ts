// Killed while a round is closed with its honours, an appeal upheld, its results frozen and the round opened again: whoever begins
// anew and repeats the request reads what is read without a death, and no event is lost or doubled.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chains, type Undisturbed, undisturbed } from './killed-lives.fixture.ts';

let lives: Undisturbed;
beforeAll(async () => {
  lives = await undisturbed();
}, 240_000);
afterAll(() => lives.remove());

test.each(chains)('killed in %s at %s nothing is lost, nor done twice', async (name, place) => {
  expect(await lives.afterDeath(name, place)).toEqual(lives.after(name));
});
