// Awards, decision by decision: who holds what, joint places, and what was revoked, struck through with its reason.
import { en, h } from './dom.js';
import { section } from './section.js';
import { day } from './words.js';

export function awardsSection({ data, problem }) {
  const id = 'awards';
  const title = ['表彰', 'Awards'];
  if (problem) return section({ id, title, problem });
  if (!data || data.length === 0) return undefined;
  const groups = new Map();
  for (const grant of data) {
    const key = `${grant.decisionDate} ${grant.decision} ${grant.honour.code}`;
    groups.set(key, [...(groups.get(key) ?? []), grant]);
  }
  const newestFirst = [...groups].toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([, grants]) => grants);
  return section({ id, title, className: 'awards' }, newestFirst.map(award));
}

function award(grants) {
  const [{ honour, documentNumber, decisionDate, grantedBy }] = grants;
  const order = (a, b) =>
    (a.place ?? 1e9) - (b.place ?? 1e9) ||
    a.recipient.externalId.localeCompare(b.recipient.externalId, 'zh', { numeric: true });
  return h(
    'div',
    { class: 'award' },
    h('h3', {}, honour.name),
    h('p', { class: 'note' }, `${grantedBy} · ${documentNumber} · ${day(decisionDate)}`),
    h('ul', { class: 'grants' }, grants.toSorted(order).map(grantLine)),
  );
}

function grantLine({ recipient, place, joint, status, reason, validTo, prize }) {
  const revoked = status === 'revoked';
  const words = [
    place && h('span', { class: 'rank' }, joint ? `并列第${place}名` : `第${place}名`),
    h('span', { class: 'name' }, recipient.name),
  ];
  return h(
    'li',
    { class: `grant ${status}` },
    revoked ? h('s', {}, words) : words,
    !revoked && prize !== undefined && h('span', { class: 'prize' }, `奖金 ${prize.toLocaleString('zh-CN')} 元`),
    status !== 'granted' &&
      h(
        'span',
        { class: 'why' },
        revoked ? '已撤销' : '已更正',
        revoked && validTo ? `（${day(validTo)}）` : '',
        reason ? `：${reason} ` : ' ',
        en(revoked ? 'revoked' : 'corrected'),
      ),
  );
}
