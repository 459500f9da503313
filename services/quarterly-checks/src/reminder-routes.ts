// Routes of reminders: the rules of a competition, and the text for the group chat.
import { id, refuse, remindersView, reminderText, setReminders, valueLabels } from '@jiangong/contracts';
import { get, put } from '@jiangong/service-kit';
import { z } from 'zod';
import { launchedOf, missingIn } from './assemble.ts';
import { reminderRulesCommand } from './reminder-rules.ts';
import { reminderTextOf } from './reminder-text.ts';
import { reminderRules } from './reminder-views.ts';
import { rounds } from './views.ts';

const byId = z.object({ id });

export const reminderRoutes = [
  get('/competitions/:id/reminders', {
    summary: ['查看催办规则', 'Read the reminder rules of a competition'],
    roles: ['organiser', 'committee', 'auditor'],
    params: byId,
    answer: remindersView,
    async query({ params, read }) {
      if (!(await launchedOf(params.id, read))) return undefined;
      return (await read.get(reminderRules, params.id)) ?? { competition: params.id, rules: [] };
    },
    stream: ({ id }) => `reminder-rules/${id}`,
  }),
  put('/competitions/:id/reminders', {
    summary: ['设定催办规则（竞赛启动后）', 'Set the reminder rules of a launched competition'],
    roles: ['organiser'],
    params: byId,
    body: setReminders,
    async handle({ params, body, read }) {
      const launched = await launchedOf(params.id, read);
      if (!launched) return refuse('not-found', { what: params.id });
      const { ended } = launched;
      if (ended) return refuse('competition-over', { stateZh: valueLabels.competition[ended], state: ended });
      return reminderRulesCommand(params.id, 'set', body);
    },
  }),
  get('/rounds/:id/reminder-text', {
    summary: ['催办文字（发到工作群）', 'Read a reminder as a text for the group chat'],
    roles: ['organiser'],
    params: byId,
    answer: reminderText,
    async query({ params, read }) {
      const round = await read.get(rounds, params.id);
      if (!round) return undefined;
      const { items } = round.status === 'closed' ? { items: [] } : await missingIn(round, read);
      const name = (await launchedOf(round.competition, read))?.name ?? round.competitionName;
      return { text: reminderTextOf(round, name, items), missing: items.length };
    },
  }),
];
