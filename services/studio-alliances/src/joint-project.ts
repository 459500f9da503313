// A joint project: opened on a topic with its milestones, amended, reported on, closed with a result.
import { type Actor, type Refusal, refuse, requestsOf } from '@jiangong/contracts';
import { notYet, outsideTime } from './alliance-dates.ts';
import { admitted } from './belonging.ts';
import { sameTitle } from './duty-rules.ts';
import { openIn, type ProjectCommand, type ProjectEvent, type State } from './joint-project-state.ts';

export { evolve, initial, type State } from './joint-project-state.ts';

export const admits = (project: State, actor: Actor) => admitted(project, actor);

type Milestones = { title: string; due: string }[] | undefined;
/** Each has a title of its own, since it stands for it, and a day within the project. */
function milestonesFault(since: string, coming: Milestones = [], reached: readonly string[] = []): Refusal | undefined {
  const early = coming.find(({ due }) => due < since);
  if (early) return outsideTime({ since }, early.due);
  const titles = [...reached, ...coming.map(({ title }) => title)];
  const repeated = titles.filter((title, at) => titles.findIndex((one) => sameTitle(one) === sameTitle(title)) < at);
  return repeated.length > 0 ? refuse('milestones-repeated', { titles: repeated }) : undefined;
}

export function decide(state: State, command: ProjectCommand): ProjectEvent[] | Refusal {
  const { businessDate: on } = command;
  if (command.type === 'open') {
    if (state) return refuse('already-exists', { what: state.topic });
    const { from, milestones } = command.data;
    const fault = notYet(from, on) ?? milestonesFault(from, milestones);
    return fault ?? [{ type: 'joint-project-opened', data: { project: command.id, ...command.data } }];
  }
  if (!state) return refuse('not-found', { what: command.id });
  const { project, alliance, from, topic } = state;
  const about = { project, alliance };
  if (state.closed) return refuse('project-closed', { topic });
  switch (command.type) {
    case 'amend': {
      const fault = milestonesFault(from, command.data.milestones, state.reached);
      return fault ?? [{ type: 'joint-project-amended', data: { ...about, ...command.data, on } }];
    }
    case 'report':
      return [{ type: 'joint-project-reported', data: { ...about, ...command.data, on } }];
    case 'reach': {
      const { on: day = on, milestone, ...note } = command.data;
      if (state.reached.some((title) => sameTitle(title) === sameTitle(milestone))) return [];
      const open = openIn(state);
      const title = open.find((each) => sameTitle(each) === sameTitle(milestone));
      if (!title) return refuse('milestone-unknown', { topic, milestone, open });
      if (day < from) return outsideTime({ since: from }, day);
      const reached = { ...about, milestone: title, on: day, ...note };
      return notYet(day, on) ?? [{ type: 'joint-project-milestone-reached', data: reached }];
    }
    case 'link':
      if (command.data.output in state.outputs) return [];
      return [{ type: 'joint-project-output-linked', data: { ...about, ...command.data } }];
    case 'unlink': {
      const { output } = command.data;
      const title = state.outputs[output];
      if (title === undefined) return refuse('not-found', { what: output });
      return [{ type: 'joint-project-output-unlinked', data: { ...about, output, title } }];
    }
    case 'close': {
      if (on < from) return outsideTime({ since: from }, on);
      const open = openIn(state);
      if (open.length > 0 && command.data.reason === undefined) return refuse('milestones-open', { topic, open });
      return [{ type: 'joint-project-closed', data: { ...about, ...command.data, to: on } }];
    }
    default:
      return command satisfies never;
  }
}

/** Makes requests of this noun. */
export const jointProjectCommand = requestsOf<ProjectCommand>('joint-project');
