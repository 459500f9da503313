// How far a round or a year is published; its organiser takes it a step further, freezes it or takes it back.
import type { PublicationView } from '@jiangong/client';
import { useAnswer, useCommand } from '../app/api.ts';
import { type Label, useSay } from '../app/language.ts';
import { publicationLabel } from '../app/vocabulary.ts';
import { Act } from './act.tsx';
import { type FieldOf, reasonField } from './form.tsx';

const steps = ['hidden', 'entrants', 'public'] as const;
const further = {
  hidden: ['公布给参赛单位', 'Publish to entrants'],
  entrants: ['全面公布', 'Publish to all'],
} as const;

/** Asked when entrants come to see their results. */
const appealDays = {
  name: 'appealDays',
  label: ['申诉期（工作日）', 'Working days for appeals'],
  kind: 'number',
  optional: true,
  hint: ['从次日起算；不填为 5 个工作日', 'From the next day on; 5 if left empty'],
} as const satisfies FieldOf;

export function Publish({ id, organises }: { id: string; organises: boolean }) {
  const say = useSay();
  const publication = useAnswer('/publications/{id}', { id });
  if (!publication.data) return null;
  const { to, rows, frozen, appeals } = publication.data;
  // What was launched before there were steps shows every row to entrants.
  const label: Label =
    to === 'entrants' && rows === 'all' ? ['各单位可见全部成绩', 'All results, for entrants'] : publicationLabel(to);
  return (
    <>
      <span className={to === 'public' ? 'tag good' : 'tag wait'}>
        {say(label)}
        {frozen && say(['（已冻结）', ' (frozen)'])}
      </span>
      {to !== 'hidden' && appeals && (
        <span className="soft">{say([`申诉期至 ${appeals.lastDay}`, `appeals until ${appeals.lastDay}`])}</span>
      )}
      {organises && <Acts publication={publication.data} />}
    </>
  );
}

function Acts({ publication: { publication: id, to, frozen } }: { publication: PublicationView }) {
  const say = useSay();
  const publish = useCommand('POST', '/publications/{id}');
  const at = steps.indexOf(to);
  return (
    <span className="actions">
      {to !== 'public' && (
        <Act
          label={further[to]}
          primary
          fields={to === 'hidden' ? [appealDays] : []}
          run={({ appealDays: days }) =>
            publish.run({ id }, { to: steps[at + 1]!, frozen, ...(days === undefined ? {} : { appealDays: days }) })
          }
        />
      )}
      {at > 0 && (
        <>
          <Act
            label={frozen ? ['解除冻结', 'Unfreeze'] : ['冻结显示', 'Freeze']}
            title={
              frozen
                ? ['解除冻结：更正随即可见', 'Unfreeze: corrections are shown']
                : ['冻结显示：此后的更正暂不显示', 'Freeze: later corrections are not shown for now']
            }
            run={() => publish.run({ id }, { to, frozen: !frozen })}
          />
          <Act
            label={['收回公布', 'Take back']}
            fields={[
              {
                name: 'to',
                label: ['收回后的公布范围', 'Published to, afterwards'],
                kind: 'one',
                initial: steps[at - 1],
                options: steps.slice(0, at).map((value) => ({ value, label: say(publicationLabel(value)) })),
              },
              reasonField('收回的理由'),
            ]}
            run={({ to, reason }) => publish.run({ id }, { to, frozen: false, reason })}
          />
        </>
      )}
    </span>
  );
}
