// A subscriber in a process of its own, for `bench servers`: reports to its parent when it received which event.
import { topics } from '@jiangong/contracts';
import { openKafkaLog } from '@jiangong/service-kit/log/kafka';

const log = await openKafkaLog(process.argv[2]!);
const stopping = new AbortController();
process.on('disconnect', () => stopping.abort());
await log.subscribe({
  group: 'listener',
  topics: [topics.competitions],
  from: [],
  async onRecord({ key }) {
    process.send!({ subject: key, at: Number(process.hrtime.bigint() / 1000n) / 1000 });
  },
  signal: stopping.signal,
});
await log.close();
