// Announces a contest in two steps: the scheme, or a template that becomes one, then who competes on each of its tracks.
import type { AnnounceContest } from '@jiangong/client';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useCommand, useItems } from '../app/api.ts';
import { today, useSay } from '../app/language.ts';
import { entrantTypeLabel } from '../app/vocabulary.ts';
import { ChooseScheme } from '../parts/choose-scheme.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { CommandForm, type FieldOf } from '../parts/form.tsx';
import { type PublishedScheme, useSchemes } from '../parts/use-schemes.ts';

const TYPES = ['person', 'team', 'studio', 'unit'] as const;

export function Announce() {
  const say = useSay();
  const [shown, setShown] = useState(false);
  return (
    <>
      <button type="button" className="primary" onClick={() => setShown(true)}>
        {say(['公布比赛', 'Announce a contest'])}
      </button>
      {shown && (
        <Dialog title={say(['公布比赛', 'Announce a contest'])} onClose={() => setShown(false)}>
          <Steps />
        </Dialog>
      )}
    </>
  );
}

function Steps() {
  const say = useSay();
  const schemes = useSchemes();
  const [chosen, choose] = useState<string>();
  const scheme = schemes.find((each) => each.scheme === chosen);
  if (!scheme) return <ChooseScheme schemes={schemes} acceptUnsupported choose={choose} />;
  return (
    <>
      <p className="actions">
        <b>{say([`方案：${scheme.title}`, `Scheme: ${scheme.title}`])}</b>
        <button type="button" className="plain" onClick={() => choose(undefined)}>
          {say(['另选方案', 'Choose another'])}
        </button>
      </p>
      <By scheme={scheme} />
    </>
  );
}

function By({ scheme: { scheme, version, title, tracks } }: { scheme: PublishedScheme }) {
  const say = useSay();
  const [, go] = useLocation();
  const competitions = useItems('/competitions', {});
  const announce = useCommand('POST', '/contests');
  const ofTrack = ({ id, label }: { id: string; label: string }): FieldOf[] => [
    {
      name: `entrants ${id}`,
      label: [`${label}：参赛对象`, `${label}: who competes`],
      kind: 'one',
      options: TYPES.map((value) => ({ value, label: say(entrantTypeLabel(value)) })),
    },
    {
      name: `perUnit ${id}`,
      label: [`${label}：每个单位最多几名`, `${label}: most of one unit`],
      kind: 'number',
      optional: true,
    },
  ];
  return (
    <CommandForm
      submit={['公布比赛', 'Announce']}
      fields={[
        { name: 'name', label: ['比赛名称', 'Name'], initial: title },
        { name: 'year', label: ['年度', 'Year'], kind: 'number', initial: Number(today().slice(0, 4)) },
        { name: 'from', label: ['报名开始', 'Entries from'], kind: 'date' },
        { name: 'to', label: ['报名截止', 'Entries until'], kind: 'date' },
        {
          name: 'competition',
          label: ['所属竞赛', 'Part of'],
          kind: 'one',
          optional: true,
          options: (competitions.data ?? []).map(({ competition, name }) => ({ value: competition, label: name })),
        },
        ...tracks.flatMap(ofTrack),
      ]}
      run={async (values) => {
        const { name, year, from, to, competition } = values;
        const { id } = await announce.run(
          {},
          {
            ...{ name, year, scheme, schemeVersion: version, registration: { from, to } },
            ...(competition ? { competition } : {}),
            tracks: tracks.map((track): AnnounceContest['tracks'][number] => {
              const perUnit = values[`perUnit ${track.id}`];
              return {
                ...{ track: track.id, entrants: values[`entrants ${track.id}`] },
                ...(perUnit === undefined ? {} : { perUnit }),
              };
            }),
          },
        );
        go(`/contests/${id}`);
      }}
    />
  );
}
