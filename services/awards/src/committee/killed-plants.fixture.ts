// For tests: planted bugs that only a death brings to light, since nobody votes again, nor issues again, who had an answer.
import type { EventNamed } from '@jiangong/contracts';
import { awards } from '../service.ts';
import * as ballot from './ballot.ts';

type Service = typeof awards;
/** Who voted is not remembered while the ballot is open: whoever comes again votes again. */
function forgetful(): Service {
  const decide = (state: ballot.State, command: ballot.BallotCommand) =>
    ballot.decide(state && command.type === 'cast' ? { ...state, cast: [] } : state, command);
  return { ...awards, streams: { ...awards.streams, ballot: { ...ballot, decide } as never } };
}
/** Numbers begin anew with each command, as if nothing had been issued. */
function fromTheStart(): Service {
  const { certificate } = awards.streams as unknown as Record<
    'certificate',
    { decide: (state: EventNamed<'certificates-issued'>['data'] | undefined, command: never) => unknown }
  >;
  const decide = (state: EventNamed<'certificates-issued'>['data'] | undefined, command: never) =>
    certificate.decide(state && { ...state, certificates: [] }, command);
  return { ...awards, streams: { ...awards.streams, certificate: { ...certificate, decide } as never } };
}
export const plants = {
  'a vote is counted twice': forgetful,
  'a number is given twice': fromTheStart,
};
export type Plant = keyof typeof plants;
