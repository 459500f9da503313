// A joint project: opened on a topic, reported on, closed with a result.
import { type Actor, type Command, type EventNamed, type Refusal, refuse, requestsOf } from '@jiangong/contracts';
import { admitted } from './belonging.ts';

type Opened = EventNamed<'joint-project-opened'>['data'];
type ProjectCommand =
  | Command<'open', Omit<Opened, 'project'>>
  | Command<'report', { progress: string }>
  | Command<'close', { result: string }>;
type ProjectEvent = EventNamed<'joint-project-opened' | 'joint-project-reported' | 'joint-project-closed'>;

export type State = (Opened & { closed: boolean }) | undefined;
export const initial = undefined as State;

export const admits = (project: State, actor: Actor) => admitted(project, actor);

export function decide(state: State, command: ProjectCommand): ProjectEvent[] | Refusal {
  if (command.type === 'open') {
    if (state) return refuse('already-exists', { what: state.topic });
    return [{ type: 'joint-project-opened', data: { project: command.id, ...command.data } }];
  }
  if (!state) return refuse('not-found', { what: command.id });
  if (state.closed) return refuse('project-closed', { topic: state.topic });
  const { project, alliance, from } = state;
  switch (command.type) {
    case 'report':
      return [
        { type: 'joint-project-reported', data: { project, alliance, ...command.data, on: command.businessDate } },
      ];
    case 'close':
      if (command.businessDate < from)
        return refuse('outside-alliance-time', { date: command.businessDate, from, to: '…' });
      return [{ type: 'joint-project-closed', data: { project, alliance, ...command.data, to: command.businessDate } }];
    default:
      return command satisfies never;
  }
}

export function evolve(state: State, event: ProjectEvent): State {
  if (event.type === 'joint-project-opened') return { ...event.data, closed: false };
  if (!state) throw new Error(`${event.type} before the project was opened`);
  return event.type === 'joint-project-closed' ? { ...state, closed: true } : state;
}

/** Makes requests of this noun. */
export const jointProjectCommand = requestsOf<ProjectCommand>('joint-project');
