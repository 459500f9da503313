// A cell of the matrix, and the drawer of one check: each sheet with its marks, returned with a reason; vetoes lifted.
import type { CheckView } from '@jiangong/client';
import { useAnswer, useCommand } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { sheetLabel } from '../app/vocabulary.ts';
import { Act } from '../parts/act.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { reasonField } from '../parts/form.tsx';
import { markText } from '../parts/mark-text.ts';
import type { Measures } from '../parts/marks.ts';
import { RaiseVeto } from '../parts/raise-veto.tsx';
import { SelfScore } from '../parts/self-score.tsx';
import { Answer } from '../parts/states.tsx';
import { useMeasures } from '../parts/use-measures.ts';
import type { Line } from './lines.ts';

export function CellOf({
  line,
  what,
  department,
  status,
}: {
  line: Line;
  what: string;
  department?: string;
  status: string;
}) {
  const say = useSay();
  const isMissing = line.missing.some(
    (item) => (item.what === what && item.department === department) || (item.what === what && what !== 'sheet'),
  );
  const sheet = line.check.sheets.find((each) => each.department === department)?.status;
  const [sign, tone, label] =
    status === 'made' && what === 'sheet'
      ? ['·', '', say(['未开启', 'Not open'])]
      : isMissing
        ? sheet === 'returned'
          ? ['←', 'bad', say(sheetLabel('returned'))]
          : sheet === 'draft'
            ? ['…', 'wait', say(sheetLabel('draft'))]
            : ['缺', 'bad', say(['未提交', 'Missing'])]
        : what !== 'sheet' || sheet === 'submitted'
          ? ['✓', 'good', say(sheetLabel('submitted'))]
          : ['·', '', say(['不需填写', 'Not needed'])];
  return (
    <td className={`cell ${tone}`} title={label}>
      <span aria-hidden="true">{sign}</span>
      <span className="unseen">{label}</span>
    </td>
  );
}

export function CheckActs({ id, organises, onClose }: { id: string; organises: boolean; onClose: () => void }) {
  const check = useAnswer('/checks/{id}', { id });
  const round = useAnswer('/rounds/{id}', check.data && { id: check.data.round });
  const measures = useMeasures(round.data);
  const say = useSay();
  return (
    <Dialog drawer title={check.data?.entrant.name ?? say(['正在读取……', 'Loading …'])} onClose={onClose}>
      <Answer of={check}>{(data) => <Sheets {...{ check: data, organises, measures }} />}</Answer>
    </Dialog>
  );
}

function Sheets({ check, organises, measures }: { check: CheckView; organises: boolean; measures: Measures }) {
  const say = useSay();
  const back = useCommand('POST', '/checks/{id}/sheets/{department}/return');
  const lift = useCommand('POST', '/checks/{id}/vetoes/{veto}/lift');
  const labelOf = (kind: string) => check.vetoRules.find((rule) => rule.id === kind)?.label ?? kind;
  const isOpen = check.status === 'open' || check.status === 'made';
  return (
    <>
      {check.departments.map((department) => {
        const sheet = check.sheets[department.id];
        const own = check.criteria.filter(({ owner, from }) => owner === department.id && from === 'sheet');
        if (own.length === 0) return null;
        return (
          <section key={department.id} className="card">
            <div className="head">
              <h3>{department.label}</h3>
              <span className={sheet?.status === 'submitted' ? 'tag good' : 'tag wait'}>
                {say(sheetLabel(sheet?.status ?? 'none'))}
              </span>
              {organises && sheet?.status === 'submitted' && check.status === 'open' && (
                <Act
                  label={['退回', 'Return']}
                  title={['退回评分表', 'Return the sheet']}
                  fields={[reasonField('退回原因')]}
                  run={({ reason }) => back.run({ id: check.check, department: department.id }, { reason })}
                />
              )}
            </div>
            <dl className="facts">
              {own.map(({ id, label }) => {
                const mark = sheet?.marks[id];
                return [
                  <dt key={id}>{label}</dt>,
                  <dd key={`${id}-mark`}>
                    {mark ? markText(mark, say, measures.get(id)) : '—'}
                    {mark?.evidence && <span className="soft"> {mark.evidence.join('；')}</span>}
                  </dd>,
                ];
              })}
            </dl>
          </section>
        );
      })}
      <Self id={check.check} measures={measures} />
      <section className="card">
        <h3>{say(['一票否决', 'Vetoes'])}</h3>
        {check.vetoes.length === 0 && <p className="soft">{say(['没有。', 'None.'])}</p>}
        <ul>
          {check.vetoes.map(({ veto, kind, evidence }) => (
            <li key={veto} className="row">
              <span className="tag bad">{labelOf(kind)}</span> {evidence.join('；')}
              {organises && isOpen && (
                <Act
                  label={['解除', 'Lift']}
                  title={['解除一票否决', 'Lift the veto']}
                  confirm={check.entrant.name}
                  fields={[reasonField('解除依据')]}
                  run={({ reason }) => lift.run({ id: check.check, veto }, { reason })}
                />
              )}
            </li>
          ))}
        </ul>
        {organises && isOpen && check.vetoRules.length > 0 && <RaiseVeto check={check} />}
      </section>
    </>
  );
}

/** Only if the entrant scored itself. */
function Self({ id, measures }: { id: string; measures: Measures }) {
  const say = useSay();
  const self = useAnswer('/checks/{id}/self-score', { id });
  if (!self.data?.by) return null;
  return (
    <section className="card">
      <h3>{say(['单位自评', 'Self score'])}</h3>
      <SelfScore view={self.data} measures={measures} />
    </section>
  );
}
