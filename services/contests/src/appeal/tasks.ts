// Appeals give tasks: whoever scored answers, and once they did or their time is over somebody else decides.

import { peopleOf } from '@jiangong/contracts';
import { toDo } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { appeals, stages } from '../views.ts';
import { takesPart } from './appeal.ts';

export const appealTasks = [
  toDo(appeals, {
    roles: ['checker', 'organiser', 'committee'],
    filter: () => ({ status: 'open' }),
    async of(appeal, { actor, read, businessDate }) {
      const { scorers, answers, answerBy, itemLabel, at } = appeal;
      const about = {
        about: `${appeal.contestName} · ${appeal.stageLabel}`,
        since: businessDateOf(at),
        link: `/contest-appeals/${appeal.appeal}`,
      };
      const hasRole = (...wanted: readonly string[]) => actor.roles.some((role) => wanted.includes(role));
      if (
        answers.length === 0 &&
        hasRole('checker', 'organiser') &&
        peopleOf(actor).some((one) => scorers.includes(one))
      ) {
        const text = { zh: `答复申诉（${itemLabel}）`, en: `Answer the appeal (${itemLabel})` };
        return { task: 'answer-appeal', text, ...about, until: answerBy };
      }
      const isDue = answers.length > 0 || businessDate > answerBy;
      const stage = await read.get(stages, appeal.stage);
      const mayDecide = hasRole('organiser', 'committee') && !takesPart(appeal, stage?.scoredBy ?? [], actor);
      if (!isDue || !mayDecide) return undefined;
      const text = { zh: `处理申诉（${itemLabel}）`, en: `Decide the appeal (${itemLabel})` };
      return { task: 'decide-appeal', text, ...about };
    },
  }),
];
