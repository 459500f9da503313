// What a union shows of its studio in the directory that other unions read; nothing until it chooses to.
import type { StudioAnswer } from '@jiangong/client';
import { useCommand } from '../app/api.ts';
import { type Label, useSay } from '../app/language.ts';
import { Act } from '../parts/act.tsx';

const parts = {
  leader: ['领办人', 'Leader'],
  chain: ['产业链', 'Chain'],
  offers: ['能提供', 'Offers'],
  seeks: ['想寻求', 'Seeks'],
} as const;
type Part = keyof typeof parts;

export function Listing({ studio: { studio: id, name, shows } }: { studio: StudioAnswer }) {
  const say = useSay();
  const list = useCommand('POST', '/studios/{id}/list');
  const unlist = useCommand('POST', '/studios/{id}/unlist');
  const titled = (zh: string, en: string): Label => [`${zh}：${name}`, `${en}: ${name}`];
  return (
    <>
      <Act
        label={shows ? ['更改公开内容', 'Change what is shown'] : ['公开到名录', 'List in the directory']}
        title={titled('公开到名录', 'List in the directory')}
        fields={[
          {
            name: 'shows',
            label: [
              '除名称、单位、地区、级别、专业外，还公开',
              'Shown besides name, employer, district, level and trade',
            ],
            kind: 'many',
            optional: true,
            initial: shows ?? [],
            options: (Object.keys(parts) as Part[]).map((value) => ({ value, label: say(parts[value]) })),
          },
        ]}
        run={(values) => list.run({ id }, { shows: values.shows as Part[] })}
      />
      {shows && (
        <Act
          label={['撤出名录', 'Remove from the directory']}
          title={titled('撤出名录', 'Remove from the directory')}
          run={() => unlist.run({ id }, undefined)}
        />
      )}
    </>
  );
}
