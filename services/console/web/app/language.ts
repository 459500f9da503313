// The language of the page: Chinese unless somebody switches. Words stand in typed dictionaries next to where they are shown.
import { useSyncExternalStore } from 'react';
import type { Label } from './label.ts';

export type { Label } from './label.ts';
export type Language = 'zh' | 'en';
const KEY = 'jiangong.language';

let current: Language = localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
const listeners = new Set<() => void>();
document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';

export function setLanguage(language: Language): void {
  current = language;
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const listener of listeners) listener();
}
export const useLanguage = (): Language =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );

/** Reads labels in the current language. */
export function useSay(): (label: Label) => string {
  const language = useLanguage();
  return ([zh, en]) => (language === 'zh' ? zh : en);
}
/** A dictionary in the current language. */
export function useWords<K extends string>(dictionary: Record<K, Label>): Record<K, string> {
  const say = useSay();
  return Object.fromEntries(Object.entries<Label>(dictionary).map(([key, label]) => [key, say(label)])) as Record<
    K,
    string
  >;
}

const numbers = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** Scores as published: two decimals. */
export const scoreText = (score: number | null | undefined): string =>
  score === null || score === undefined ? '—' : numbers.format(score);
const byStroke = new Intl.Collator('zh-u-co-stroke', { numeric: true });
export const compareNames = (a: string, b: string): number => byStroke.compare(a, b);
/** The calendar day in China, wherever the browser is. */
export const dayOf = (instant: string | number): string =>
  new Date(instant).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });
/** The business date. */
export const today = (): string => dayOf(Date.now());
