// The pages of suggestions: the form that a link leads to, the receipt, and what became of a suggestion. Without scripts.
import { type suggestionSeen, valueLabels } from '@jiangong/contracts';
import { bothWays as both, escaped, plainPage as page } from '@jiangong/service-kit';
import type { z } from 'zod';

type Both = readonly [zh: string, en: string];
const title: Both = ['合理化建议', 'Suggestion'];
const says = (...text: Both) => `<p>${both(text)}</p>`;

const field = (name: string, label: Both, most: number, needed: 'required' | '') =>
  `<label for="${name}">${both(label)}</label>
<input id="${name}" name="${name}" maxlength="${most}" ${needed}>`;

/** @param label what the link is called; undefined where it is good no longer */
export const formPage = (label: string | undefined) =>
  page(
    title,
    label === undefined
      ? says(
          '链接不存在、已过期或已停用，请向本单位工会索取新的二维码。',
          'This link does not exist, has expired or was revoked.',
        )
      : `<p>${escaped(label)}</p>
<form method="post">
${field('title', ['建议题目', 'Title'], 60, 'required')}
<label for="text">${both(['现状与建议', 'What is wrong, and what you suggest'])}</label>
<textarea id="text" name="text" rows="6" maxlength="1000" required></textarea>
${field('proposer', ['姓名', 'Your name'], 40, 'required')}
${field('contact', ['联系方式（可不填）', 'How to reach you (may be left empty)'], 60, '')}
<button>${both(['提交', 'Send'])}</button>
</form>
<small>${says(
          '姓名和联系方式只供办理本建议的工会与工作室查看，可要求删除；请勿在正文中填写他人的个人信息。',
          'Your name is seen by the union and the studio that deal with the suggestion, and is erased on request; write nothing about other people.',
        )}</small>`,
  );

/** @param receipt undefined where the same form was sent before, since it is shown once */
export const receiptPage = (receipt: string | undefined) =>
  page(
    ['建议已收到', 'Received'],
    receipt === undefined
      ? says(
          '这份建议先前已收到；回执码只显示一次。',
          'This suggestion was received before; its receipt is shown once.',
        )
      : `${says(
          '凭回执码可随时查看办理情况，无需登录。请保存，它只显示这一次：',
          'With this receipt you read what becomes of it, without signing in. Keep it; it is shown once:',
        )}
<p><code>${receipt}</code></p>
<p><a href="/api/public/suggestions/${receipt}/page">${both(['查看办理情况', 'See what becomes of it'])}</a></p>`,
  );

/** @param seen undefined for a receipt that nobody was given */
export function statePage(seen: z.infer<typeof suggestionSeen> | undefined): string {
  if (!seen)
    return page(title, says('没有这个回执码，请核对后重试。', 'There is no such receipt; compare it and try again.'));
  const { status, on, studioName, note, reason } = seen;
  const line = (label: Both, text: string | undefined) =>
    text === undefined ? '' : `<p>${both(label)}：${escaped(text)}</p>\n`;
  return page(
    title,
    `<p><strong>${escaped(seen.title)}</strong></p>
<p>${both([valueLabels.suggestion[status], status])}（${on}）</p>
${line(['办理工作室', 'Studio'], studioName)}${line(['试用情况', 'How it was tried'], note)}${line(['理由', 'Reason'], reason)}`,
  );
}
