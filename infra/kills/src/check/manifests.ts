// The product's services as the checker needs them: their pure functions, and nothing that runs.
import { services } from '@jiangong/all-in-one/src/services.ts';
import type { CloudEvent } from '@jiangong/contracts';
import { sessions } from '@jiangong/service-kit/sessions';
import { views } from '../../../../services/console/src/views.ts';

export interface ViewFunctions {
  name: string;
  events: readonly string[];
  key(event: CloudEvent): string | undefined;
  apply(row: unknown, event: CloudEvent): unknown;
}
export interface DeadlineFunctions {
  name: string;
  events: readonly string[];
  due(event: CloudEvent): { at: string; request: unknown } | undefined;
}
export interface ReactionFunctions {
  event: string;
  react(event: CloudEvent, read: unknown): unknown[] | Promise<unknown[]>;
}
interface Functions {
  name: string;
  views: readonly ViewFunctions[];
  deadlines: readonly DeadlineFunctions[];
  reactions: readonly ReactionFunctions[];
}
const manifests = [
  { name: 'console', views, deadlines: [], reactions: [] },
  ...services,
] as unknown as readonly Functions[];

const manifestOf = (service: string): Functions => {
  const manifest = manifests.find(({ name }) => name === service);
  if (!manifest) throw new Error(`a journal of a service that does not exist: ${service}`);
  return manifest;
};
export const serviceNames = manifests.map(({ name }) => name);
export const viewsOf = (service: string) => [...manifestOf(service).views, sessions as unknown as ViewFunctions];
export const deadlinesOf = (service: string) => manifestOf(service).deadlines;
export const reactionsOf = (service: string) => manifestOf(service).reactions;
