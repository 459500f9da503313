// Pages without scripts, for people who have no account: a title, what is said in both languages, a form.
import type { Download } from '../define/route.ts';

type Both = readonly [zh: string, en: string];
/**
 * A text in both languages, as it stands on a page.
 * @example
 * ```ts
 * bothWays(['提交', 'Send']); // → '提交 <span lang="en">Send</span>'
 * ```
 */
export const bothWays = ([zh, en]: Both): string => `${zh} <span lang="en">${en}</span>`;
/**
 * A whole page; what others wrote is to be {@link escaped}.
 * @example
 * ```ts
 * plainPage(['建议', 'Suggestion'], '<p></p>').startsWith('<!doctype html>'); // → true
 * ```
 */
export const plainPage = (title: Both, body: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title[0]}</title>
<style>
body { font: 1.1rem/1.7 system-ui, sans-serif; max-width: 32rem; margin: 1.5rem auto; padding: 0 1rem; color: #222; background: #fff; }
h1 { font-size: 1.3rem; }
label { display: block; margin: 1rem 0 .2rem; }
input, textarea, button { box-sizing: border-box; width: 100%; padding: .6rem; font: inherit; }
button { margin-top: 1.2rem; border: 0; border-radius: .4rem; color: #fff; background: #a50f18; }
code { font-size: 1.1rem; overflow-wrap: anywhere; }
[lang=en], small { color: #555; }
</style>
</head>
<body>
<main>
<h1>${bothWays(title)}</h1>
${body}
</main>
</body>
</html>
`;
/**
 * A page as a route answers it; `form`: it has a form of its own.
 * @example
 * ```ts
 * shownPage('建议', plainPage(['建议', 'Suggestion'], '')).name; // → '建议.html'
 * ```
 */
export const shownPage = (name: string, page: string, inline: true | 'form' = true): Download => ({
  ...{ name: `${name}.html`, type: 'text/html; charset=utf-8', inline },
  async *chunks() {
    yield page;
  },
});
