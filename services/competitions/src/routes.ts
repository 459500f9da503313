// How the world reaches units, schemes, competitions and entries.
import { amendUnit, id, registerUnit, roles, unitRegistered } from '@jiangong/contracts';
import { get, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { units } from './views.ts';

const byId = z.object({ id });

export const routes = [
  post('/units', {
    summary: ['登记单位', 'Register a unit'],
    roles: ['organiser'],
    body: registerUnit,
    run: ({ body: { id, ...data }, newId }) => ({ stream: 'unit', id: id ?? newId(), type: 'register', data }),
  }),
  post('/units/:id/amend', {
    summary: ['更正单位名称', 'Amend a unit'],
    roles: ['organiser'],
    params: byId,
    body: amendUnit,
    run: ({ params, body }) => ({ stream: 'unit', id: params.id, type: 'amend', data: body }),
  }),
  get('/units/:id', {
    summary: ['查看单位', 'Read a unit'],
    roles,
    params: byId,
    answer: unitRegistered.data,
    ask: ({ params, read }) => read.get(units, params.id),
    stream: ({ id }) => `unit/${id}`,
  }),
];
