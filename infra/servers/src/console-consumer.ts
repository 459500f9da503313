// Kafka's own console consumer, from its jars: a reader of events that is none of ours.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { kafkaJars, type Missing, orMissing } from './download.ts';

export interface Read {
  headers: Record<string, string>;
  key: string;
  value: string;
}
const BETWEEN = '\u0001';

/** Everything in a topic, until nothing more comes for a while; or what the machine lacks. */
export async function consoleConsumer(kafkaUrl: string, topic: string): Promise<Read[] | Missing> {
  const jars = await orMissing(kafkaJars());
  if (typeof jars !== 'string') return jars;
  const properties = [
    'print.headers=true',
    'print.key=true',
    `key.separator=${BETWEEN}`,
    `headers.separator=${BETWEEN}`,
  ];
  const child = spawn(
    'java',
    [
      ...['-Xmx256m', '-Dorg.slf4j.simpleLogger.defaultLogLevel=off', '-cp', jars],
      'org.apache.kafka.tools.consumer.ConsoleConsumer',
      ...['--bootstrap-server', kafkaUrl.slice('kafka://'.length), '--topic', topic, '--from-beginning'],
      ...['--timeout-ms', '8000'],
      ...properties.flatMap((property) => ['--formatter-property', property]),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = once(child, 'exit');
  let text = '';
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  for await (const chunk of child.stdout.setEncoding('utf8')) text += chunk;
  await ended;
  const lines = text.split('\n').filter((line) => line.includes(BETWEEN));
  if (lines.length === 0) throw new Error(`the console consumer read nothing: ${said}`);
  return lines.map((line) => {
    const parts = line.split(BETWEEN);
    const [key, value] = parts.splice(-2) as [string, string];
    const headers = parts.map((part) => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)]);
    return { headers: Object.fromEntries(headers), key, value };
  });
}
