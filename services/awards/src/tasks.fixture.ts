// For tests: awards next to a stand-in for quarterly-checks, which publishes what a test gives it.
import { type Command, requestsOf } from '@jiangong/contracts';
import { post, service } from '@jiangong/service-kit';
import { startTesting } from '@jiangong/service-kit/testing';
import { z } from 'zod';
import { awards } from './service.ts';

const publishCommand = requestsOf<Command<'publish', { type: string; data: object }>>('evaluation');
const checks = service({
  name: 'quarterly-checks',
  streams: {
    evaluation: {
      initial: undefined,
      decide: (_: undefined, { data }: { data: { type: string; data: object } }) => [data],
      evolve: () => undefined,
    },
  },
  views: [],
  reactions: [],
  deadlines: [],
  routes: [
    post('/say', {
      summary: ['测试', 'Test'],
      roles: ['organiser'],
      body: z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) }),
      handle: ({ body, newId }) => publishCommand(newId(), 'publish', body),
    }),
  ],
});

export async function startAwards(now: () => string) {
  const t = await startTesting([awards, checks], { now });
  return {
    ...t,
    async say(type: string, data: object) {
      const { status } = await t.call({ org: 'union', roles: ['organiser'] }, 'POST', '/api/say', { type, data });
      if (status >= 300) throw new Error(`${type} was not published`);
      await t.quiet();
    },
  };
}
