// What a joint project remembers: its content, the milestones that are reached, the outputs that came of it.
import type { Command, closeJointProject, EventNamed, reachMilestone } from '@jiangong/contracts';
import type { z } from 'zod';

type Opened = EventNamed<'joint-project-opened'>['data'];
type Amended = EventNamed<'joint-project-amended'>['data'];
export type ProjectCommand =
  | Command<'open', Omit<Opened, 'project'>>
  | Command<'amend', Omit<Amended, 'project' | 'alliance' | 'on'>>
  | Command<'report', { progress: string }>
  | Command<'reach', z.infer<typeof reachMilestone>>
  | Command<'link', { output: string; title: string }>
  | Command<'unlink', { output: string }>
  | Command<'close', z.infer<typeof closeJointProject>>;
export type ProjectEvent = EventNamed<
  | 'joint-project-opened'
  | 'joint-project-amended'
  | 'joint-project-reported'
  | 'joint-project-milestone-reached'
  | 'joint-project-output-linked'
  | 'joint-project-output-unlinked'
  | 'joint-project-closed'
>;

export type State =
  | (Opened & {
      closed: boolean;
      /** The titles of the milestones that are reached. */
      reached: string[];
      /** The titles of its outputs, by their ids. */
      outputs: Record<string, string>;
    })
  | undefined;
export const initial = undefined as State;

export function evolve(state: State, event: ProjectEvent): State {
  if (event.type === 'joint-project-opened') return { ...event.data, closed: false, reached: [], outputs: {} };
  if (!state) throw new Error(`${event.type} before the project was opened`);
  switch (event.type) {
    case 'joint-project-amended': {
      const { reason: _, on: __, milestones: coming, ...changes } = event.data;
      const milestones = coming && [...reachedOf(state), ...coming];
      return { ...state, ...changes, ...(milestones ? { milestones } : {}) };
    }
    case 'joint-project-reported':
      return state;
    case 'joint-project-milestone-reached':
      return { ...state, reached: [...state.reached, event.data.milestone] };
    case 'joint-project-output-linked':
      return { ...state, outputs: { ...state.outputs, [event.data.output]: event.data.title } };
    case 'joint-project-output-unlinked': {
      const { [event.data.output]: _, ...outputs } = state.outputs;
      return { ...state, outputs };
    }
    case 'joint-project-closed':
      return { ...state, closed: true };
    default:
      return event satisfies never;
  }
}

type Project = NonNullable<State>;
const reachedOf = ({ milestones = [], reached }: Project) => milestones.filter(({ title }) => reached.includes(title));
/** The titles of the milestones that are still to be reached. */
export const openIn = ({ milestones = [], reached }: Project): string[] =>
  milestones.map(({ title }) => title).filter((title) => !reached.includes(title));
