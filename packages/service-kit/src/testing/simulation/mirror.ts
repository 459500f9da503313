// The counter service with a reaction that mostly has nothing to do, but would have later: were its key forgotten, a log
// that is read anew would do it twice.
import { derivedId } from '@jiangong/contracts';
import { type Manifest, on } from '../../define/service.ts';
import { counter, unitCommand } from '../counter.fixture.ts';

/** Where units' names travel too, to be erased there. */
export const STATES = 'people.state.v1';
/** What a name makes of a unit's state: a value, or its erasure. */
export const stateOf = (name: string) =>
  name.startsWith('calm') ? undefined : { externalId: name.slice(0, 60), name };

/** Events go to the service's topic, and those of units to one of their own. */
export const UNITS = 'units.v1';
export const eventTopics = [{ topic: 'competitions.v1' }, { topic: UNITS, noun: 'unit' }];

/** A unit's mirror shows the last of some names. */
export const mirrorOf = (unit: string) => derivedId('mirror', unit);
export const mirrored = (name: string) => (/^(calm|until) ?/.test(name) ? `shows ${name.slice(0, 4)}` : undefined);

export const simulated: Manifest = {
  ...counter,
  states: [STATES],
  reactions: [
    ...counter.reactions,
    on('unit-amended', ({ data }) => {
      const name = mirrored(data.name);
      return name ? [unitCommand(mirrorOf(data.unit), 'amend', { name })] : [];
    }),
  ],
};
