// Examples of passwords and second factors, by hand: no password, secret or code of the year is shown.
import type { ApiExample } from '@jiangong/contracts/examples';

const type = 'application/json';
const id = '01942f6e-3b1c-7d52-9d55-0c2b8f4f6a11';
const userName = 'yijian.safety';
const newPassword = '（您的新密码，至少十个字）';
const deputy = {
  ...{ sub: '01942f6e-3b1c-7d52-9d55-0c2b8f4f6a12', behalf: id, org: '01942f6e-3b1c-7d52-9d55-0c2b8f4f6a13' },
  ...{ roles: ['organiser'], departments: [], units: [], ownUnits: [] },
};
const done = { status: '200', type, body: { done: true } };

export const written: Record<string, ApiExample> = {
  'POST /password': { request: { type, body: { userName, password: '（您的密码）', newPassword } }, answer: done },
  'POST /password-reset': { request: { type, body: { userName, code: '（重设代码）', newPassword } }, answer: done },
  'POST /second-factor': {
    request: { type, body: { userName, password: '（您的密码）' } },
    answer: {
      status: '200',
      type,
      body: { secret: '（密钥）', uri: 'otpauth://totp/（密钥的地址）', qr: '<svg>（二维码）</svg>' },
    },
  },
  'POST /second-factor/confirm': {
    request: { type, body: { userName, password: '（您的密码）', oneTimeCode: '123 456' } },
    answer: { status: '200', type, body: { recoveryCodes: ['（恢复代码，只显示一次）'] } },
  },
  'POST /api/users/{id}/remove-second-factor': {
    request: { type, body: { reason: '手机遗失，已当面核对身份' } },
    answer: { status: '200', type, body: { id, version: 4 } },
  },
  'POST /api/behalf': {
    request: { type, body: { user: id } },
    answer: { status: '200', type, body: { token: '（令牌）', expiresAt: '2025-01-20T14:00:00.000Z', actor: deputy } },
  },
  'POST /api/users/{id}/offer-password-reset': {
    request: { type, body: {} },
    answer: {
      status: '200',
      type,
      body: { id, version: 2, code: '（重设代码，只显示一次）', until: '2025-01-21T02:00:00.000Z' },
    },
  },
};
