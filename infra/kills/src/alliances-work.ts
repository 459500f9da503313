// A chain from studios to an alliance, its outputs, and its plaque, which the awards service has published.
import { allianceId } from '@jiangong/contracts';
import { plaque } from './awards-work.ts';
import { studioBody, studioId } from './setting.ts';
import { arriving, type Chain, idOf, type Worker } from './worker.ts';

async function newStudio({ client, person }: Worker, code: string) {
  await client.command(`studio/${code}`, '/studios', studioBody(code));
  const id = studioId(person.org, code);
  await client.command(`recognise/${code}`, `/studios/${id}/recognise?on=2023-03-20`, undefined, arriving);
  return id;
}

async function newAlliance(worker: Worker): Promise<string> {
  const { client, name, person } = worker;
  const studios = [await newStudio(worker, `S-${name}-1`), await newStudio(worker, `S-${name}-2`)];
  const code = `A-${name}`;
  const id = allianceId(person.org, code);
  const proposal = { code, name: `联盟 ${name}`, shortName: '联盟', studios };
  await client.command(`propose/${name}`, '/alliances?on=2023-05-08', proposal, {
    wait: ['not-found', 'studio-not-recognised'],
  });
  const approval = { form: 'linked', reason: '工艺互补', agreement: `协议 ${name}` };
  // Every studio answers for its own places; approval waits for the last of them.
  await client.command(`approve/${name}`, `/alliances/${id}/approve?on=2023-06-15`, approval, {
    wait: ['places-missing', 'not-found'],
  });
  return id;
}

/** Studios that become an alliance, and what it brings about. */
export const alliance: Chain = async (worker) => {
  const { client, judge, name, random } = worker;
  const id = await newAlliance(worker);
  const output = idOf(worker, 'output', name);
  const state = { wait: ['not-found', 'alliance-state'] };
  await client.command(
    `log/${name}`,
    '/outputs',
    {
      id: output,
      alliance: id,
      kind: 'patent',
      title: `成果 ${name}`,
      applied: ['production'],
      contributors: ['P-1'],
      adoptedOn: '2023-09-01',
      evidence: [{ title: '证明', reference: name }],
    },
    state,
  );
  await client.command(`submit/${name}`, `/outputs/${output}/submit`, undefined, arriving);
  // Who logged it does not accept it.
  await judge.command(`accept/${name}`, `/outputs/${output}/accept`, undefined, {
    wait: ['not-found', 'output-state'],
  });
  const end = random();
  if (end < 0.25)
    await client.command(`dissolve/${name}`, `/alliances/${id}/dissolve?on=2023-12-01`, { reason: '期满' }, arriving);
  else if (end < 0.6) await plaque(worker, id);
};
