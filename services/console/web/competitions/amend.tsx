// Mends what was announced or launched: names, the window of registration, each track's periods and its scheme's version.
import type { AmendCompetition, CompetitionView } from '@jiangong/client';
import { useCommand } from '../app/api.ts';
import { Act } from '../parts/act.tsx';
import { type FieldOf, reasonField, type Values } from '../parts/form.tsx';

type Track = CompetitionView['tracks'][number];
type Period = Track['periods'][number];
const lineOf = ({ label, from, to }: Period) => `${label} ${from} ${to}`;

/** A line each: its name and two dates. A period keeps its identity by its name, a renamed one by its place. */
function periodsOf(lines: readonly string[], before: readonly Period[]): Period[] {
  const read = lines.map((line) => {
    const [, label = line, from = '', to = ''] = /^(.*?)[\s，,]+(\S+?)[\s，,–—至]+(\S+)$/.exec(line) ?? [];
    return { label, from, to };
  });
  const named = (label: string) => before.find((each) => each.label === label);
  const taken = new Set(read.flatMap(({ label }) => named(label)?.id ?? []));
  return read.map((period, at) => {
    const inPlace = before[at] && !taken.has(before[at].id) ? before[at] : undefined;
    return { id: (named(period.label) ?? inPlace)?.id ?? `p${at + 1}`, ...period };
  });
}

/** Periods and schemes only until the launch: rounds are made from them. */
const fieldsOf = ({ name, theme, slogan, registration, tracks, state }: CompetitionView): FieldOf[] => [
  { name: 'name', label: ['竞赛名称', 'Name'], initial: name },
  { name: 'theme', label: ['主题', 'Theme'], initial: theme },
  { name: 'slogan', label: ['口号', 'Slogan'], initial: slogan },
  { name: 'from', label: ['报名开始', 'Registration from'], kind: 'date', initial: registration.from },
  { name: 'to', label: ['报名截止', 'Registration until'], kind: 'date', initial: registration.to },
  ...(state === 'announced' ? tracks : []).flatMap(({ track, label, periods, schemeVersion }): FieldOf[] => [
    {
      name: `periods ${track}`,
      label: [
        `${label}的周期（每行：名称 起始日 截止日）`,
        `Periods of ${label} (a line each: name, first and last day)`,
      ],
      kind: 'lines',
      optional: true,
      initial: periods.map(lineOf),
    },
    {
      name: `version ${track}`,
      label: [`${label}的方案版次`, `Scheme version of ${label}`],
      kind: 'number',
      initial: schemeVersion,
    },
  ]),
  reasonField('更正的理由'),
];

/** Only what was changed. */
function changeOf(
  values: Values,
  { name, theme, slogan, registration, tracks, state }: CompetitionView,
): AmendCompetition {
  const { from, to, reason } = values as { from: string; to: string; reason: string };
  const texts = { name, theme, slogan };
  const changed = (state === 'announced' ? tracks : []).flatMap(({ track, periods, schemeVersion }) => {
    const lines = values[`periods ${track}`] as string[];
    const version = values[`version ${track}`] as number;
    const part = {
      ...(lines.join() === periods.map(lineOf).join() ? {} : { periods: periodsOf(lines, periods) }),
      ...(version === schemeVersion ? {} : { schemeVersion: version }),
    };
    return Object.keys(part).length > 0 ? [{ track, ...part }] : [];
  });
  return {
    ...Object.fromEntries(
      Object.entries(texts).flatMap(([key, was]) => (values[key] === was ? [] : [[key, values[key]]])),
    ),
    ...(from === registration.from && to === registration.to ? {} : { registration: { from, to } }),
    ...(changed.length > 0 ? { tracks: changed } : {}),
    reason,
  };
}

export function Amend({ competition }: { competition: CompetitionView }) {
  const amend = useCommand('POST', '/competitions/{id}/amend');
  return (
    <Act
      label={['更正竞赛', 'Amend']}
      fields={fieldsOf(competition)}
      run={(values) => amend.run({ id: competition.competition }, changeOf(values, competition))}
    />
  );
}
