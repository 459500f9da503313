// The lists of the console as tables.
import {
  type checkerView,
  type deputyView,
  type digestView,
  type machineView,
  type organisationView,
  type robotView,
  type userView,
  valueLabels,
} from '@jiangong/contracts';
import { listTable } from '@jiangong/service-kit';
import type { z } from 'zod';

export const tables = {
  organisations: listTable<z.infer<typeof organisationView>>('组织', [
    ['编码', ({ code }) => code],
    ['名称', ({ name }) => name],
  ]),
  /** How to reach a person stays on the page. */
  users: listTable<z.infer<typeof userView>>('用户', [
    ['用户名', ({ userName }) => userName],
    ['姓名', ({ name }) => name],
    ['角色', ({ roles }) => roles.map((role) => valueLabels.role[role]).join('、')],
    ['负责单位数', ({ units }) => units.length],
  ]),
  checkers: listTable<z.infer<typeof checkerView>>('检查员', [
    ['姓名', ({ name }) => name],
    ['负责单位数', ({ units }) => units.length],
  ]),
  deputies: listTable<z.infer<typeof deputyView>>('代理安排', [
    ['被代理人', ({ userName }) => userName],
    ['代理人', ({ deputyName }) => deputyName],
    ['开始日期', ({ from }) => from, 'date'],
    ['结束日期', ({ to }) => to, 'date'],
  ]),
  machines: listTable<z.infer<typeof machineView>>('接入系统', [
    ['名称', ({ name }) => name],
    ['权限', ({ scopes }) => scopes.map((scope) => valueLabels.scope[scope]).join('、')],
    ['最近使用', ({ keys }) => keys[0]?.lastUsedAt, 'date'],
    ['停用原因', ({ ended }) => ended],
  ]),
  robots: listTable<z.infer<typeof robotView>>('群机器人', [
    ['名称', ({ name }) => name],
    ['种类', ({ kind }) => valueLabels.robot[kind]],
    ['停用原因', ({ removed }) => removed],
  ]),
  digests: listTable<z.infer<typeof digestView>>('提醒发送记录', [
    ['日期', ({ at }) => at, 'date'],
    ['收件方', ({ to }) => ({ user: '个人', robot: '群机器人' })[to.kind]],
    ['事项数', ({ lines }) => lines],
    ['状态', ({ state }) => ({ waiting: '待发送', settled: '已处理' })[state]],
  ]),
};
