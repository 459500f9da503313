// What readers see of joint projects: content with its amendments, milestones by their days, reports, outputs, the result.
import type { EventNamed, jointProjectAnswer, View } from '@jiangong/contracts';
import type { z } from 'zod';

const events = [
  'joint-project-opened',
  'joint-project-amended',
  'joint-project-reported',
  'joint-project-milestone-reached',
  'joint-project-output-linked',
  'joint-project-output-unlinked',
  'joint-project-closed',
] as const;
export type ProjectRow = z.infer<typeof jointProjectAnswer>;
export const projects: View<ProjectRow, EventNamed<(typeof events)[number]>> = {
  name: 'joint-projects',
  events,
  key: ({ data }) => data.project,
  apply(row, event) {
    if (event.type === 'joint-project-opened') {
      const { milestones, ...opened } = event.data;
      return { ...opened, ...(milestones ? { milestones: byDay(milestones) } : {}), reports: [] };
    }
    if (!row) return undefined;
    switch (event.type) {
      case 'joint-project-amended': {
        const { project: _, alliance: __, ...amendment } = event.data;
        const { reason: ___, on: ____, milestones: coming, ...changes } = amendment;
        const reached = (row.milestones ?? []).filter(({ reachedOn }) => reachedOn !== undefined);
        const milestones = coming ? { milestones: byDay([...reached, ...coming]) } : {};
        return { ...row, ...changes, ...milestones, amendments: [...(row.amendments ?? []), amendment] };
      }
      case 'joint-project-reported': {
        const { progress, on } = event.data;
        return { ...row, reports: [...row.reports, { progress, on }] };
      }
      case 'joint-project-milestone-reached': {
        const { milestone, on, note } = event.data;
        const reached = { reachedOn: on, ...(note ? { note } : {}) };
        const milestones = row.milestones?.map((each) => (each.title === milestone ? { ...each, ...reached } : each));
        return { ...row, ...(milestones ? { milestones } : {}) };
      }
      case 'joint-project-output-linked': {
        const { output, title } = event.data;
        return { ...row, outputs: [...(row.outputs ?? []), { output, title }] };
      }
      case 'joint-project-output-unlinked':
        return { ...row, outputs: (row.outputs ?? []).filter(({ output }) => output !== event.data.output) };
      case 'joint-project-closed': {
        const { result, to, reason } = event.data;
        return { ...row, result, to, ...(reason ? { reason } : {}) };
      }
      default:
        return event satisfies never;
    }
  },
  index: ['alliance', 'owner'],
};
type Milestones = NonNullable<ProjectRow['milestones']>;
const byDay = (milestones: Milestones): Milestones =>
  milestones.toSorted((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1));
