// Who has not submitted yet in a round that is open, unit by unit.
import { en, h, quiet } from './dom.js';
import { downloads, section } from './section.js';
import { due } from './words.js';

export function missingSection({ round, data, problem }) {
  const id = `missing-${round.round}`;
  const title = [`${round.period.label}待提交`, 'Not submitted yet'];
  if (problem) return section({ id, title, problem });
  if (!data) return undefined;
  const units = new Map();
  for (const item of data.items) units.set(item.code, [...(units.get(item.code) ?? []), item]);
  const side = downloads(id, `/api/rounds/${round.round}/missing`, `${round.period.label}未提交清单`);
  const done = round.entrants - units.size;
  return section(
    { id, title, side, className: 'missing' },
    h(
      'p',
      { class: 'note' },
      `${round.trackLabel}：${round.entrants}个单位中${done}个已交齐 `,
      en(`${done} of ${round.entrants} complete`),
    ),
    units.size === 0
      ? quiet('全部交齐，可以关闭本轮检查。', 'Everything is there; the round can be closed.')
      : h('ul', { class: 'units' }, [...units.values()].map(unit)),
  );
}

function unit(items) {
  const kinds = [...new Set(items.map(({ what }) => what))];
  return h(
    'li',
    {},
    h('b', {}, items[0].name),
    h(
      'span',
      { class: 'lacks' },
      kinds.map((kind) =>
        lack(
          kind,
          items.filter(({ what }) => what === kind),
        ),
      ),
    ),
  );
}

function lack(kind, items) {
  const [zh, english] = due(kind);
  const departments = items.flatMap(({ departmentLabel }) => departmentLabel ?? []);
  return h(
    'span',
    { class: 'lack' },
    departments.length > 0 ? `${zh}（${departments.join('、')}）` : zh,
    ' ',
    en(english),
  );
}
