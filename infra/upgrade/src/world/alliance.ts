// Two studios that a pairing run finds, and that become an alliance: an accepted output, a closed duty year.
import { studioId } from '@jiangong/contracts';
import type { Client } from '@jiangong/kills/src/client.ts';
import { studioBody } from '@jiangong/kills/src/setting.ts';
import { type Cast, idOf, studioCodes } from './cast.ts';

const arriving = { wait: ['not-found'] };
/** The alliance, whichever id its release gave it. */
export const allianceOf = async ({ find }: Client) => (await find('/api/alliances'))!.body.items[0].alliance as string;

export async function foundAlliance({ organiser, leader, finance }: Cast) {
  const { command, person, until } = organiser;
  const { org } = person;
  const studios = studioCodes.map((code) => studioId(org, code));
  for (const [at, code] of studioCodes.entries()) {
    await command(`studio/${code}`, '/studios', studioBody(code));
    await command(`recognise/${code}`, `/studios/${studios[at]}/recognise?on=2023-03-20`, undefined, arriving);
  }
  const pairing = idOf(org, 'pairing');
  const run = { id: pairing, mode: 'best', studios };
  await command('pairing', '/pairings?on=2023-04-10', run, { wait: ['not-found', 'studio-not-recognised'] });
  await until(`/api/pairings/${pairing}`, ({ status }) => status === 'completed');

  const proposal = { code: 'LM-01', name: '创新工作室联盟', shortName: '联盟', studios };
  const { id } = await command('propose', '/alliances?on=2023-05-08', proposal, {
    wait: ['not-found', 'studio-not-recognised'],
  });
  const approval = { form: 'linked', reason: '工艺互补', agreement: '联盟协议〔2023〕1号' };
  await command('approve', `/alliances/${id}/approve?on=2023-06-15`, approval, {
    wait: ['places-missing', 'not-found'],
  });
  const output = idOf(org, 'output');
  await leader.command(
    'output',
    '/outputs',
    {
      ...{ id: output, alliance: id, kind: 'patent', title: '钢结构测量方法', applied: ['production'] },
      ...{ contributors: ['P-1'], adoptedOn: '2023-09-01', evidence: [{ title: '应用证明', reference: 'YYZM-1' }] },
    },
    { wait: ['not-found', 'alliance-state'] },
  );
  await leader.command('output/submit', `/outputs/${output}/submit`, undefined, arriving);
  const benefit = { yuan: 120_000, from: '2023-09-01', to: '2024-08-31' };
  await finance.command('output/benefit', `/outputs/${output}/certify-benefit`, benefit, arriving);
  await command('output/accept', `/outputs/${output}/accept`, undefined, arriving);
  await command('duty', `/alliances/${id}/duties/2023/close?on=2024-01-08`, undefined, arriving);
}
