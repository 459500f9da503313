// Routes of notifications: everybody's own settings, the robots of an organisation, and the record of what was sent.
import {
  digestView,
  id,
  refuse,
  registerRobot,
  removeRobot,
  robotView,
  roles,
  setNotifications,
} from '@jiangong/contracts';
import { get, pageOf, paging, post, type Route } from '@jiangong/service-kit';
import { z } from 'zod';
import { postman } from './background/postman.ts';
import { isOfKind } from './background/robots.ts';
import { keepNotifications, keepRobotAddress, notificationsOf, type PrivateStore } from './private-store.ts';
import { robotCommand } from './robot.ts';
import { tables } from './tables.ts';
import { userCommand } from './user.ts';
import { digests, robots } from './views.ts';

const byId = z.object({ id });

/** @param store the private rows, once the service has opened */
export function notificationRoutes(store: () => Pick<PrivateStore, 'privateRow'>): Route[] {
  return [
    get('/me/notifications', {
      summary: ['查看本人的提醒设置', 'Read one’s own notification settings'],
      roles,
      answer: setNotifications,
      query: ({ actor }) => notificationsOf(store(), actor.sub),
    }),
    post('/me/notifications', {
      summary: ['设定本人的邮箱与免打扰时段', 'Set one’s own e-mail address and quiet hours'],
      roles,
      body: setNotifications,
      handle: ({ actor, body }) => ({
        request: userCommand(actor.sub, 'set-notifications', {}),
        privateRows: [keepNotifications(actor.sub, body)],
      }),
    }),
    get('/robots', {
      summary: ['群机器人列表', 'List robots of group chats'],
      roles: ['organiser', 'admin', 'auditor'],
      querystring: z.object(paging),
      answer: pageOf(robotView),
      query: ({ query: { cursor, limit }, read }) => read.page(robots, {}, { after: cursor, limit }),
      table: tables.robots,
    }),
    post('/robots', {
      summary: [
        '登记群机器人（地址与密钥不再显示）',
        'Register a robot of a group chat; its address is not shown again',
      ],
      roles: ['organiser', 'admin'],
      body: registerRobot,
      handle({ body: { kind, name, url, secret }, newId, companion }) {
        if (!isOfKind(kind, url, companion(postman).hasOwnAddresses())) return refuse('robot-address-refused');
        const robot = newId();
        const request = robotCommand(robot, 'register', { kind, name });
        return { request, privateRows: [keepRobotAddress(robot, { url, ...(secret ? { secret } : {}) })] };
      },
    }),
    post('/robots/:id/remove', {
      summary: ['停用群机器人', 'Remove a robot of a group chat'],
      roles: ['organiser', 'admin'],
      params: byId,
      body: removeRobot,
      handle: ({ params, body }) => ({
        request: robotCommand(params.id, 'remove', body),
        privateRows: [keepRobotAddress(params.id, undefined)],
      }),
    }),
    get('/digests', {
      summary: ['提醒发送记录', 'List what was sent to whom'],
      roles: ['organiser', 'admin', 'auditor'],
      querystring: z.object(paging),
      answer: pageOf(digestView),
      async query({ query: { cursor, limit }, read }) {
        const { items, ...next } = await read.page(digests, {}, { after: cursor, limit });
        return { items: items.map((row) => ({ ...row, lines: row.items.length })), ...next };
      },
      table: tables.digests,
    }),
  ];
}
