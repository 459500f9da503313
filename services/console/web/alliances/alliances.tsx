// Alliances with their members and how far the duty of the year has come.
import { useItems } from '../app/api.ts';
import { useLanguage, useSay } from '../app/language.ts';
import { allianceLabel, dutyLabel, formLabel } from '../app/vocabulary.ts';
import { holds, type Work } from '../app/work.ts';
import { Download } from '../parts/download.tsx';
import { Answer, Empty } from '../parts/states.tsx';
import { Tabs, useFilter } from '../parts/tabs.tsx';
import { AllianceActs, Propose } from './alliance-acts.tsx';
import { DutyBoard } from './duty-board.tsx';
import { Invitations } from './invitations.tsx';
import { Needs } from './needs.tsx';
import { Projects } from './projects.tsx';
import { Suggestions } from './suggestions.tsx';

export default function Alliances({ me }: Work) {
  const say = useSay();
  const zh = useLanguage() === 'zh';
  const leads = holds(me, 'alliance-leader');
  const [whose, setWhose] = useFilter('whose');
  const mine = (whose ?? (leads ? 'mine' : 'all')) === 'mine';
  const alliances = useItems('/alliances', mine ? { mine: 'true' } : {});
  return (
    <>
      <div className="head">
        <h1>{say(['创新工作室联盟', 'Studio alliances'])}</h1>
        <Download path="/alliances" query={mine ? { mine: 'true' } : {}} what={say(['联盟', 'alliances'])} />
        {holds(me, 'organiser') && (
          <div className="actions">
            <Propose />
          </div>
        )}
      </div>
      {leads && (
        <Tabs
          label={say(['范围', 'Whose'])}
          current={mine ? 'mine' : 'all'}
          options={[
            { value: 'mine', label: say(['我的联盟', 'Mine']) },
            { value: 'all', label: say(['全部', 'All']) },
          ]}
          pick={setWhose}
        />
      )}
      {holds(me, 'organiser') && <Invitations />}
      <Answer of={alliances}>
        {(items) =>
          items.length === 0 ? (
            <Empty say={['还没有联盟。组织者提出并批准后会列在这里。', 'No alliance yet.']} />
          ) : (
            <>
              <DutyBoard alliances={items} me={me} />
              {items.map((alliance) => (
                <section key={alliance.alliance} className="card">
                  <div className="head">
                    <h2>{alliance.shortName}</h2>
                    <span className="code">{alliance.code}</span>
                    {alliance.form && <span className="tag wait">{say(formLabel(alliance.form))}</span>}
                    <span className="tag good">{say(allianceLabel(alliance.status))}</span>
                    <AllianceActs alliance={alliance} me={me} />
                  </div>
                  {alliance.year && (
                    <p>
                      <b>{zh ? alliance.year.text.zh : alliance.year.text.en}</b>{' '}
                      <span className={alliance.year.status === 'behind' ? 'tag bad' : 'tag good'}>
                        {say(dutyLabel(alliance.year.status))}
                      </span>
                    </p>
                  )}
                  <ul>
                    {alliance.members
                      .filter(({ to }) => !to)
                      .map((member) => (
                        <li key={member.studio}>
                          <span className="soft">{member.employer}</span> {member.name}
                          {member.leading && <span className="tag wait">{say(['牵头', 'Leads'])}</span>}
                        </li>
                      ))}
                  </ul>
                  {(mine || holds(me, 'organiser')) && <Projects alliance={alliance.alliance} me={me} />}
                  {alliance.plaques.map((plaque) => (
                    <p key={plaque.grant} className="soft">
                      {plaque.date} · {plaque.honour}
                    </p>
                  ))}
                </section>
              ))}
            </>
          )
        }
      </Answer>
      {holds(me, 'organiser', 'alliance-leader', 'auditor') && <Suggestions me={me} />}
      <Needs me={me} />
    </>
  );
}
