// How far a round or a year is published, and the act of publishing it, freezing it or taking it back.
import { useAnswer, useCommand } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { publicationLabel } from '../app/vocabulary.ts';
import { Act } from './act.tsx';
import { reasonField } from './form.tsx';

export function Publish({ id, organises }: { id: string; organises: boolean }) {
  const say = useSay();
  const publication = useAnswer('/publications/{id}', { id });
  const publish = useCommand('POST', '/publications/{id}');
  if (!publication.data) return null;
  const { to, frozen } = publication.data;
  return (
    <>
      <span className={to === 'public' ? 'tag good' : 'tag wait'}>
        {say(publicationLabel(to))}
        {frozen && say(['（已冻结）', ' (frozen)'])}
      </span>
      {organises && (
        <Act
          label={['公布成绩', 'Publish']}
          fields={[
            {
              name: 'to',
              label: ['公布范围', 'Published to'],
              kind: 'one',
              initial: to === 'hidden' ? 'entrants' : 'public',
              options: (['hidden', 'entrants', 'public'] as const).map((value) => ({
                value,
                label: say(publicationLabel(value)),
              })),
            },
            {
              name: 'frozen',
              label: ['冻结显示：更正暂不显示', 'Freeze: show no corrections for now'],
              kind: 'yes',
              optional: true,
              initial: frozen,
            },
            { ...reasonField('收回公布的理由（缩小范围时必填）', 'Reason (to publish less)'), optional: true },
          ]}
          run={({ to, frozen, reason }) => publish.run({ id }, { to, frozen: !!frozen, ...(reason ? { reason } : {}) })}
        />
      )}
    </>
  );
}
