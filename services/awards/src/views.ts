// What readers see of lists, notices, objections, decisions and grants; fed by events, one stream to a row.
import type {
  AwardListView,
  CertificateLayout,
  decisionView,
  EventNamed,
  Filter,
  Grant,
  HrRow,
  noticeView,
  objectionView,
  Read,
  Recipient,
  View,
  WebhookView,
} from '@jiangong/contracts';
import type { z } from 'zod';
import * as awardList from './award-list.ts';
import * as decision from './decision.ts';
import * as notice from './notice.ts';
import * as objection from './objection.ts';
import * as webhook from './webhook.ts';

type Webhook = Parameters<typeof webhook.evolve>[1];
type Fed<N extends { evolve: (state: never, event: never) => unknown }> = Parameters<N['evolve']>[1];

/** A list's row is its state: what the committee decides by is what readers see. */
export const awardLists: View<AwardListView, Fed<typeof awardList>> = {
  name: 'award-lists',
  events: [
    'award-list-drafted',
    'candidates-added',
    'candidate-removed',
    'candidate-recommended',
    'honour-named',
    'honour-approved',
    'tie-resolved',
    'award-list-reviewed',
    'tie-reopened',
    'award-list-returned',
    'award-list-notice-declined',
    'award-list-published',
    'award-list-notice-lengthened',
    'candidate-held',
    'candidate-released',
    'candidate-struck',
    'eligibility-overridden',
    'candidates-barred',
    'awards-decided',
    'evaluation-revision-noted',
    'evaluation-revision-acknowledged',
    'award-list-voted',
    'award-list-papers-set',
  ],
  revision: 3,
  key: (event) => event.data.list,
  apply: awardList.evolve,
  index: ['kind', 'year', 'competition'],
};
/** `org`: whose names the public reads. */
export type NoticeRow = z.infer<typeof noticeView> & { org: string };
export const notices: View<NoticeRow, Fed<typeof notice>> = {
  name: 'notices',
  events: ['notice-published', 'notice-continued', 'notice-lengthened', 'notice-ended', 'notice-withdrawn'],
  key: (event) => event.data.notice,
  revision: 2,
  apply: (row, event) => ({ ...notice.evolve(row, event)!, org: event.org }),
  index: ['list'],
};
export const objections: View<z.infer<typeof objectionView>, Fed<typeof objection>> = {
  name: 'objections',
  events: ['objection-filed', 'objection-answered', 'objection-decided'],
  key: (event) => event.data.objection,
  apply: objection.evolve,
  index: ['list', 'candidate', 'status'],
};
export const decisions: View<z.infer<typeof decisionView>, Fed<typeof decision>> = {
  name: 'decisions',
  events: ['decision-issued', 'decision-revoked'],
  key: (event) => event.data.decision,
  apply: decision.evolve,
  index: ['list', 'year'],
};

type GrantEvent = EventNamed<'award-granted' | 'award-corrected' | 'award-revoked'>;
/** `former`: who had it before a correction gave it to another, and when that was. */
export type GrantRow = Grant & {
  honourCode: string;
  recipientId: string;
  recordedAt: string;
  former?: { recipient: Recipient; until: string }[];
};
/** Every grant as it stands now. */
export const grants: View<GrantRow, GrantEvent> = {
  name: 'grants',
  events: ['award-granted', 'award-corrected', 'award-revoked'],
  key: (event) => event.data.grant,
  apply(row, { time, data }) {
    const { formerRecipient: recipient } = data;
    const moved = recipient ? [{ recipient, until: feedTime(time) }] : [];
    const former = [...(row?.former ?? []), ...moved];
    return {
      ...data,
      honourCode: data.honour.code,
      recipientId: data.recipient.id,
      recordedAt: feedTime(time),
      ...(former.length > 0 ? { former } : {}),
    };
  },
  revision: 3,
  index: ['year', 'status', 'decision', 'honourCode', 'recipientId'],
};

/** Every grant that matches as it stands, page by page. */
export async function* grantsOf(read: Read, filter: Filter<GrantRow>): AsyncGenerator<GrantRow[]> {
  for (let after: string | undefined; ; ) {
    const { items, next } = await read.page(grants, filter, { after, limit: 500 });
    if (items.length > 0) yield items;
    if (next === undefined) return;
    after = next;
  }
}

/** Sorts by time; grant and revision make it the key of one row. */
const feedKey = (row: Pick<HrRow, 'recordedAt' | 'grant' | 'revision'>) =>
  `${row.recordedAt}/${row.grant}/${String(row.revision).padStart(6, '0')}`;
/** One time always in one spelling, so that keys sort as time does. */
export const feedTime = (instant: string) => new Date(instant).toISOString();

/** Every revision of every grant, numbered as it became visible. */
export const hrFeed: View<HrRow, GrantEvent> = {
  name: 'hr-feed',
  events: ['award-granted', 'award-corrected', 'award-revoked'],
  key: ({ time, data }) => feedKey({ ...data, recordedAt: feedTime(time) }),
  apply: (_, { time, data }) => hrRowOf(data, feedTime(time)),
  numbered: true,
};
export function hrRowOf({ honour, recipient, formerRecipient: former, ...grant }: Grant, recordedAt: string): HrRow {
  return {
    ...grant,
    recordedAt,
    honourCode: honour.code,
    honourName: honour.name,
    shortName: honour.shortName,
    level: honour.level,
    recipientType: recipient.type,
    recipientId: recipient.id,
    ...(recipient.externalId === undefined ? {} : { externalId: recipient.externalId }),
    ...(recipient.name === undefined ? {} : { recipientName: recipient.name }),
    ...(recipient.unit === undefined ? {} : { recipientUnit: recipient.unit }),
    ...(recipient.members === undefined ? {} : { members: recipient.members }),
    ...(former ? { formerRecipientId: former.id } : {}),
    ...(former?.externalId ? { formerExternalId: former.externalId } : {}),
  };
}

/** How certificates look. */
export const certificateLayouts: View<CertificateLayout, EventNamed<'certificate-layout-set'>> = {
  name: 'certificate-layouts',
  events: ['certificate-layout-set'],
  key: ({ data }) => data.layout,
  apply: (_, { data }) => data,
};

export type WebhookRow = WebhookView & { org: string };
export const webhooks: View<WebhookRow, EventNamed<Webhook['type']>> = {
  name: 'webhooks',
  events: [
    'webhook-registered',
    'webhook-amended',
    'webhook-disabled',
    'webhook-enabled',
    'webhook-removed',
    'webhook-secret-rotated',
    'webhook-replayed',
  ],
  key: ({ data }) => data.webhook,
  apply: (row, event) => ({ ...webhook.evolve(row, event)!, org: event.org }),
  index: ['state'],
};
