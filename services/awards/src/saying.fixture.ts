// Stands for another service: publishes what a test gives it, on one stream or each time on a new one.
import { type Command, type NewEvent, requestsOf, type ServiceName } from '@jiangong/contracts';
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
        }),
        handle: ({ body, newId }) => publishCommand(body.stream ?? newId(), 'publish', body.events),
      }),
    ],
  });
