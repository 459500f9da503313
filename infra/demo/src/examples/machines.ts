// Examples of machines, by hand: a secret that works is never shown.
import type { ApiExample } from '@jiangong/contracts/examples';

const type = 'application/json';
const id = '01942f6e-3b1c-7d52-9d55-0c2b8f4f6a21';
const key = '01942f6e-3b1c-7d52-9d55-0c2b8f4f6a22';
const next = '01942f6e-3b1c-7d52-9d55-0c2b8f4f6a23';
const secret = '（密钥，只显示一次）';
const machine = {
  ...{ machine: id, organisation: '01942f6e-3b1c-7d52-9d55-0c2b8f4f6a12', name: '人力资源系统' },
  scopes: ['hr:read', 'hr:reconcile'],
  keys: [
    { key: next, lastUsedAt: '2025-01-20T02:30:00.000Z' },
    { key, until: '2025-01-21T02:00:00.000Z', lastUsedAt: '2025-01-20T01:58:00.000Z' },
  ],
};

export const written: Record<string, ApiExample> = {
  'POST /token': {
    request: { type, body: { grant_type: 'client_credentials', client_id: id, client_secret: '（密钥）' } },
    answer: {
      ...{ status: '200', type },
      body: { access_token: '（令牌）', token_type: 'Bearer', expires_in: 3600, scope: 'hr:read hr:reconcile' },
    },
  },
  'POST /api/machines': {
    request: { type, body: { name: machine.name, scopes: machine.scopes } },
    answer: { status: '201', type, body: { id, version: 1, secret } },
  },
  'GET /api/machines': { answer: { status: '200', type, body: { items: [machine] } } },
  'GET /api/machines/{id}': { answer: { status: '200', type, body: machine } },
  'POST /api/machines/{id}/rotate': {
    request: { type, body: { overlapHours: 24 } },
    answer: { status: '200', type, body: { id, version: 2, secret } },
  },
  'POST /api/machines/{id}/end': {
    request: { type, body: { reason: '系统下线' } },
    answer: { status: '200', type, body: { id, version: 3 } },
  },
};
