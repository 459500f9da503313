// Draws the judges of a panel by lot: who is in the pool, how many seats, and whom each declares to avoid.
import type { ContestStageView, JudgingPanelView } from '@jiangong/client';
import { useState } from 'react';
import { useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { CommandForm, type FieldOf, reasonField } from '../parts/form.tsx';
import { Answer } from '../parts/states.tsx';
import type { Judged } from './criteria.ts';

interface Part {
  stage: ContestStageView;
  judged: Judged;
  panel: JudgingPanelView | undefined;
}
export function Draw(part: Part) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  const label = say(part.panel ? ['重新抽签', 'Draw again'] : ['抽签确定评委', 'Draw the judges']);
  return (
    <>
      <button type="button" className={part.panel ? 'plain' : 'primary'} onClick={() => setShown(true)}>
        {label}
      </button>
      {shown && (
        <Dialog title={label} onClose={() => setShown(false)}>
          <Pool {...part} onDone={() => setShown(false)} />
        </Dialog>
      )}
    </>
  );
}

const avoidsOf = (judge: string) => `avoids ${judge}`;

function Pool({ stage, judged, panel, onDone }: Part & { onDone: () => void }) {
  const say = useSay();
  const draw = useCommand('POST', '/contest-stages/{id}/panels');
  const checkers = useItems('/checkers', {});
  const contestants = useItems('/contests/{id}/contestants', {
    ...{ id: stage.contest, track: stage.track, state: 'accepted' as const },
  });
  const [chosen, choose] = useState<readonly string[]>(panel?.pool?.map(({ judge }) => judge) ?? []);
  const options = (contestants.data ?? []).map(({ entrant, name, code }) => ({
    value: entrant.id,
    label: name ?? code ?? '—',
  }));
  return (
    <Answer of={checkers}>
      {(items) => {
        const pool = items.filter(({ user }) => chosen.includes(user));
        const fields: FieldOf[] = [
          { name: 'seats', label: ['评委席位数', 'Seats'], kind: 'number', initial: panel?.seats ?? 5 },
          {
            name: 'lookAgain',
            label: ['分差复核线（满分的百分之几）', 'Look again beyond (hundredths of the full mark)'],
            kind: 'number',
            initial: panel?.lookAgain ?? 20,
          },
          ...(panel ? [reasonField('重新抽签的理由')] : []),
          ...pool.map(
            ({ user, name = '—' }): FieldOf => ({
              name: avoidsOf(user),
              label: [`${name}申报回避的参赛者`, `Contestants that ${name} avoids`],
              kind: 'many',
              optional: true,
              options,
              initial: panel?.pool?.find(({ judge }) => judge === user)?.avoids,
            }),
          ),
        ];
        return (
          <>
            <fieldset className="field">
              <legend>{say(['评委库', 'Pool'])}</legend>
              {items.map(({ user, name = '—' }) => (
                <label key={user} className="choice">
                  <input
                    type="checkbox"
                    checked={chosen.includes(user)}
                    onChange={({ target }) =>
                      choose(target.checked ? [...chosen, user] : chosen.filter((each) => each !== user))
                    }
                  />
                  {name}
                </label>
              ))}
              <span className="hint">
                {say([
                  '签由系统抽取，每人只抽一次，重新抽签时原有评委的签不变。本单位的参赛者自动回避；多于席位数的为替补。',
                  'The system draws one lot for each judge, which stays when the panel is drawn again. Contestants of the own unit are avoided by themselves; whoever is beyond the seats is a substitute.',
                ])}
              </span>
            </fieldset>
            <CommandForm
              submit={['抽签', 'Draw']}
              onDone={onDone}
              fields={fields}
              run={({ seats, lookAgain, reason, ...values }) =>
                draw.run(
                  { id: stage.stage },
                  {
                    ...{ item: judged.item, seats, lookAgain },
                    ...(reason ? { reason } : {}),
                    pool: pool.map(({ user, units: [unit] }) => ({
                      ...{ judge: user, avoids: values[avoidsOf(user)] as string[] },
                      ...(unit === undefined ? {} : { unit }),
                    })),
                  },
                )
              }
            />
          </>
        );
      }}
    </Answer>
  );
}
