// What readers see of organisations and users; fed by events, one stream to a row.
import type { EventNamed, View } from '@jiangong/contracts';
import { z } from 'zod';
import { type Digest, type DigestEvent, evolve as evolveDigest } from './digest.ts';
import { evolve, type Machine, type MachineEvent } from './machine.ts';
import { evolve as evolveRobot, type Robot, type RobotEvent } from './robot.ts';

export type OrganisationRow = EventNamed<'organisation-amended'>['data'];
export const organisations: View<OrganisationRow, EventNamed<'organisation-registered' | 'organisation-amended'>> = {
  name: 'organisations',
  events: ['organisation-registered', 'organisation-amended'],
  key: (event) => event.data.organisation,
  apply: (_, event) => event.data,
  index: ['code'],
};

export type UserRow = EventNamed<'user-registered'>['data'] & { secondFactor?: true };
type UserEvent = 'user-registered' | 'user-amended' | 'user-removed' | 'second-factor-set' | 'second-factor-removed';
export const users: View<UserRow, EventNamed<UserEvent>> = {
  name: 'users',
  events: ['user-registered', 'user-amended', 'user-removed', 'second-factor-set', 'second-factor-removed'],
  key: (event) => event.data.user,
  apply(row, event) {
    switch (event.type) {
      case 'user-registered':
        return event.data;
      case 'user-amended':
        return { ...event.data, ...(row?.secondFactor ? { secondFactor: true as const } : {}) };
      case 'user-removed':
        return undefined;
      case 'second-factor-set':
        return row && { ...row, secondFactor: true as const };
      case 'second-factor-removed': {
        if (!row) return undefined;
        const { secondFactor: _, ...rest } = row;
        return rest;
      }
      default:
        return event satisfies never;
    }
  },
  index: ['organisation'],
  revision: 3,
};

type Appointed = EventNamed<'deputy-appointed'>['data'];
export type DeputyRow = Appointed & { ended?: { reason?: string | undefined; by: string } };
export const deputies: View<DeputyRow, EventNamed<'deputy-appointed' | 'deputy-ended'>> = {
  name: 'deputies',
  events: ['deputy-appointed', 'deputy-ended'],
  key: (event) => event.data.deputyship,
  apply(row, event) {
    if (event.type === 'deputy-appointed') return event.data;
    const { reason, by } = event.data;
    return row && { ...row, ended: { ...(reason ? { reason } : {}), by } };
  },
  index: ['organisation', 'user', 'deputy'],
};

/** Units and studios that users act for, as people call them. */
export interface ScopeRow {
  scope: string;
  code: string;
  name: string;
  shortName?: string;
}
export const scopes: View<
  ScopeRow,
  EventNamed<'unit-registered' | 'unit-amended' | 'studio-registered' | 'studio-amended'>
> = {
  name: 'scopes',
  events: ['unit-registered', 'unit-amended', 'studio-registered', 'studio-amended'],
  key: ({ data }) => ('unit' in data ? data.unit : data.studio),
  apply(_, { data }) {
    const { code, name } = data;
    return 'unit' in data
      ? { scope: data.unit, code, name, shortName: data.shortName }
      : { scope: data.studio, code, name };
  },
};

const named = z.object({ id: z.string(), label: z.union([z.string(), z.object({ zh: z.string() })]) });
const withDepartments = z.object({ departments: z.array(named).default([]) });

/** The departments of each scheme's last published version. */
export interface DepartmentsRow {
  departments: { id: string; label: string }[];
}
export const departments: View<DepartmentsRow, EventNamed<'scheme-published'>> = {
  name: 'departments',
  events: ['scheme-published'],
  key: ({ data }) => data.scheme,
  apply(_, { data }) {
    const { departments } = withDepartments.parse(data.body);
    return {
      departments: departments.map(({ id, label }) => ({ id, label: typeof label === 'string' ? label : label.zh })),
    };
  },
};

export const machines: View<Machine, MachineEvent> = {
  name: 'machines',
  events: ['machine-registered', 'machine-secret-rotated', 'machine-ended'],
  key: (event) => event.data.machine,
  apply: evolve,
};

export const robots: View<Robot, RobotEvent> = {
  name: 'robots',
  events: ['robot-registered', 'robot-removed'],
  key: (event) => event.data.robot,
  apply: (row, event) => evolveRobot(row, event),
  index: ['organisation', 'state', ['organisation', 'state']],
};

export type DigestRow = Digest & { digest: string };
export const digests: View<DigestRow, DigestEvent> = {
  name: 'digests',
  events: ['digest-item-added', 'digest-settled'],
  key: (event) => event.data.digest,
  apply(row, event) {
    const digest = evolveDigest(row, event);
    return digest && { ...digest, digest: event.data.digest };
  },
  index: ['state', ['state', 'at']],
};

export const views = [organisations, users, deputies, scopes, departments, machines, robots, digests];
