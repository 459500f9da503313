// A webhook: an address of an HR system that is called with grants as they change. Its secret is a private row.
import { type Command, type EventNamed, type Refusal, refuse, requestsOf, type WebhookView } from '@jiangong/contracts';

type Event = EventNamed<
  | 'webhook-registered'
  | 'webhook-amended'
  | 'webhook-secret-rotated'
  | 'webhook-disabled'
  | 'webhook-enabled'
  | 'webhook-removed'
  | 'webhook-replayed'
>;
type DataOf<T extends Event['type']> = Omit<EventNamed<T>['data'], 'webhook'>;
type WebhookCommand =
  | Command<'register', DataOf<'webhook-registered'>>
  | Command<'amend', DataOf<'webhook-amended'>>
  | Command<'rotate', DataOf<'webhook-secret-rotated'>>
  | Command<'disable', DataOf<'webhook-disabled'>>
  | Command<'enable', Record<string, never>>
  | Command<'remove', Record<string, never>>
  | Command<'replay', DataOf<'webhook-replayed'>>;

export type State = WebhookView | undefined;
export const initial = undefined as State;

export function decide(webhook: State, command: WebhookCommand): Event[] | Refusal {
  const { id } = command;
  if (command.type === 'register')
    return webhook
      ? refuse('already-exists', { what: webhook.name })
      : [{ type: 'webhook-registered', data: { webhook: id, ...command.data } }];
  if (!webhook) return refuse('not-found', { what: id });
  if (command.type === 'remove')
    return webhook.state === 'removed' ? [] : [{ type: 'webhook-removed', data: { webhook: id } }];
  if (webhook.state === 'removed') return refuse('webhook-removed');
  switch (command.type) {
    case 'amend':
      return [{ type: 'webhook-amended', data: { webhook: id, ...command.data } }];
    case 'rotate':
      if (webhook.form === 'successfactors') return refuse('webhook-account');
      return [{ type: 'webhook-secret-rotated', data: { webhook: id, ...command.data } }];
    case 'disable':
      return webhook.state === 'disabled' ? [] : [{ type: 'webhook-disabled', data: { webhook: id, ...command.data } }];
    case 'enable':
      return webhook.state === 'active' ? [] : [{ type: 'webhook-enabled', data: { webhook: id } }];
    case 'replay':
      if (webhook.state === 'disabled') return refuse('webhook-disabled');
      return [{ type: 'webhook-replayed', data: { webhook: id, ...command.data } }];
    default:
      return command satisfies never;
  }
}

export function evolve(webhook: State, event: Event): State {
  if (event.type === 'webhook-registered') {
    const { after: _, ...head } = event.data;
    return { ...head, state: 'active' };
  }
  if (!webhook) throw new Error('a webhook was changed before it was registered');
  const { cause: _, reason: __, ...plain } = webhook;
  switch (event.type) {
    case 'webhook-amended':
      return { ...webhook, ...event.data };
    case 'webhook-disabled': {
      const { cause, reason } = event.data;
      return { ...plain, state: 'disabled', cause, ...(reason === undefined ? {} : { reason }) };
    }
    case 'webhook-enabled':
      return { ...plain, state: 'active' };
    case 'webhook-removed':
      return { ...plain, state: 'removed' };
    case 'webhook-secret-rotated':
    case 'webhook-replayed':
      return webhook;
    default:
      return event satisfies never;
  }
}

/** Makes requests of this noun. */
export const webhookCommand = requestsOf<WebhookCommand>('webhook');
