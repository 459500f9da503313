// How a Kafka cluster is named: `kafka://[user:password@]host:9092,host:9092[/namespace][?tls=true&ca=<file>&cert=<file>
// &key=<file>&sasl=plain|scram-sha-256|scram-sha-512&grants=binary]`. A namespace goes before the names of topics and groups, so
// that several installations can share a cluster; `grants` says in which mode HR systems read events.
import { readFileSync } from 'node:fs';
import { type EventMode, eventModes } from './kafka-record.ts';

export interface KafkaAddress {
  brokers: string[];
  /** Puts a topic's or group's name into the namespace. */
  named(name: string): string;
  ssl: { ca?: string; cert?: string; key?: string } | undefined;
  sasl: { mechanism: Mechanism; username: string; password: string } | undefined;
  /** Of the topics that carry one noun's events for readers outside. */
  nounMode: EventMode;
}
export type Mechanism = (typeof mechanisms)[number];
const mechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

const form = /^kafka:\/\/(?:([^:@/]*):([^@/]*)@)?([^/?@]+)(?:\/([a-zA-Z0-9._-]*))?(?:\?(.*))?$/;

export function kafkaAddress(url: string): KafkaAddress {
  const [, user, password, hosts, namespace, query] = form.exec(url) ?? [];
  if (!hosts) throw new Error('LOG_URL: kafka://host:9092,host:9092[/namespace][?…]');
  const options = new URLSearchParams(query);
  const file = (name: string) => {
    const path = options.get(name);
    return path ? { [name]: readFileSync(path, 'utf8') } : {};
  };
  const tls = options.get('tls') === 'true' || options.has('ca') || options.has('cert');
  const mechanism = mechanisms.find((known) => known === (options.get('sasl') ?? 'scram-sha-512'));
  if (user !== undefined && !mechanism) throw new Error(`LOG_URL: sasl=${mechanisms.join('|')}`);
  const nounMode = eventModes.find((known) => known === (options.get('grants') ?? 'structured'));
  if (!nounMode) throw new Error(`LOG_URL: grants=${eventModes.join('|')}`);
  return {
    nounMode,
    brokers: hosts.split(',').map((host) => (host.includes(':') ? host : `${host}:9092`)),
    named: (name) => (namespace ? `${namespace}.${name}` : name),
    ssl: tls ? { ...file('ca'), ...file('cert'), ...file('key') } : undefined,
    sasl:
      user !== undefined && mechanism
        ? { mechanism, username: decodeURIComponent(user), password: decodeURIComponent(password ?? '') }
        : undefined,
  };
}
