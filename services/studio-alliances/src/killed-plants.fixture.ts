// For tests: planted bugs that only a death brings to light: as long as a process lives, it does all that it should.
import { isRefusal } from '@jiangong/contracts';
import { forgetful, withDecide } from '@jiangong/service-kit/testing';
import { studioAlliances } from './service.ts';

type Service = typeof studioAlliances;

/** A receipt is shown at once, and its suggestion is stored with the next one that comes. */
function storedLater(): Service {
  const routes = studioAlliances.routes.map((route) => {
    if (route.kind !== 'command' || route.path !== '/public/suggestion-links/:key') return route;
    let held: Awaited<ReturnType<typeof route.handle>> | undefined;
    const handle: typeof route.handle = async (request) => {
      const made = await route.handle(request);
      if (isRefusal(made)) return made;
      const stored = held ?? (await route.handle(request));
      held = made;
      return { ...stored, shown: (made as { shown: object }).shown } as typeof made;
    };
    return { ...route, handle };
  });
  return { ...studioAlliances, routes };
}
/** A suggestion that was taken up is taken up once more by whoever comes next. */
const takenAgain = () =>
  withDecide(studioAlliances, (noun, decide) => (state, command) => {
    const again = noun === 'suggestion' && command.type === 'take-up' && state !== undefined;
    return decide(again ? { ...(state as object), status: 'proposed' } : state, command);
  });

export const plants = {
  'a receipt is shown before its suggestion is stored': storedLater,
  'a suggestion is taken up twice': takenAgain,
  'an adopted suggestion is drafted only by the process that adopted it': () =>
    forgetful(studioAlliances, 'suggestion-adopted'),
  'a year closes only in the process that met its moment': () => forgetful(studioAlliances, 'duty-moment-passed'),
  'a year is judged again only by the process that met its day': () =>
    forgetful(studioAlliances, 'duty-rectification-ended'),
};
export type Plant = keyof typeof plants;
