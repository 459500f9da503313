// What the industry union's alliances have no need of, done after the year, so that each operation has been used once.
import { allianceId } from '@jiangong/contracts';
import { pairingOf } from '../alliances.ts';
import { studioOf } from '../cast.ts';
import type { Use } from './use.ts';

export interface Industry {
  org: string;
  /** Who holds every office of the union. */
  all: Use;
}
const file = `code,name,leader,employer,district,level,trade,chain,stage,offers,seeks,capacity
GZS-91,周岚创新工作室,P-0091,京铁机务段,丰台区,provincial,机车检修,,,制动调试,故障数据分析,1
GZS-92,韩立创新工作室,P-0092,京能热电,石景山区,provincial,热工仪表,,,故障数据分析,制动调试,1
GZS-93,林杉创新工作室,P-0093,城建安装,朝阳区,enterprise,管道安装,,,预制管段,故障数据分析,1
`;

/** Studios by file; one changes its leader and rests. */
export async function studios({ org, all }: Industry): Promise<string[]> {
  await all.get('/studios/import/template.xlsx');
  await all.post('/studios/import', file);
  const ids = ['GZS-91', 'GZS-92', 'GZS-93'].map((code) => studioOf({ org } as never, code));
  for (const id of ids.slice(0, 1)) await all.post(`/studios/${id}/recognise?on=2024-12-02`);
  await all.post('/studios/recognise?on=2024-12-02', { ids: ids.slice(1) });
  const [, , last] = ids as [string, string, string];
  await all.get('/studios');
  await all.get(`/studios/${last}`);
  await all.post(`/studios/${last}/amend`, { trade: '管道预制与安装' });
  await all.post(`/studios/${last}/change-leader?on=2024-12-03`, { leader: 'P-0094', reason: '原带头人调任' });
  return ids;
}

/** A run, its proposals and its proof; run again, repeated, cancelled. */
export async function pairing({ org, all }: Industry, [a, b, c]: string[]) {
  const first = pairingOf({ org } as never);
  const { id } = await all.post('/pairings', { studios: [a, b], mode: 'best' });
  await all.get('/pairings');
  for (const part of ['/proposals', '/groups', '/left-out', '/prices', '/input', '/events'])
    if (part === '/events') await all.events(`/pairings/${first}${part}`);
    else await all.get(`/pairings/${first}${part}`);
  await all.get(`/pairings/${id}/why?a=${a}&b=${b}`);
  await all.post(`/pairings/${id}/proposals/1/accept`);
  await all.post(`/pairings/${first}/proposals/1/drop`);
  await all.post(`/pairings/${first}/proposals/1/reopen`);
  await all.post(`/pairings/${first}/proposals/drop`, { numbers: [2, 3] });
  await all.post(`/pairings/${id}/repeat`);
  const { id: again } = await all.post(`/pairings/${id}/again`, { mode: 'balanced' });
  await all.post(`/pairings/${again}/cancel`);
  const more = await all.post('/pairings', { studios: [b, c] });
  await all.get(`/pairings/${more.id}/instance`);
  await all.post(`/pairings/${more.id}/proposals/accept`, { fromWeight: 0 });
  const order = { code: 'LM-7#', form: 'cross-type', reason: '供需相合', agreement: 'LMXY-71' };
  await all.post(`/pairings/${more.id}/found?on=2024-12-04`, order);
  await all.post(`/alliances/${allianceId(org, 'LM-71')}/dissolve?on=2024-12-04`, { reason: '示例结束' });
}

/** An alliance that ends: a member joins and leaves, an output is withdrawn. */
export async function alliance({ all }: Industry, [a, b, c]: string[]) {
  const on = '?on=2024-12-05';
  const names = { code: 'LM-90', name: '周岚—韩立创新工作室联盟', shortName: '周岚韩立联盟' };
  const { id } = await all.post(`/alliances${on}`, { ...names, studios: [a, b] });
  const at = `/alliances/${id}`;
  await all.get(`${at}/suggestions`);
  await all.post(`${at}/approve${on}`, { form: 'cross-type', reason: '互补所需', agreement: 'LMXY-90' });
  await all.post(`${at}/amend${on}`, { agreement: 'LMXY-90-1', reason: '补签协议' });
  await all.post(`${at}/join${on}`, { studio: c });
  await all.post(`${at}/leave?on=2024-12-20`, { studio: c, reason: '力量不足，先行退出' });
  await all.get(`${at}/duties/2024`);
  const log = async (title: string, reference: string) => {
    const { id: logged } = await all.post(`/outputs${on}`, {
      ...{ alliance: id, kind: '五小成果', title, applied: ['production'], contributors: ['P-0091'] },
      ...{ adoptedOn: '2024-12-05', evidence: [{ title: '应用证明', reference }] },
    });
    await all.post(`/outputs/${logged}/submit${on}`);
    return logged as string;
  };
  const output = await log('制动试验台快换接头（演示）', 'YYZM-90');
  const other = await log('制动试验台快换接头改进（演示）', 'YYZM-91');
  await all.get(`/outputs/${output}/duplicates`);
  await project(all, id, output);
  await suggestion(all, id, a!);
  await need(all, b!);
  await all.post(`/outputs/${output}/note-award${on}`, { wonElsewhere: '北京市职工技术创新成果一等奖' });
  await all.post(`/outputs/${output}/withdraw${on}`, { reason: '与另一项成果重复填报' });
  await all.post(`/outputs/${other}/withdraw${on}`, { reason: '并入同一成果' });
  await all.get('/outputs');
  const { items } = await all.get('/outputs?status=accepted');
  await all.post(`/outputs/${items[0].output}/adopt`, {
    unit: '二分厂冲压车间',
    adoptedOn: items[0].adoptedOn,
    yuan: 80_000,
  });
  await all.get('/output-rule-templates');
  const { id: rules } = await all.post('/output-rules', { template: 'five-small-alterations' });
  const { draft } = await all.get(`/output-rules/${rules}`);
  await all.put(`/output-rules/${rules}`, { body: { ...draft, most: 50 } });
  await all.post(`/output-rules/${rules}/publish`);
  await all.get('/output-rules');
  await all.get(`/output-rules/${rules}/versions/1`);
  await all.get('/duties?year=2024');
  await all.get('/duties/2024/report');
  await all.get('/duties/2024/workbook');
  await all.putRevision('/duty-calendar', { closeAfterDays: 30, daysBefore: [60, 14], confirmYears: 3 });
  await all.get('/duty-calendar');
  await all.post('/duties/2024/close-all?on=2025-01-20');
  const { items: years } = await all.get('/duties?year=2024');
  const behind = years.find(({ status }: { status: string }) => status === 'behind');
  const made = { rectifyBy: '2025-06-30', reason: '未完成年度成果任务，限期整改' };
  await all.post(`/alliances/${behind.alliance}/duties/2024/rectify?on=2025-01-21`, made);
  await all.post(`${at}/duties/2024/correct?on=2025-01-21`, { reason: '重新核对应用证明' });
  await all.post(`${at}/dissolve?on=2024-12-30`, { reason: '课题已结，不再续期' });
  await all.post(`/studios/${a}/confirm?on=2024-12-31`, { reason: '年度复核合格' });
  await all.post(`/studios/${c}/suspend?on=2024-12-31`, { reason: '年度复核未通过' });
}

/** A joint project of the alliance: amended, a milestone reached, an output linked, taken back and linked again. */
async function project(all: Use, alliance: string, output: string) {
  const day = '2024-12-06';
  const [trial, series] = [
    { title: '样机试验', due: '2024-12-20' },
    { title: '批量验证', due: '2025-03-31' },
  ];
  const { id } = await all.post(`/joint-projects?on=${day}`, {
    ...{ alliance, topic: '制动调试数据联合分析', goal: '调试时间缩短三成' },
    milestones: [trial, series],
  });
  const at = `/joint-projects/${id}`;
  await all.post(`${at}/report?on=${day}`, { progress: '数据接口已打通' });
  await all.post(`${at}/reach?on=2024-12-12`, { milestone: trial.title, note: '缩短两成' });
  await all.post(`${at}/amend?on=2024-12-13`, {
    milestones: [{ ...series, due: '2025-04-30' }],
    reason: '等待备件到货',
  });
  await all.post(`${at}/link`, { output });
  await all.post(`${at}/unlink`, { output });
  await all.post(`${at}/close?on=2024-12-30`, { result: '调试时间缩短两成', reason: '联盟到期，批量验证转由企业完成' });
  await all.get('/joint-projects');
  await all.get(at);
}

/** Suggestions by a link: one becomes an output, one is declined, and who made it is erased. */
async function suggestion(all: Use, alliance: string, studio: string) {
  const { id: link, address } = await all.post('/suggestion-links', { label: '制动试验班组', days: 60 });
  const path = address.slice(address.indexOf('/public/'));
  await all.get(path);
  const made = async (title: string) => {
    const text = '接头每次对位约十分钟，可改为快换接头';
    return all.post(path, { title, text, proposer: '示例职工', contact: '内线 8001' });
  };
  const { id, receipt } = await made('试验台接头快换（演示）');
  await all.get(`/public/suggestions/${receipt}`);
  await all.get(`/public/suggestions/${receipt}/page`);
  await all.get('/suggestions');
  const at = `/suggestions/${id}`;
  await all.get(at);
  await all.post(`${at}/take-up`, { studio });
  await all.post(`${at}/try`, { note: '2号试验台试用两周' });
  const decision = { contributors: ['P-0091'], reason: '每次节约八分钟' };
  await all.post(`${at}/adopt`, { alliance, kind: '五小成果', applied: ['production'], ...decision });
  const other = await made('更换试验台（演示）');
  await all.post(`/suggestions/${other.id}/decline`, { reason: '试验台年内更新' });
  await all.post(`/suggestions/${other.id}/erase-proposer`);
  await all.get('/suggestion-links');
  await all.post(`/suggestion-links/${link}/revoke`, { reason: '征集结束' });
}

/** Needs that a studio seeks partners for: one is solved, one withdrawn. */
async function need(all: Use, studio: string) {
  const post = (problem: string) => all.post('/needs', { studio, unit: '京能热电', problem, details: '详见附表' });
  const [first, second] = [await post('汽轮机振动诊断'), await post('阀门泄漏检测')];
  await all.get('/needs');
  await all.get(`/needs/${first.id}`);
  await all.post(`/needs/${first.id}/solve`, { result: '振动降至允许值以内' });
  await all.post(`/needs/${second.id}/withdraw`, { reason: '已另行招标' });
}
