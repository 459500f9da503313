// How every place looks for every role: no fault by WCAG 2.2 AA, nothing wider than its screen, nothing too small to tap or read.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { count, type Gate } from './gate.ts';
import { office, people, phone, type Stage, shown } from './stage.ts';

export interface Look {
  userName: string;
  viewport: { width: number; height: number };
  dark: boolean;
  english: boolean;
}
/** The package's script, and the question what is wrong by WCAG 2.2 AA. */
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const RULES = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.slice(0, 2).map(({ html }) => id + ': ' + html.slice(0, 200))))`;
/** Links within a sentence are as tall as its lines; everything else that is tapped is 44 px tall. */
const SMALL_TARGETS = `[...document.querySelectorAll('main button, main select, main textarea, main input:not([type=checkbox]):not([type=radio]), nav a, .rows a, .top button')]
  .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 43.5).map((each) => each.outerHTML.slice(0, 120))`;
const SMALL_TEXT = `[...document.querySelectorAll('body *')]
  .filter((each) => each.checkVisibility() && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '') && parseFloat(getComputedStyle(each).fontSize) < 12)
  .map((each) => each.outerHTML.slice(0, 120))`;
const WRAPPED = `[...document.querySelectorAll('th.unit, .rows .name')]
  .filter((each) => each.textContent.trim().length <= 12 && each.checkVisibility())
  .filter((each) => { const range = document.createRange(); range.selectNodeContents(each); return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1; })
  .map((each) => each.textContent.trim())`;

export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(RULES);
}

interface Found {
  axe: string[];
  wide: string[];
  targets: string[];
  text: string[];
  wrapped: string[];
}

async function lookAt(page: Page, place: string, width: number, found: Found): Promise<void> {
  await page.goto(place);
  await shown(page);
  const at = (name: string) => `${place} ${width}: ${name}`;
  const add = async (list: string[], script: string) =>
    void list.push(...((await page.evaluate(script)) as string[]).map(at));
  found.axe.push(...(await axeFaults(page)).map(at));
  await add(found.text, SMALL_TEXT);
  if (width <= phone.width) await add(found.targets, SMALL_TARGETS);
  if (width >= 1100) await add(found.wrapped, WRAPPED);
  // From the smallest phone, which is also an office's screen at 400 %, to the widest screen.
  for (const each of width === phone.width ? [320, 360, width] : [640, width, 1920]) {
    await page.setViewportSize({ width: each, height: 900 });
    const by = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
    if (by > 0) found.wide.push(`${place} ${each}: ${by} px`);
  }
  await page.setViewportSize({ width, height: 900 });
}

const looks: Look[] = [
  { userName: people.organiser, viewport: phone, dark: false, english: false },
  { userName: people.checker, viewport: phone, dark: true, english: false },
  { userName: people.entrant, viewport: office, dark: true, english: false },
  { userName: 'chanye.shougang', viewport: office, dark: false, english: true },
];
const everyLook = (): Look[] =>
  [...Object.values(people), 'yijian.committee', 'chanye.organiser'].flatMap((userName) =>
    [phone, office].flatMap((viewport) =>
      [false, true].flatMap((dark) => [false, true].map((english) => ({ userName, viewport, dark, english }))),
    ),
  );

export async function looksGates(stage: Stage, isFull: boolean): Promise<Gate[]> {
  const found: Found = { axe: [], wide: [], targets: [], text: [], wrapped: [] };
  for (const { userName, viewport, dark, english } of isFull ? everyLook() : looks) {
    const page = await stage.sit(userName, { viewport, colorScheme: dark ? 'dark' : 'light' });
    if (english) await page.addInitScript("localStorage.setItem('jiangong.language', 'en')");
    await page.goto('/');
    await shown(page);
    const links = await page.locator('nav a').evaluateAll((all) => all.map((each) => each.getAttribute('href')!));
    for (const link of [...links, '/standings?period=q3', '/wall']) await lookAt(page, link, viewport.width, found);
    await page.context().close();
  }
  return [
    count('axe WCAG 2.2 AA', found.axe, 'violations'),
    count('wider than the screen, 320–1920 px', found.wide, 'places'),
    count('targets below 44 px on a phone', found.targets, 'targets'),
    count('text below 12 px', found.text, 'texts'),
    count('unit names of up to 12 characters that wrap at 1100 px and more', found.wrapped, 'names'),
  ];
}
