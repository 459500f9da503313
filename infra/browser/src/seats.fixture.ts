// The played year and a browser for all tests of a file, and whoever sits down at it.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser, type Seat, seatOf, type sizes } from './browser.fixture.ts';
import { yearUntil } from './year.fixture.ts';

/** @param chapter before which the year stops */
export function seatsAt(chapter: string) {
  const seats: Seat[] = [];
  let year: Awaited<ReturnType<typeof yearUntil>>;
  let browser: Browser;
  beforeAll(async () => {
    [year, browser] = await Promise.all([yearUntil(chapter), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await year?.stop();
  });
  return {
    seats,
    year: () => year,
    browser: () => browser,
    async sit(userName: string, size: keyof typeof sizes = 'office') {
      const seat = await seatOf(browser, year.url, year.credentialsOf(userName), size);
      seats.push(seat);
      return seat.page;
    },
    /** What pages wrote to their console, but for refusals that a test provoked. */
    faults: () => seats.flatMap(({ faults }) => faults).filter((text) => !text.includes('status of 4')),
  };
}
