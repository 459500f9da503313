// The Kafka client's settings, from the log's URL.
import { type KafkaConfig, logLevel } from 'kafkajs';
import { kafkaAddress } from './kafka-url.ts';

/** @param onWarning hears what the client says of the cluster */
export function kafkaConnection(url: string, onWarning?: (text: string, details: unknown) => void) {
  const { brokers, named, ssl, sasl, nounMode } = kafkaAddress(url);
  const connection: KafkaConfig = {
    clientId: named('jiangong'),
    brokers,
    connectionTimeout: 3000,
    requestTimeout: 15_000,
    ...(ssl ? { ssl } : {}),
    ...(sasl ? { sasl: sasl as NonNullable<KafkaConfig['sasl']> } : {}),
    logLevel: onWarning ? logLevel.WARN : logLevel.NOTHING,
    logCreator: () => (entry) => onWarning?.(entry.log.message, entry.log),
    // Always said, since NODE_ENV changes the defaults.
    retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 1000 },
  };
  return { connection, named, nounMode };
}
