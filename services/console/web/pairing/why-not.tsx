// Why two studios were not paired: named by their codes or names, answered in a sentence.
import type { WhyAnswer } from '@jiangong/client';
import { useState } from 'react';
import { client, useItems } from '../app/api.ts';
import { useLanguage, useSay } from '../app/language.ts';
import { CommandForm } from '../parts/form.tsx';

export function WhyNot({ pairing }: { pairing: string }) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const studios = useItems('/studios', {});
  const [answer, setAnswer] = useState<WhyAnswer>();
  const options = (studios.data ?? []).map(({ studio, code, name }) => ({ value: studio, label: `${code} ${name}` }));
  return (
    <section className="card">
      <h2>{say(['为什么不是这两个', 'Why not these two'])}</h2>
      <CommandForm
        fields={[
          { name: 'a', label: ['工作室甲', 'One studio'], kind: 'one', options },
          { name: 'b', label: ['工作室乙', 'The other'], kind: 'one', options },
        ]}
        submit={['查看原因', 'Why']}
        run={async ({ a, b }) => setAnswer(await client.get('/pairings/{id}/why', { id: pairing, a, b }))}
      />
      {answer && <p role="status">{zh ? answer.zh : answer.en}</p>}
    </section>
  );
}
