// Users of one organisation from a file: who they are, what they may do, and a first password, which is kept as a hash.
import { label, type Read, refuse, registerUser, role, userName, valueLabels } from '@jiangong/contracts';
import { imports, type Route } from '@jiangong/service-kit';
import { type Breached, passwordFault } from './breached.ts';
import { hashPassword } from './password.ts';
import { hashOf, keepHash, keepPerson, type PrivateStore } from './private-store.ts';
import { userCommand, userId } from './user.ts';
import { departments, scopes } from './views.ts';

/** Each password takes a fifth of a second. */
const MOST = 200;

/** Departments that schemes have: a department of two schemes has the names that both give it. */
async function departmentLabels(read: Read): Promise<Record<string, string[]>> {
  const all = (await read.all(departments)).flatMap((row) => row.departments);
  const byId = Map.groupBy(all, ({ id }) => id);
  return Object.fromEntries([...byId].map(([id, named]) => [id, [...new Set(named.map(({ label }) => label))]]));
}

/** @param store the private rows, once the service has opened */
export function userImport(store: () => Pick<PrivateStore, 'privateRow'>, breached: Breached): Route {
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other, so that people can sign in meanwhile. */
  function hashed(password: string): Promise<string> {
    const next = last.then(() => hashPassword(password));
    last = next.catch(() => {});
    return next;
  }
  return imports('/users/import', {
    summary: ['批量登记用户', 'Import users'],
    roles: ['admin', 'operator'],
    most: MOST,
    columns: [
      {
        key: 'userName',
        label: ['用户名', 'user name'],
        aliases: ['账号', '登录名', '帐号'],
        kind: 'code',
        required: true,
        schema: userName,
        example: 'zhang.san',
      },
      {
        key: 'name',
        label: ['姓名', 'name'],
        aliases: ['名称'],
        kind: 'text',
        required: true,
        schema: label,
        example: '张三',
      },
      {
        key: 'roles',
        label: ['角色', 'roles'],
        kind: 'list',
        required: true,
        labels: valueLabels.role,
        schema: registerUser.shape.roles,
        example: '检查员；审计',
      },
      {
        key: 'departments',
        label: ['负责部门', 'departments'],
        aliases: ['部门'],
        kind: 'list',
        schema: registerUser.shape.departments,
        example: '安全部',
        help: ['检查员评分的部门，名称或代码', 'the departments that a checker scores for'],
      },
      {
        key: 'units',
        label: ['负责单位', 'units'],
        aliases: ['单位', '所属单位'],
        kind: 'list',
        schema: registerUser.shape.units,
        example: 'XM-07；XM-08',
        help: ['参赛单位或联盟负责人的单位、工作室，编码或名称', 'units of an entrant, studios of an alliance leader'],
      },
      {
        key: 'contact',
        label: ['联系方式', 'contact'],
        aliases: ['电话', '手机', '联系电话'],
        kind: 'text',
        schema: registerUser.shape.contact,
      },
      {
        key: 'password',
        label: ['初始密码', 'first password'],
        aliases: ['密码'],
        kind: 'text',
        required: true,
        schema: registerUser.shape.password,
        help: ['至少 10 个字，不能容易猜中', 'at least 10 characters, and not easy to guess'],
      },
    ],
    keyOf: ({ userName }) => userId(userName),
    async labels({ read }) {
      const all = await read.all(scopes);
      const known = await departmentLabels(read);
      return {
        units: Object.fromEntries(
          all.map(({ scope, code, name, shortName }) => [scope, [code, name, ...(shortName ? [shortName] : [])]]),
        ),
        ...(Object.keys(known).length > 0 ? { departments: known } : {}),
      };
    },
    async handle({ userName, name, contact, password, roles, ...duties }, { actor }) {
      const weak = await passwordFault(password, [userName, name], breached());
      if (weak) return weak;
      const user = userId(userName);
      if (await hashOf(store(), user)) return refuse('already-exists', { what: userName });
      return {
        request: userCommand(user, 'register', {
          organisation: actor.org,
          roles: roles.map((each) => role.parse(each)),
          ...duties,
        }),
        privateRows: async () => [
          keepPerson(user, { userName, name, ...(contact ? { contact } : {}) }),
          keepHash(user, await hashed(password)),
        ],
      };
    },
  });
}
