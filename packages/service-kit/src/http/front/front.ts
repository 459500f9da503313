// The single address: operators' requests go to every service behind it and are answered as of one installation.
import { refuse, resources, type ServiceName } from '@jiangong/contracts';
import type { Logger } from 'pino';
import { Refused } from '../problem.ts';
import type { Fronted } from './copies.ts';
import { isMetrics, mergedMetrics } from './merged-metrics.ts';

/** What `/ops/status` says of one service. */
export interface ServiceStatus {
  service: string;
  pending: number;
  oldestPending?: string;
  lag: number;
  stopped: { stream: string; reason: string }[];
  parked: number;
  /** Processes that answer and that do not, where a service runs behind a single address. */
  copies?: { up: number; down: string[] };
}
type Authorization = string | undefined;
interface CopyAnswer {
  service: ServiceName;
  url: string;
  /** Undefined if it did not answer. */
  status: number | undefined;
  text: string;
}
const PATIENCE_MS = 5000;
export type Front = ReturnType<typeof frontOf>;

export function frontOf(fronted: Fronted, logger: Logger) {
  async function fetchFrom(
    service: ServiceName,
    url: string,
    path: string,
    init: RequestInit = {},
  ): Promise<CopyAnswer> {
    try {
      const answer = await fetch(url + path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
      return { service, url, status: answer.status, text: await answer.text() };
    } catch (error) {
      const { message, cause } = error as Error;
      return { service, url, status: undefined, text: (cause as Error | undefined)?.message ?? message };
    }
  }
  const headersOf = (authorization: Authorization) => ({ headers: authorization ? { authorization } : {} });
  const all = (path: string, authorization?: Authorization) =>
    Promise.all(
      [...fronted].flatMap(([name, { urls }]) =>
        urls.map((url) => fetchFrom(name, url, path, headersOf(authorization))),
      ),
    );
  /** The answer of the first copy that gives one. */
  async function one(service: ServiceName, path: string, init: RequestInit): Promise<CopyAnswer | undefined> {
    const copies = fronted.get(service);
    for (const url of copies?.inTurn() ?? []) {
      const answers = await fetchFrom(service, url, path, init);
      if (answers.status !== undefined && answers.status !== 503) return answers;
      copies?.failed(url);
    }
    return undefined;
  }

  const reasons = new Map<string, string | undefined>();
  /** Once for each change: a log that says it at every reading says nothing. */
  function noteReason({ service, url, reason }: { service: ServiceName; url: string; reason: string | undefined }) {
    if (reasons.get(url) === reason) return;
    reasons.set(url, reason);
    if (reason) logger.warn({ service, url, reason }, '未取得该进程的指标 / this process does not give its figures');
    else logger.info({ service, url }, '已取得该进程的指标 / this process gives its figures again');
  }

  return {
    fronted,
    /**
     * What is wrong behind this address: services of which no copy is healthy, with what each copy says; copies that
     * are another service; services that run nowhere.
     * @param here the services of this process
     */
    async faults(here: readonly ServiceName[], authorization: Authorization): Promise<Record<string, string>> {
      const answers = (await all('/health', authorization)).map((answer) => ({ ...answer, is: servicesOf(answer) }));
      const faults: Record<string, string> = {};
      for (const name of Object.keys(resources) as ServiceName[])
        if (!here.includes(name) && !fronted.has(name)) faults[name] = NOWHERE;
      for (const { service, url, is } of answers)
        if (is && !is.includes(service)) faults[`${service} ${url}`] = another(is);
      for (const name of fronted.keys()) {
        const copies = answers.filter(({ service, is }) => service === name && (!is || is.includes(name)));
        if (copies.some(({ status }) => status === 200)) continue;
        if (fronted.get(name)!.urls.length === 0) faults[name] = NO_COPY;
        for (const { url, text } of copies) faults[`${name} ${url}`] = text;
      }
      return faults;
    },
    async status(authorization: Authorization): Promise<ServiceStatus[]> {
      const answers = await all('/ops/status', authorization);
      return [...fronted.keys()].map((name) => {
        const copies = answers.filter(({ service }) => service === name);
        const seen = copies
          .filter(({ status }) => status === 200)
          .flatMap(({ text }) => (JSON.parse(text) as { services: ServiceStatus[] }).services);
        const down = copies.filter(({ status }) => status !== 200).map(({ url }) => url);
        const oldest = seen.flatMap(({ oldestPending = [] }) => oldestPending).sort()[0];
        const most = (figure: (status: ServiceStatus) => number) => Math.max(0, ...seen.map(figure));
        return {
          service: name,
          pending: most(({ pending }) => pending),
          ...(oldest ? { oldestPending: oldest } : {}),
          lag: most(({ lag }) => lag),
          stopped: seen.flatMap(({ stopped }) => stopped),
          parked: most(({ parked }) => parked),
          copies: { up: copies.length - down.length, down },
        };
      });
    },
    async parked(authorization: Authorization): Promise<object[]> {
      const lists = await Promise.all(
        [...fronted.keys()].map(async (name) => {
          const answers = await one(name, '/ops/parked', headersOf(authorization));
          if (answers?.status !== 200) throw new Refused(refuse('busy'));
          return (JSON.parse(answers.text) as { items: object[] }).items;
        }),
      );
      return lists.flat();
    },
    /** What a copy of the service answers to the same request; undefined if nobody here is that service. */
    async sent(
      service: string | undefined,
      {
        method,
        url,
        authorization,
        body,
      }: { method: string; url: string; authorization: Authorization; body?: object },
    ): Promise<{ status: number; body: unknown } | undefined> {
      if (service === undefined || !fronted.has(service as ServiceName)) return undefined;
      const answers = await one(service as ServiceName, url, {
        method,
        headers: { ...headersOf(authorization).headers, ...(body ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      if (!answers) throw new Refused(refuse('busy'));
      return { status: answers.status!, body: JSON.parse(answers.text) };
    },
    /** Everybody's figures as one text, each with the process it is of; a copy that does not give its own is named. */
    async metrics(own: Promise<string>, authorization: Authorization): Promise<string> {
      const answers = await all('/metrics', authorization);
      const copies = answers.map(({ service, url, status, text }) => ({
        service,
        url,
        text,
        reason: reasonOf(status, text),
      }));
      for (const copy of copies) noteReason(copy);
      return mergedMetrics([
        { process: 'console', text: (await own) + figuresOf(copies) },
        ...copies.filter(({ reason }) => !reason).map(({ url, text }) => ({ process: url, text })),
      ]);
    },
    /** Adds the paths of every service to the interface description of this process. */
    async described(own: Record<string, unknown>): Promise<Record<string, unknown>> {
      const answers = await Promise.all([...fronted.keys()].map((name) => one(name, '/docs/json', {})));
      const paths = answers.map((each) => (each?.status === 200 ? (JSON.parse(each.text).paths as object) : {}));
      return { ...own, paths: Object.assign({}, ...paths, own.paths) };
    },
  };
}

const NOWHERE = '未列入 SERVICES / not named in SERVICES';
const NO_COPY = '没有找到任何进程 / no copy was found';
const another = (services: readonly string[]) =>
  `此地址上是 ${services.join(', ')} / at this address is ${services.join(', ')}`;

/** The services that a copy says it is; undefined if it gave no such answer. */
function servicesOf({ text }: CopyAnswer): string[] | undefined {
  try {
    const { services } = JSON.parse(text) as { services?: unknown };
    return Array.isArray(services) ? services.map(String) : undefined;
  } catch {
    return undefined;
  }
}

/** Why a copy's figures are missing; undefined if they are not. */
function reasonOf(status: number | undefined, text: string): string | undefined {
  if (status === undefined) return 'unreachable';
  if (status === 401 || status === 403) return 'token-refused';
  if (status !== 200) return `status-${status}`;
  return isMetrics(text) ? undefined : 'unreadable';
}

function figuresOf(copies: readonly { service: ServiceName; url: string; reason: string | undefined }[]): string {
  const down = copies.filter(({ reason }) => reason);
  return [
    '# HELP jiangong_up Whether a copy named in SERVICES gives its figures',
    '# TYPE jiangong_up gauge',
    ...copies.map(({ service, url, reason }) => `jiangong_up{service="${service}",copy="${url}"} ${reason ? 0 : 1}`),
    '# HELP jiangong_down Why a copy does not give its figures',
    '# TYPE jiangong_down gauge',
    ...down.map(({ service, url, reason }) => `jiangong_down{service="${service}",copy="${url}",reason="${reason}"} 1`),
    '',
  ].join('\n');
}
