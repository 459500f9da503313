// Award lists: what waits for a review, a notice or a decision; drafted by hand here where no evaluation made them.
import type { AwardListSummary, AwardListView } from '@jiangong/client';
import { Link, useLocation } from 'wouter';
import { useCommand, useItems } from '../app/api.ts';
import { type Label, today, useSay } from '../app/language.ts';
import { levelLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import type { FieldOf } from '../parts/form.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { Bars } from './bars.tsx';

export const levels = ['national', 'provincial', 'district', 'group', 'enterprise'] as const;
/** Fields of an honour. */
export function honourFields(say: (label: Label) => string): FieldOf[] {
  return [
    { name: 'code', label: ['荣誉编码', 'Code'] },
    { name: 'name', label: ['荣誉全称', 'Full name'] },
    { name: 'shortName', label: ['荣誉简称', 'Short name'] },
    {
      name: 'level',
      label: ['级别', 'Level'],
      kind: 'one',
      options: levels.map((value) => ({ value, label: say(levelLabel(value)) })),
    },
    { name: 'seats', label: ['名额', 'Seats'], kind: 'number', optional: true },
    { name: 'prize', label: ['奖金（元）', 'Prize (yuan)'], kind: 'number', optional: true },
  ];
}

/** Where a list stands, in one word. */
function stepOf({ reviewed, notice, decisions, held }: AwardListSummary): { label: Label; tone: string } {
  if (decisions.length > 0)
    return held > 0
      ? { label: [`已决定，${held} 个暂缓`, `Decided, ${held} held`], tone: 'wait' }
      : { label: ['已决定', 'Decided'], tone: 'good' };
  if (notice) return { label: [`公示至 ${notice.lastDay}`, `On notice until ${notice.lastDay}`], tone: 'wait' };
  return reviewed
    ? { label: ['待公示', 'To be announced'], tone: 'wait' }
    : { label: ['待审定', 'To be reviewed'], tone: 'bad' };
}

export default function Lists({ me }: Work) {
  const say = useSay();
  const [, go] = useLocation();
  const lists = useItems('/award-lists', {});
  const draft = useCommand('POST', '/award-lists');
  return (
    <>
      <div className="head">
        <h1>{say(['表彰', 'Awards'])}</h1>
        {holds(me, 'organiser') && (
          <div className="actions">
            <Act
              label={['手工拟定名单', 'Draft a list by hand']}
              fields={[
                { name: 'title', label: ['名单标题', 'Title'] },
                { name: 'year', label: ['年度', 'Year'], kind: 'number', initial: Number(today().slice(0, 4)) },
                ...honourFields(say),
              ]}
              run={async ({ title, year, ...honour }) => {
                const honours = [honour as AwardListView['honours'][number]];
                const { id } = await draft.run({}, { kind: 'hand', title, year, honours });
                go(`/awards/${id}`);
              }}
            />
          </div>
        )}
      </div>
      <Answer of={lists}>
        {(items) =>
          items.length === 0 ? (
            <Empty
              say={[
                '还没有表彰名单。年终考评完成后自动生成，也可手工拟定。',
                'None yet. They are drafted when an annual evaluation is complete, or by hand.',
              ]}
            />
          ) : (
            <ul className="rows card">
              {[...items]
                .sort((a, b) => b.year - a.year)
                .map((list) => {
                  const { label, tone } = stepOf(list);
                  return (
                    <li key={list.list}>
                      <Link href={`/awards/${list.list}`}>
                        <span className="soft">{list.year}</span> <b>{list.title}</b>
                        <span className={`tag ${tone} end`}>{say(label)}</span>
                      </Link>
                    </li>
                  );
                })}
            </ul>
          )
        }
      </Answer>
      <p>
        <Link href="/awards/returns">{say(['摘牌与交回 →', 'Plaques and certificates to come back →'])}</Link>
      </p>
      <Bars me={me} />
    </>
  );
}
