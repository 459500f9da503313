// Outputs: filtered by state in the address; logged here by those who work in an alliance.
import { Link, useLocation } from 'wouter';
import { useCommand, useItems } from '../app/api.ts';
import { useLanguage, useSay } from '../app/language.ts';
import { outputLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Act } from '../parts/act.tsx';
import { usePublishedRules } from '../parts/output-fields.ts';
import { Answer, Empty } from '../parts/states.tsx';
import { Tabs, useFilter } from '../parts/tabs.tsx';
import { Benefits } from './benefits.tsx';
import { contentFields, contentOf } from './content.ts';

const statuses = ['draft', 'submitted', 'accepted', 'rejected', 'withdrawn'] as const;
type Status = (typeof statuses)[number];
export const tone = (status: string) =>
  status === 'accepted' ? 'tag good' : status === 'rejected' || status === 'withdrawn' ? 'tag bad' : 'tag wait';

export default function Outputs({ me }: Work) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const [, go] = useLocation();
  const [status, setStatus] = useFilter('status');
  const [alliance, setAlliance] = useFilter('alliance');
  const organises = holds(me, 'organiser');
  const works = organises || holds(me, 'alliance-leader');
  const alliances = useItems('/alliances', organises ? {} : { mine: 'true' });
  // Those who only lead see the outputs of one alliance at a time: the interface lists them so.
  const shown = alliance ?? (organises || !works ? undefined : alliances.data?.[0]?.alliance);
  const known = statuses.find((each) => each === status);
  const outputs = useItems('/outputs', {
    ...(known ? { status: known } : {}),
    ...(shown ? { alliance: shown } : {}),
  });
  const rules = usePublishedRules();
  const log = useCommand('POST', '/outputs');
  const options = (alliances.data ?? []).map((each) => ({ value: each.alliance, label: each.shortName }));
  return (
    <>
      <div className="head">
        <h1>{say(['成果', 'Outputs'])}</h1>
        <Link href="/output-rules">{say(['成果规则', 'Rules'])}</Link>
        {works && options.length > 0 && (
          <div className="actions">
            <Act
              label={['填报成果', 'Log an output']}
              primary
              fields={[
                { name: 'alliance', label: ['联盟', 'Alliance'], kind: 'one', options, initial: shown },
                ...contentFields(zh, rules),
              ]}
              run={async (values) => {
                const { id } = await log.run({}, { alliance: values.alliance, ...(await contentOf(values)) });
                go(`/outputs/${id}`);
              }}
            />
          </div>
        )}
      </div>
      <Tabs
        label={say(['状态', 'Status'])}
        current={known ?? 'all'}
        options={[
          { value: 'all' as const, label: say(['全部', 'All']) },
          ...statuses.map((value) => ({ value, label: say(outputLabel(value)) })),
        ]}
        pick={(value: Status | 'all') => setStatus(value === 'all' ? undefined : value)}
      />
      {options.length > 1 && (
        <label>
          {say(['联盟', 'Alliance'])}
          <select
            className="inline"
            value={shown ?? ''}
            onChange={({ target }) => setAlliance(target.value || undefined)}
          >
            {organises && <option value="">{say(['全部联盟', 'All alliances'])}</option>}
            {options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <Answer of={outputs}>
        {(items) =>
          items.length === 0 ? (
            <Empty say={['没有这样的成果。联盟负责人可点“填报成果”。', 'None. An alliance leader logs one.']} />
          ) : (
            <>
              <Benefits outputs={items} />
              <ul className="rows card">
                {items.map((output) => (
                  <li key={output.output}>
                    <Link href={`/outputs/${output.output}`}>
                      <b>{output.title}</b>
                      <span className="soft">
                        {output.kind} · {output.adoptedOn}
                      </span>
                      <span className={`${tone(output.status)} end`}>{say(outputLabel(output.status))}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answer>
    </>
  );
}
