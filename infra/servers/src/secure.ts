// A local Kafka and MongoDB with their doors locked: TLS by an authority of their own, and a password for who comes in.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Missing, orMissing } from './download.ts';
import { freePort } from './guarded.ts';
import { localKafka } from './kafka.ts';
import { localMongo } from './mongo.ts';
import type { Server } from './server.ts';

const run = promisify(execFile);

export interface SecureServers {
  /** Host and port of the listener that requires TLS and a password. */
  kafka: string;
  mongo: string;
  user: string;
  password: string;
  /** The authority that signed the servers' certificates, and one that did not. */
  ca: string;
  otherCa: string;
  stop(): Promise<void>;
}

/** What the machine lacks instead, unless REQUIRE_SERVERS=1 makes that an error. */
export const secureServers = (): Promise<SecureServers | Missing> => orMissing(started());

async function started(): Promise<SecureServers> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangong-secure-'));
  const [user, password] = ['jiangong', 'a-password-of-the-tests'];
  const [ca, otherCa] = [await authority(folder, 'ca'), await authority(folder, 'other')];
  const both = await signed(folder);
  const secure = await freePort();
  const running: Server[] = [];
  const stop = async () => {
    await Promise.all(running.map((server) => server.stop()));
    await rm(folder, { recursive: true });
  };
  try {
    running.push(
      await localKafka(
        ({ port, controller }) => ({
          listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller},SECURE://127.0.0.1:${secure}`,
          'advertised.listeners': `PLAINTEXT://127.0.0.1:${port},SECURE://127.0.0.1:${secure}`,
          'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SECURE:SASL_SSL',
          'inter.broker.listener.name': 'PLAINTEXT',
          'listener.name.secure.ssl.keystore.type': 'PEM',
          'listener.name.secure.ssl.keystore.location': both,
          'listener.name.secure.sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-512',
          'listener.name.secure.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required user_${user}="${password}";`,
          'listener.name.secure.scram-sha-512.sasl.jaas.config':
            'org.apache.kafka.common.security.scram.ScramLoginModule required;',
        }),
        { formatted: ['--add-scram', `SCRAM-SHA-512=[name=${user},password=${password}]`] },
      ),
    );
    const tls = ['--tlsMode', 'preferTLS', '--tlsCertificateKeyFile', both, '--tlsCAFile', ca];
    const args = ['--auth', ...tls, '--tlsAllowConnectionsWithoutCertificates'];
    const mongo = await localMongo(false, { args, admin: { user, password } });
    running.push(mongo);
    const address = mongo.url.slice('mongodb://'.length);
    return { kafka: `127.0.0.1:${secure}`, mongo: address, user, password, ca, otherCa, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const newKey = ['-newkey', 'rsa:2048', '-nodes'];

/** @returns the file of its certificate */
async function authority(folder: string, name: string): Promise<string> {
  const file = join(folder, `${name}.pem`);
  const key = join(folder, `${name}.key`);
  await run('openssl', ['req', '-x509', ...newKey, '-days', '2', '-subj', `/CN=${name}`, '-keyout', key, '-out', file]);
  return file;
}

/** @returns a file with the key and certificate of this machine, signed by the first authority */
async function signed(folder: string): Promise<string> {
  const file = (name: string) => join(folder, name);
  const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1';
  const options = [
    '-subj',
    '/CN=localhost',
    '-addext',
    names,
    '-keyout',
    file('server.key'),
    '-out',
    file('server.csr'),
  ];
  await run('openssl', ['req', ...newKey, ...options]);
  const by = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-copy_extensions', 'copy'];
  await run('openssl', ['x509', '-req', '-days', '2', '-in', file('server.csr'), ...by, '-out', file('server.pem')]);
  const parts = await Promise.all(['server.key', 'server.pem'].map((name) => readFile(file(name), 'utf8')));
  await writeFile(file('both.pem'), parts.join(''));
  return file('both.pem');
}
