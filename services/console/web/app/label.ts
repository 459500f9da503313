// A text in both languages, apart from `language.ts`, which needs a browser.
export type Label = readonly [zh: string, en: string];
