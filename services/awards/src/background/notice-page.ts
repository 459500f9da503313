// A public notice as a page that a browser shows and prints: who is meant to be honoured, until when and how to object.
import type { publicNoticeView } from '@jiangong/contracts';
import type { z } from 'zod';

type Notice = z.infer<typeof publicNoticeView>;
const ways = { letter: '信函', phone: '电话', visit: '来访' } as const;
const inHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function dateOf(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Honours and groups in the order in which the notice has them. */
function tablesOf(items: Notice['items']): string {
  const byHonour = Map.groupBy(items, ({ honour, group }) => (group === undefined ? honour : `${honour}（${group}）`));
  return [...byHonour]
    .map(([title, of]) => {
      const rows = of.map(
        ({ recipient, unnamed }, at) =>
          `<tr><td>${at + 1}</td><td>${inHtml(recipient)}${unnamed ? '（个人）' : ''}</td></tr>`,
      );
      return `<h2>${inHtml(title)}</h2>
<table><thead><tr><th scope="col">序号</th><th scope="col">拟表彰对象</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
    })
    .join('\n');
}
function stateOf({ ended, withdrawn, lengthened = [] }: Notice): string {
  if (withdrawn !== undefined) return `<p class="state"><strong>本公示已撤回。</strong>${inHtml(withdrawn)}</p>`;
  const longer = lengthened.map(({ from, reason }) => `原定${dateOf(from)}期满，已延长：${inHtml(reason)}`).join('；');
  return `<p class="state"><strong>${ended ? '公示已期满。' : '公示进行中。'}</strong>${longer}</p>`;
}

export function noticePage(notice: Notice): string {
  const { title, from, lastDay, closesAt, workingDays, channels, items } = notice;
  const channelRows = channels.map(({ kind, where }) => `<li>${ways[kind]}：${inHtml(where)}</li>`);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>公示：${inHtml(title)}</title>
<style>
body { font: 1.1rem/1.8 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
h1 { font-size: 1.6rem; text-align: center; }
h2 { font-size: 1.2rem; break-after: avoid; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #999; padding: .3rem .6rem; text-align: left; }
th:first-child, td:first-child { width: 4rem; text-align: center; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
@page { size: A4; margin: 20mm; }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 12pt; } .state { display: none; } }
</style>
</head>
<body>
<main>
<h1>公示</h1>
<p>现将“${inHtml(title)}”拟表彰对象共 ${items.length} 个予以公示。公示期为${dateOf(from)}至${dateOf(lastDay)}（${workingDays} 个工作日），截止时刻为当日 ${closesAt.slice(11, 16)}。</p>
${stateOf(notice)}
${tablesOf(items)}
<h2>如何提出异议</h2>
<p>公示期内如有异议，请以下列方式反映；个人须署实名，单位须加盖公章，信函以邮戳为准。</p>
<ul>${channelRows.join('\n')}</ul>
</main>
</body>
</html>
`;
}
