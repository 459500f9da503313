// A new competition: an earlier one again, or from a scheme.
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useCommand, useItems } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import type { Work } from '../app/work.ts';
import { ChooseScheme } from '../parts/choose-scheme.tsx';
import { CommandForm } from '../parts/form.tsx';
import { useSchemes } from '../parts/use-schemes.ts';
import { ByScheme } from './by-scheme.tsx';

export default function New(_: Work) {
  const say = useSay();
  const [chosen, choose] = useState<string>();
  const schemes = useSchemes();
  const scheme = schemes.find((each) => each.scheme === chosen);
  return (
    <>
      <p>
        <Link href="/competitions">{say(['← 全部竞赛', '← All competitions'])}</Link>
      </p>
      <h1>{say(['公布竞赛', 'Announce a competition'])}</h1>
      {scheme ? (
        <ByScheme key={scheme.scheme} scheme={scheme} back={() => choose(undefined)} />
      ) : (
        <>
          <Again />
          <section className="card">
            <h2>{say(['从方案开始', 'From a scheme'])}</h2>
            <ChooseScheme schemes={schemes} choose={choose} />
          </section>
        </>
      )}
    </>
  );
}

/** The shortest way: last year's competition with every date moved. */
function Again() {
  const say = useSay();
  const [, go] = useLocation();
  const before = useItems('/competitions', {});
  const copy = useCommand('POST', '/competitions/{id}/copy');
  const sorted = [...(before.data ?? [])].sort((a, b) => b.year - a.year);
  if (sorted.length === 0) return null;
  return (
    <section className="card">
      <h2>{say(['沿用往届', 'Repeat an earlier one'])}</h2>
      <p className="soft">
        {say([
          '方案、赛道、组别和周期照旧，日期顺延；往届的参赛单位随后一键登记。',
          'Schemes, tracks, groups and periods stay, dates move; its units are then entered at once.',
        ])}
      </p>
      <CommandForm
        submit={['沿用', 'Repeat']}
        fields={[
          {
            name: 'id',
            label: ['往届竞赛', 'Earlier competition'],
            kind: 'one',
            initial: sorted[0]!.competition,
            options: sorted.map(({ competition, year, name }) => ({ value: competition, label: `${year} ${name}` })),
          },
          { name: 'year', label: ['新的年度', 'New year'], kind: 'number', initial: sorted[0]!.year + 1 },
          { name: 'approval', label: ['批准文号', 'Approval document'], optional: true },
        ]}
        run={async ({ id, ...values }) => {
          const copied = await copy.run({ id }, values as Parameters<typeof copy.run>[1]);
          go(`/competitions/${copied.id}`);
        }}
      />
    </section>
  );
}
