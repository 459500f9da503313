// One output: what it says of itself, and what became of it.
import type { OutputAnswer, OutputRule } from '@jiangong/client';
import { Link } from 'wouter';
import { useAnswer } from '../app/api.ts';
import { useSay } from '../app/language.ts';
import { appliedLabel, outputLabel } from '../app/vocabulary.ts';
import type { Work } from '../app/work.ts';
import { Answer } from '../parts/states.tsx';
import { OutputActs } from './output-acts.tsx';
import { tone } from './outputs.tsx';

export default function Output({ me, params }: Work) {
  const say = useSay();
  const output = useAnswer('/outputs/{id}', { id: params.id! });
  return (
    <Answer of={output}>
      {(data) => (
        <>
          <p>
            <Link href="/outputs">{say(['← 全部成果', '← All outputs'])}</Link>
          </p>
          <div className="head">
            <h1>{data.title}</h1>
            <span className={tone(data.status)}>{say(outputLabel(data.status))}</span>
          </div>
          {data.reason && (
            <p className="problem">
              {say(['原因：', 'Reason: '])}
              {data.reason}
            </p>
          )}
          <Facts output={data} />
          <OutputActs output={data} me={me} />
        </>
      )}
    </Answer>
  );
}

type Say = ReturnType<typeof useSay>;
const money = (say: Say, yuan: number) =>
  `${(yuan / 10_000).toLocaleString('zh-CN')} ${say(['万元', '× 10,000 yuan'])}`;
const pointsFact = (say: Say, { version, most }: OutputRule, points: number | undefined): [string, string] => [
  say(['积分', 'Points']),
  (points === undefined ? '—' : String(points)) +
    say([`（规则第 ${version} 版，最高 ${most}）`, ` (version ${version} of the rules, at most ${most})`]),
];

function Facts({ output }: { output: OutputAnswer }) {
  const say = useSay();
  const { benefit, adoptions = [], comparisons = [], points, rule } = output;
  const facts: [string, string][] = [
    [say(['类别', 'Kind']), output.kind],
    ...(output.code ? [[say(['编码', 'Code']), output.code] as [string, string]] : []),
    ...(output.summary ? [[say(['摘要', 'Summary']), output.summary] as [string, string]] : []),
    [say(['应用于', 'Applied in']), output.applied.map((each) => say(appliedLabel(each))).join('、')],
    [say(['采用日期', 'Adopted on']), output.adoptedOn],
    [say(['完成人', 'Contributors']), output.contributors.join('、')],
    [
      say(['证明材料', 'Evidence']),
      output.evidence.map(({ title, reference }) => `${title}（${reference}）`).join('；') || '—',
    ],
    [
      say(['经济效益', 'Benefit']),
      benefit ? `${money(say, benefit.yuan)}（${benefit.from} – ${benefit.to}）` : say(['未核定', 'Not certified']),
    ],
    [
      say(['计入任务', 'Counts']),
      output.counts
        ? say([`计入 ${output.year} 年`, `for ${output.year}`])
        : output.wonElsewhere
          ? say([`不计入：在别处获奖（${output.wonElsewhere}）`, `no: won elsewhere (${output.wonElsewhere})`])
          : '—',
    ],
    ...(rule ? [pointsFact(say, rule, points)] : []),
    ...comparisons.map(({ same, reason }): [string, string] => [
      same ? say(['同一成果', 'The same as another']) : say(['不同成果', 'Not the same']),
      reason,
    ]),
    ...adoptions.map(({ unit, adoptedOn, yuan }): [string, string] => [
      say(['在别处采用', 'Taken up by']),
      [unit, adoptedOn, ...(yuan === undefined ? [] : [money(say, yuan)])].join(' · '),
    ]),
  ];
  return (
    <dl className="facts card">
      {output.files && output.files.length > 0 && (
        <>
          <dt>{say(['附件', 'Files'])}</dt>
          <dd>
            {output.files.map(({ file, name }) => (
              <a key={file} className="button" download={name} href={`/api/files/output/${file}`}>
                {name}
              </a>
            ))}
          </dd>
        </>
      )}
      {facts.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name}-value`}>{value}</dd>])}
    </dl>
  );
}
