// Two unions consent: one shows a studio, the other invites it, and its own union answers.
import { invitationId } from '@jiangong/contracts';
import type { Industry } from './industry.ts';

const guest = {
  ...{ code: 'GZS-80', name: '高林创新工作室', leader: 'P-0180', employer: '建工一公司', district: '西城区' },
  ...{ level: 'enterprise', trade: '钢结构安装', offers: ['高强螺栓终拧'], seeks: ['焊缝检测'], capacity: 2 },
};

/** @param hosts the union that invites, with a studio of its own; `guests` answer for theirs */
export async function consent(hosts: Industry, guests: Industry, own: string) {
  const { id: studio } = await guests.all.post('/studios', guest);
  await guests.all.post(`/studios/${studio}/recognise?on=2024-12-02`);
  await guests.all.post(`/studios/${studio}/list`, { shows: ['offers', 'seeks'] });
  await hosts.all.get('/studio-directory');
  const invite = async (code: string, name: string) => {
    const body = { code, name: `${name}创新工作室联盟`, shortName: `${name}联盟`, studios: [own, studio] };
    const { id } = await hosts.all.post('/alliances?on=2024-12-05', { ...body, answerDays: 15 });
    const invitation = invitationId(id, studio);
    // The invitation follows from the proposal.
    await guests.all.get(`/invitations/${invitation}`);
    return { alliance: id, invitation };
  };
  const first = await invite('LM-80', '周岚—高林');
  await guests.all.get('/invitations?status=open');
  await guests.all.post(`/invitations/${first.invitation}/accept`);
  await hosts.all.post(`/alliances/${first.alliance}/dissolve?on=2024-12-30`, { reason: '示例结束' });
  const second = await invite('LM-81', '周岚—高林二');
  await guests.all.post(`/invitations/${second.invitation}/decline`, { reason: '本年已承担一项联合攻关' });
  await hosts.all.post(`/alliances/${second.alliance}/dissolve?on=2024-12-30`, { reason: '示例结束' });
  await guests.all.post(`/studios/${studio}/unlist`);
}
