// What the paper sheets of a round say: for each unit and department the items that it enters, with tariff and clause, and what
// was planned of the work that it verifies.
import { type Actor, type CheckCriterion, type PlanItem, type Read, type Refusal, refuse } from '@jiangong/contracts';
import type { Criterion } from '@jiangong/scoring';
import { checksIn } from '../../assemble.ts';
import type { Check } from '../../check-state.ts';
import { applies, vetoesOf, zh } from '../../criteria.ts';
import { nodesOf } from '../../measured.ts';
import { rounds } from '../../views.ts';
import type { Paper, PaperItem, Papers } from './papers.ts';

export interface PapersQuery {
  department?: string | undefined;
  check?: string | undefined;
}
interface Asking {
  actor: Actor;
  read: Read;
  /** Where people reach this system. */
  address: string | undefined;
}

export async function papersOf(
  id: string,
  { department, check: one }: PapersQuery,
  { actor, read, address }: Asking,
): Promise<Papers | Refusal | undefined> {
  const round = await read.get(rounds, id);
  if (!round) return undefined;
  const isMine = (each: string) => actor.roles.includes('organiser') || actor.departments.includes(each);
  if (department !== undefined && !isMine(department)) return refuse('not-yours', { scope: department, department });
  const nodes = nodesOf(round);
  const vetoes = vetoesOf(round.body, round.track, round.stage);
  const papers: Paper[] = [];
  for await (const check of checksIn(round, read)) {
    if (one !== undefined && check.check !== one) continue;
    for (const { id: owner, label } of check.departments) {
      if (department === undefined ? !isMine(owner) : owner !== department) continue;
      const items = itemsOf(check, owner, nodes);
      if (items.length === 0) continue;
      const { name, code } = check.entrant;
      const raised = vetoes.filter(({ raisedBy }) => !raisedBy || raisedBy.includes(owner));
      const link = address === undefined ? undefined : `${address}/sheets/${check.check}/${owner}`;
      papers.push({ unit: name, code, department: label, items, vetoes: raised.map(({ label }) => label), link });
    }
  }
  if (papers.length === 0) return undefined;
  papers.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const { competitionName, trackLabel, period } = round;
  return { competition: competitionName, track: trackLabel, period: period.label, papers };
}

type Nodes = ReadonlyMap<string, Criterion>;
function itemsOf(check: Check, owner: string, nodes: Nodes): PaperItem[] {
  const own = check.criteria.filter((each) => each.owner === owner && applies(each, check.entrant.group));
  return own.flatMap((criterion) => {
    if (criterion.from === 'site-days') return [];
    const node = nodes.get(criterion.id);
    if (criterion.from === 'work') return workOf(criterion, check.plan?.items[criterion.id]);
    return [{ label: criterion.label, full: fullOf(criterion), how: howOf(criterion, node), isWork: false }];
  });
}
const fullOf = ({ points }: CheckCriterion) => (points === undefined ? '' : String(points));

/** Each milestone is a line of its own: how much was planned, how much was done and accepted. */
function workOf(criterion: CheckCriterion, plan: PlanItem | undefined): PaperItem[] {
  const { label } = criterion;
  const line = (name: string, how: string) => ({ label: name, full: fullOf(criterion), how, isWork: true });
  if (!plan) return [line(label, '未填报计划')];
  if (!('parts' in plan)) return [line(label, `计划 ${plan.plan}`)];
  return plan.parts.map((part) => line(`${label}：${part.label}`, `计划 ${part.plan}，权重 ${part.weight}`));
}

const signed = (points: number) => (points > 0 ? `+${points}` : String(points).replace('-', '−'));
const claused = (text: string, clause: string | undefined) => (clause === undefined ? text : `${text}（${clause}）`);
/** How it is scored, as the scheme says. */
function howOf({ most }: CheckCriterion, node: Criterion | undefined): string {
  const { measure, clause } = node ?? {};
  const lines =
    measure?.kind === 'events'
      ? measure.tariff.map((each) => claused(`${zh(each.label)} ${signed(each.points)} 分/次`, each.clause))
      : measure?.kind === 'level'
        ? measure.levels.map(({ label, points }) => `□ ${zh(label)} ${points} 分`)
        : [most === undefined ? '填写数值' : `0 至 ${most} 分`];
  return [...(clause === undefined ? [] : [`依据：${clause}`]), ...lines].join('\n');
}
