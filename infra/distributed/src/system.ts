// The whole product as processes: one or several copies of each service, and the console in front of them.
import type { ServiceName } from '@jiangong/contracts';
import { freePorts, type Process, type Settings, type StartOptions, startProcess } from './processes.ts';

export interface SystemOptions {
  storeUrl: string;
  logUrl: string;
  /** Of each service. */
  copies: number;
  /** Behind the console; all of them unless said otherwise. */
  services?: readonly Behind[];
  consoles?: number;
  /** Of the console; 0 picks a free one. */
  port?: number;
  /** Whether what the processes print stays here. */
  quiet?: boolean;
  /** Receives the output of the processes. */
  hear?: ((printed: string) => void) | undefined;
  settings?: Settings;
  /** Modules that every process loads first. */
  preload?: string[];
}
interface Own extends Pick<StartOptions, 'liveAfterMs' | 'dieAfterMs'> {
  settings?: Settings;
}
export interface System {
  /** The single address. */
  url: string;
  consoles: Process[];
  /** The processes of each service. */
  copies: Map<ServiceName, Process[]>;
  /** The first administrator, if this start of the console created one. */
  admin: { userName: string; password: string } | undefined;
  /** Ends one copy, if it has not ended by itself, and starts it again in its place, perhaps in a way of its own. */
  restart(service: ServiceName, copy: number, signal?: NodeJS.Signals, own?: Own): Promise<void>;
  stop(): Promise<void>;
}
const everything = ['competitions', 'quarterly-checks', 'contests', 'studio-alliances', 'awards'] as const;
type Behind = (typeof everything)[number];

export async function startSystem(options: SystemOptions): Promise<System> {
  const { storeUrl, logUrl, copies: count, port = 0, quiet = false, hear, preload = [] } = options;
  const { services: behind = everything, consoles: consoleCount = count } = options;
  const ports = await freePorts(behind.length * count + consoleCount);
  const consolePorts = ports.splice(0, consoleCount).map((free, copy) => (copy === 0 && port ? port : free));
  const at = new Map(behind.map((service) => [service, ports.splice(0, count)]));
  const settings = {
    STORE_URL: storeUrl,
    LOG_URL: logUrl,
    // The Kafka client warns of every topic and group that is not there yet.
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    ...options.settings,
  };
  const addresses = [...at].map(([service, each]) => `${service}=${each.map((port) => `http://127.0.0.1:${port}`)}`);
  const settingsOf = (service: ServiceName): Settings =>
    service === 'console'
      ? { ...settings, SERVICES: addresses.join(';') }
      : { ...settings, JWKS_URL: `http://127.0.0.1:${consolePorts[0]}/jwks` };
  const start = (service: ServiceName, port: number, { settings = {}, ...own }: Own) =>
    startProcess(service, port, { ...settingsOf(service), ...settings }, { quiet, hear, preload, ...own });

  const running: Process[] = [];
  const stop = async () => {
    // The consoles first, so that no request reaches a stopped service.
    await Promise.all(running.filter(({ name }) => name === 'console').map((process) => process.stop()));
    await Promise.all(running.map((process) => process.stop()));
  };
  const begin = async (service: ServiceName, port: number, own: Own = {}) => {
    const process = await start(service, port, own);
    running.push(process);
    return process;
  };
  try {
    // One first, so that it alone prints the first administrator's password and creates what all share.
    const first = await begin('console', consolePorts[0]!);
    const consoles = [first];
    const copies = new Map<ServiceName, Process[]>();
    for (let copy = 0; copy < count; copy += 1) {
      if (copy > 0 && copy < consoleCount) consoles.push(await begin('console', consolePorts[copy]!));
      const started = await Promise.all(behind.map((service) => begin(service, at.get(service)![copy]!)));
      for (const process of started) {
        const name = process.name as ServiceName;
        copies.set(name, [...(copies.get(name) ?? []), process]);
      }
    }
    const [, userName, password] = /first administrator[^\n]*\n\s+(\S+)\n\s+(\S+)\n/.exec(first.printed()) ?? [];
    return {
      url: first.url,
      consoles,
      copies,
      admin: userName && password ? { userName, password } : undefined,
      async restart(service, copy, signal, own) {
        const list = service === 'console' ? consoles : copies.get(service)!;
        const old = list[copy]!;
        await old.stop(signal);
        // Gone from there already if it did not come up again the last time.
        const place = running.indexOf(old);
        if (place >= 0) running.splice(place, 1);
        list[copy] = await begin(service, Number(new URL(old.url).port), own);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
