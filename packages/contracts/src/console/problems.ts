// What the console refuses, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const consoleProblems = {
  'wrong-credentials': {
    status: 401,
    title: ['用户名或密码不正确', 'Wrong user name or password'],
    detail: [
      '请核对后重试；忘记密码请联系管理员重设。',
      'Check both and try again; an administrator can set a new password.',
    ],
  },
  'too-many-sign-ins': {
    status: 429,
    title: ['登录尝试过于频繁', 'Too many sign-ins'],
    detail: [
      '请在 {seconds} 秒后重试；忘记密码请联系管理员重设。',
      'Try again in {seconds} s; an administrator can set a new password.',
    ],
  },
  'weak-password': {
    status: 422,
    title: ['密码过于简单', 'The password is too easy to guess'],
    detail: [
      '请按 errors 的说明换一个密码，例如几个不相关的词。',
      'Choose another as errors says, such as a few unrelated words.',
    ],
  },
  'role-needs-scope': {
    status: 422,
    title: ['角色缺少职责范围', 'Role without its scope'],
    detail: [
      '角色“{role}”需要在 {field} 中列明其负责的范围。',
      'The role “{role}” takes at least one of what it answers for, in {field}.',
    ],
  },
  'user-name-fixed': {
    status: 409,
    title: ['用户名不能更改', 'User names stay'],
    detail: [
      '用户名“{userName}”不是该用户登记时的用户名；如需更换，请删除后重新登记。',
      '“{userName}” is not the name this user was registered with; remove the user and register anew to change it.',
    ],
  },
  'operator-only': {
    status: 403,
    title: ['须由运维员办理', 'For operators'],
    detail: [
      '运维员角色及其持有人的账号只能由运维员授予、修改或删除；请联系本系统的运维员。',
      'Only an operator of this installation grants the operator role, or changes the account of somebody who has it.',
    ],
  },
  'own-account': {
    status: 409,
    title: ['不能停用本人的管理身份', 'Not your own account'],
    detail: [
      '为免无人管理，管理员、运维员不能删除自己或取消自己的该角色；请由另一位同样角色的人办理。',
      'So that somebody stays in charge, ask another administrator or operator to remove you or that role of yours.',
    ],
  },
} as const satisfies Record<string, ProblemDefinition>;
