// Which events belong to which noun of this service.
import type { appealEvents, checkEvents, EventOf, roundEvents, roundPageEvents, selfScored } from '@jiangong/contracts';

export type RoundEvent = EventOf<(typeof roundEvents)[number]>;
export type RoundPageEvent = EventOf<(typeof roundPageEvents)[number]>;
export type CheckEvent = EventOf<(typeof checkEvents | typeof appealEvents)[number] | typeof selfScored>;
