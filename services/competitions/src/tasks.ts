// What organisers have to do before a competition's rounds: review who entered, and launch it once registration is over.
import { toDo } from '@jiangong/service-kit';
import { competitions, entries } from './views.ts';

export const tasks = [
  toDo(competitions, {
    roles: ['organiser'],
    filter: () => ({ state: ['announced', 'launched'] }),
    async of({ competition, name, state, registration, registrationEnded }, { read }) {
      const about = { about: name, link: `/competitions/${competition}` };
      const waiting = await read.count(entries, { competition, state: 'registered' });
      const text = { zh: '审核报名', en: 'Review the entries' };
      if (waiting > 0) return { task: 'review-entries', text, ...about, count: waiting, since: registration.from };
      if (state !== 'announced' || !registrationEnded) return undefined;
      return {
        task: 'launch-competition',
        text: { zh: '启动竞赛', en: 'Launch the competition' },
        ...about,
        since: registration.to,
      };
    },
  }),
];
