// The counter service with a reaction that mostly has nothing to do, but would have later: were its key forgotten, a log
// that is read anew would do it twice.
import { derivedId } from '@jiangong/contracts';
import { type Manifest, on } from '../../define/service.ts';
import { counter, unitCommand } from '../counter.fixture.ts';

/** A unit's mirror shows the last of some names. */
export const mirrorOf = (unit: string) => derivedId('mirror', unit);
export const mirrored = (name: string) => (/^(calm|until) ?/.test(name) ? `shows ${name.slice(0, 4)}` : undefined);

export const simulated: Manifest = {
  ...counter,
  reactions: [
    ...counter.reactions,
    on('unit-amended', ({ data }) => {
      const name = mirrored(data.name);
      return name ? [unitCommand(mirrorOf(data.unit), 'amend', { name })] : [];
    }),
  ],
};
