// What the console refuses, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const consoleProblems = {
  'cross-site': {
    status: 403,
    title: ['请求来自其他网站', 'Request from another site'],
    detail: [
      '为保护您的账号，只接受从本系统页面发出的操作；请回到本系统页面重试。',
      'To protect your account, only pages of this system may act with your session; return to them and try again.',
    ],
  },
  'wrong-credentials': {
    status: 401,
    title: ['用户名或密码不正确', 'Wrong user name or password'],
    detail: [
      '请核对后重试；忘记密码可请管理员发一个重设代码。',
      'Check both and try again; an administrator can give you a reset code.',
    ],
  },
  'wrong-reset-code': {
    status: 401,
    title: ['重设代码不正确或已失效', 'Wrong or expired reset code'],
    detail: [
      '请核对用户名和代码；代码只能用一次，一天内有效，可请管理员另发一个。',
      'Check the user name and the code; a code works once and for a day, and an administrator can give another.',
    ],
  },
  'second-factor-needed': {
    status: 401,
    title: ['还需动态口令', 'A one-time code is needed'],
    detail: [
      '请再填手机验证器上的六位动态口令；设备不在身边时填一个恢复代码。',
      'Give the six digits that your authenticator shows, or a recovery code if it is not at hand.',
    ],
  },
  'wrong-second-factor': {
    status: 401,
    title: ['动态口令不正确', 'Wrong one-time code'],
    detail: [
      '请核对手机时间，待验证器换一个动态口令后再试；每个动态口令和恢复代码只能用一次。',
      'Check the clock of your device and wait for its next code; each code and each recovery code works once.',
    ],
  },
  'second-factor-missing': {
    status: 403,
    title: ['须先设置动态口令', 'Set up one-time codes first'],
    detail: [
      '您的角色须用动态口令登录；请在登录页点“设置动态口令”，设好后再登录。',
      'Your role signs in with one-time codes; choose “Set up one-time codes” on the sign-in page, then sign in.',
    ],
  },
  'own-second-factor': {
    status: 409,
    title: ['不能取消自己的动态口令', 'Not your own one-time codes'],
    detail: [
      '如需换设备，请用现有动态口令或恢复代码重新设置；都没有时，请由另一位管理员取消。',
      'To change the device, set up anew with a present code or a recovery code; without either, have another administrator do this.',
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
  'wrong-client': {
    status: 401,
    title: ['接入系统的标识或密钥不正确', 'Wrong client id or secret'],
    detail: [
      '请核对标识和密钥；密钥更换或停用后，请向管理员索取新的。',
      'Check the client id and the secret; if it was rotated or ended, have an administrator give another.',
    ],
  },
  'scope-not-granted': {
    status: 422,
    title: ['超出接入系统的权限', 'Scope not granted'],
    detail: [
      '该系统只有下列权限：{scopes}；请只申请其中的权限，或请管理员另行登记。',
      'This system has only these scopes: {scopes}; request no others, or have it registered anew.',
    ],
  },
  'machine-ended': {
    status: 409,
    title: ['接入系统已停用', 'Machine ended'],
    detail: ['“{name}”已停用；如需恢复接入，请重新登记。', '“{name}” was ended; register it anew to connect it again.'],
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
    title: ['角色缺少职责范围', 'Role needs a scope'],
    detail: [
      '角色“{roleZh}”须在「{fieldZh}」中填写其负责的范围。',
      'The role “{role}” needs at least one entry in “{fieldEn}”.',
    ],
  },
  'user-name-fixed': {
    status: 409,
    title: ['用户名不能更改', 'User name cannot change'],
    detail: [
      '“{userName}”不是该用户登记时的用户名；如需更换，请删除后重新登记。',
      '“{userName}” is not the name this user registered with; to change it, delete the user and register again.',
    ],
  },
  'own-deputy': {
    status: 409,
    title: ['不能代理自己', 'Nobody is their own deputy'],
    detail: ['请另选一位同事作为代理人。', 'Choose a colleague as the deputy.'],
  },
  'deputy-window': {
    status: 422,
    title: ['代理期限不符合规定', 'Not a period for a deputy'],
    detail: [
      '代理期限须自 {today} 或之后起，至起始日或之后止，最长 {days} 天；此处为 {from} 至 {to}。',
      'A deputy acts from {today} or later until the first day or later, for {days} days at most; this is {from} to {to}.',
    ],
  },
  'deputy-passed-on': {
    status: 403,
    title: ['代理不能转托', 'A deputy passes nothing on'],
    detail: [
      '您正在代他人办理；请先切换回本人，再安排自己的代理人。',
      'You act on behalf of somebody else; act as yourself again to arrange your own deputy.',
    ],
  },
  'not-deputy': {
    status: 403,
    title: ['不是其代理人', 'Not a deputy'],
    detail: [
      '对方今天没有请您代理，或代理已结束，或没有可代办的事项。',
      'You are not a deputy of theirs today, or there is nothing that a deputy may do for them.',
    ],
  },
  'robot-address-refused': {
    status: 422,
    title: ['机器人地址不能使用', 'Robot address refused'],
    detail: [
      '请填写群聊中显示的机器人地址；自建的消息平台须由运维员先行放行。',
      'Give the address of the robot as the chat shows it (https); an operator must allow a platform of your own first.',
    ],
  },
  'operator-only': {
    status: 403,
    title: ['须由运维员办理', 'Operators only'],
    detail: [
      '只有本系统的运维员可以授予运维员角色，或修改、删除运维员的账号。',
      'Only an operator of this installation may grant the operator role, or change an operator’s account.',
    ],
  },
  'own-account': {
    status: 409,
    title: ['不能停用自己的管理身份', 'Not your own account'],
    detail: [
      '管理员、运维员不能删除自己的账号，也不能取消自己的该角色；请由另一位同样角色的人办理。',
      'You cannot delete your own account or drop your own administrator or operator role; ask someone else with that role.',
    ],
  },
} as const satisfies Record<string, ProblemDefinition>;
