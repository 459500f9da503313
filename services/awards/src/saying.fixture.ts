// Stands for another service: publishes what a test gives it, on one stream or each time on a new one, with states of its topics.
import { type Command, type NewEvent, requestsOf, type ServiceName, type StateChange } from '@jiangong/contracts';
import { post, service } from '@jiangong/service-kit';
import { z } from 'zod';

const publishCommand = requestsOf<Command<'publish', NewEvent[]>>('evaluation');

export const saying = (name: ServiceName) =>
  service({
    name,
    streams: {
      evaluation: {
        initial: undefined,
        decide: (_: undefined, { data }: { data: NewEvent[] }) => data,
        evolve: () => undefined,
      },
    },
    views: [],
    reactions: [],
    deadlines: [],
    routes: [
      post(`/say/${name}`, {
        summary: ['测试', 'Test'],
        roles: ['organiser'],
        body: z.object({
          stream: z.string().optional(),
          events: z.array(z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) })),
          states: z.array(z.record(z.string(), z.unknown())).default([]),
        }),
        handle: ({ body: { stream, events, states }, newId }) => ({
          request: publishCommand(stream ?? newId(), 'publish', events),
          states: states.map(({ topic, key, value }) => ({ topic, key, value }) as StateChange),
        }),
      }),
    ],
  });
