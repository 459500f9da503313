// What time brings about by itself: the end of the registration window is announced, once.
import { deadline } from '@jiangong/service-kit';
import { competitionCommand } from './competition.ts';

export const deadlines = [
  deadline(
    'registration',
    [
      'competition-announced',
      'competition-amended',
      'registration-ended',
      'competition-closed',
      'competition-cancelled',
    ],
    ({ type, data }) =>
      type === 'competition-announced' || type === 'competition-amended'
        ? {
            // The last day counts whole, in Asia/Shanghai.
            at: `${data.registration.to}T23:59:59.999+08:00`,
            request: competitionCommand(data.competition, 'end-registration', { to: data.registration.to }),
          }
        : undefined,
  ),
];
