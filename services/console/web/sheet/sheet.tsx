// A department's sheet of one project, as it is filled in on the site.
import type { CheckView, MeView } from '@jiangong/client';
import { Link, useLocation } from 'wouter';
import { useAnswer, useItems } from '../app/api.ts';
import { scoreText, useSay } from '../app/language.ts';
import { sheetLabel } from '../app/vocabulary.ts';
import type { Work } from '../app/work.ts';
import { Item } from '../parts/mark-item.tsx';
import { pointsOf } from '../parts/marks.ts';
import { Problem } from '../parts/problem.tsx';
import { Answer } from '../parts/states.tsx';
import { useMeasures } from '../parts/use-measures.ts';
import { useSheet } from './use-sheet.ts';
import { Verify } from './verify.tsx';
import { Veto } from './veto.tsx';

export default function SheetWork({ me, params }: Work) {
  const check = useAnswer('/checks/{id}', { id: params.check! });
  return <Answer of={check}>{(data) => <SheetOf check={data} department={params.department!} me={me} />}</Answer>;
}

function SheetOf({ check, department, me }: { check: CheckView; department: string; me: MeView }) {
  const say = useSay();
  const round = useAnswer('/rounds/{id}', { id: check.round });
  const measures = useMeasures(round.data);
  const sheet = useSheet(check, department, me);
  const status = check.sheets[department]?.status ?? 'none';
  const applies = ({ only }: { only?: string[] | undefined }) => !only || only.includes(check.entrant.group ?? '');
  const own = check.criteria.filter((each) => each.owner === department && applies(each));
  const items = own.filter(({ from }) => from === 'sheet');
  const due = items.filter((each) => each.due);
  const left = due.filter(({ id }) => !sheet.marks[id]);
  const locked = check.status !== 'open' || status === 'submitted';
  const totals = items.map((each) => {
    const mark = sheet.marks[each.id];
    return mark && pointsOf(each, mark, measures.get(each.id));
  });
  const total = totals.some((each) => each !== undefined)
    ? totals.reduce<number>((all, each) => all + (each ?? 0), 0)
    : undefined;
  const label = check.departments.find(({ id }) => id === department)?.label ?? department;
  return (
    <div className="sheet">
      <p>
        <Link href="/sheets">{say(['← 全部项目', '← All projects'])}</Link>
      </p>
      <div className="head">
        <h1>{check.entrant.name}</h1>
        <span className="soft">
          {check.period.label} · {label} · {say(sheetLabel(status))}
        </span>
      </div>
      {check.sheets[department]?.reason && status === 'returned' && (
        <p className="problem">
          {say(['退回原因：', 'Returned because: '])}
          {check.sheets[department].reason}
        </p>
      )}
      {check.status !== 'open' && (
        <p className="quiet">{say(['检查未开启或已封存，评分表只能查看。', 'The round is not open: read only.'])}</p>
      )}
      {items.map((criterion) => (
        <Item
          key={criterion.id}
          {...{ criterion, locked }}
          measure={measures.get(criterion.id)}
          mark={sheet.marks[criterion.id]}
          change={(mark) => sheet.change(criterion.id, mark)}
        />
      ))}
      <Verify check={check} criteria={own.filter(({ from }) => from === 'work')} />
      <Veto check={check} />
      <Foot {...{ check, department, sheet, locked, status, total }} left={left.map((each) => each.label)} />
    </div>
  );
}

function Foot({
  check,
  department,
  sheet,
  locked,
  status,
  total,
  left,
}: {
  check: CheckView;
  department: string;
  sheet: ReturnType<typeof useSheet>;
  locked: boolean;
  status: string;
  total: number | undefined;
  left: string[];
}) {
  const say = useSay();
  const [, go] = useLocation();
  const others = useItems('/checks', { round: check.round });
  const next = others.data?.find(
    (each) =>
      each.check !== check.check &&
      each.status === 'open' &&
      each.sheets.find((other) => other.department === department)?.status !== 'submitted',
  );
  const state = sheet.pending
    ? say(['等待网络，恢复后自动提交', 'Waiting for the network; it is sent by itself'])
    : sheet.keeping
      ? say(['正在存到本机……', 'Keeping it here …'])
      : sheet.unsaved > 0
        ? say([`${sheet.unsaved} 项仅保存在本机`, `${sheet.unsaved} only in this browser`])
        : status === 'submitted'
          ? say(['已提交', 'Submitted'])
          : left.length > 0
            ? say([`还差 ${left.length} 项`, `${left.length} to go`])
            : say(['已填完', 'Complete']);
  return (
    <div className="sheet-foot">
      <div className="state" role="status" aria-live="polite">
        {total !== undefined && <b>{say([`预计 ${scoreText(total)}`, `Expected ${scoreText(total)}`])} </b>}
        <span title={left.join('、')}>{state}</span>
        <Problem problem={sheet.problem} />
      </div>
      {!locked && (
        <>
          <button type="button" onClick={() => void sheet.send('save')} disabled={sheet.unsaved === 0}>
            {say(['保存', 'Save'])}
          </button>
          <button
            type="button"
            className="primary"
            disabled={left.length > 0}
            onClick={() => void sheet.send('submit')}
          >
            {say(['提交', 'Submit'])}
          </button>
        </>
      )}
      {status === 'submitted' && next && (
        <button type="button" className="primary" onClick={() => go(`/sheets/${next.check}/${department}`)}>
          {say(['下一项目', 'Next project'])}
        </button>
      )}
    </div>
  );
}
