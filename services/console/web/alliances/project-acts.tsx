// What may be done about a joint project under way: a milestone reached, amended with a reason, outputs linked, closed.
import type { JointProjectAnswer } from '@jiangong/client';
import { useCommand, useItems } from '../app/api.ts';
import { type Label, today } from '../app/language.ts';
import { Act } from '../parts/act.tsx';
import { reasonField } from '../parts/form.tsx';

export function ProjectActs({ project }: { project: JointProjectAnswer }) {
  const { project: id, topic, goal, milestones = [], outputs: linked = [], alliance } = project;
  const reach = useCommand('POST', '/joint-projects/{id}/reach');
  const amend = useCommand('POST', '/joint-projects/{id}/amend');
  const link = useCommand('POST', '/joint-projects/{id}/link');
  const unlink = useCommand('POST', '/joint-projects/{id}/unlink');
  const outputs = useItems('/outputs', { alliance });
  const coming = milestones.filter(({ reachedOn }) => !reachedOn);
  const free = (outputs.data ?? []).filter(({ output }) => !linked.some((each) => each.output === output));
  const titled = (zh: string, en: string): Label => [`${zh}：${topic}`, `${en}: ${topic}`];
  return (
    <>
      {coming.length > 0 && (
        <Act
          label={['节点完成', 'Milestone reached']}
          title={titled('节点完成', 'Milestone reached')}
          fields={[
            {
              name: 'milestone',
              label: ['节点', 'Milestone'],
              kind: 'one',
              options: coming.map(({ title }) => ({ value: title, label: title })),
            },
            { name: 'on', label: ['完成日期', 'Reached on'], kind: 'date', initial: today() },
            { name: 'note', label: ['说明', 'Note'], kind: 'prose', optional: true },
          ]}
          run={(values) => reach.run({ id }, values as Parameters<typeof reach.run>[1])}
        />
      )}
      <Act
        label={['变更', 'Amend']}
        title={titled('变更', 'Amend')}
        fields={[
          { name: 'topic', label: ['课题', 'Topic'], initial: topic },
          { name: 'goal', label: ['目标', 'Goal'], kind: 'prose', initial: goal },
          reasonField('变更的理由'),
        ]}
        run={(values) => amend.run({ id }, values as Parameters<typeof amend.run>[1])}
      />
      {free.length > 0 && (
        <Act
          label={['关联成果', 'Link an output']}
          title={titled('关联成果', 'Link an output')}
          fields={[
            {
              name: 'output',
              label: ['成果', 'Output'],
              kind: 'one',
              options: free.map(({ output, title }) => ({ value: output, label: title })),
            },
          ]}
          run={({ output }) => link.run({ id }, { output })}
        />
      )}
      {linked.length > 0 && (
        <Act
          label={['取消关联', 'Unlink an output']}
          title={titled('取消关联', 'Unlink an output')}
          fields={[
            {
              name: 'output',
              label: ['成果', 'Output'],
              kind: 'one',
              options: linked.map(({ output, title }) => ({ value: output, label: title })),
            },
          ]}
          run={({ output }) => unlink.run({ id }, { output })}
        />
      )}
    </>
  );
}
