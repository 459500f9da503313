// What the competitions service refuses, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const competitionsProblems = {
  'unit-code-taken': {
    status: 409,
    title: ['单位编码已被使用', 'Unit code taken'],
    detail: [
      '编码 {code} 已属于“{name}”；请核对编码，更名请用“更正单位名称”。',
      'The code {code} belongs to “{name}”; check it, or amend that unit to rename it.',
    ],
  },
  'unit-parent-unknown': {
    status: 422,
    title: ['上级单位尚未登记', 'Parent not registered'],
    detail: [
      '没有编码或编号为“{parent}”的单位；请先登记（导入）分支机构，再登记其项目部。',
      'No unit has the code or id “{parent}”; register (import) the branches first, then their project departments.',
    ],
  },
  'unit-not-a-branch': {
    status: 422,
    title: ['上级单位不是分支机构', 'Parent is not a branch'],
    detail: [
      '只有项目部可以挂在分支机构下；“{parent}”不能作为上级。',
      'Only a project department has a parent, which must be a branch; “{parent}” cannot be one here.',
    ],
  },
  'template-unknown': {
    status: 422,
    title: ['没有这一方案模板', 'No such template'],
    detail: ['没有模板“{template}”，可用：{known}。', 'There is no template “{template}”; there are: {known}.'],
  },
  'scheme-faulty': {
    status: 422,
    title: ['方案有误，不能发布', 'Scheme has faults'],
    detail: [
      '方案有 {count} 处错误，请按 errors 逐项改正后再发布。',
      'The scheme has {count} faults; mend what errors lists, then publish.',
    ],
  },
  'scheme-unplayable': {
    status: 422,
    title: ['方案尚不能实施，不能发布', 'The scheme cannot be played yet'],
    detail: [
      '按此方案，竞赛有 {count} 处将永远不能完成；请按 errors 逐项修改后再发布，草稿仍可保存。',
      'In {count} places a competition by this scheme could never be closed; change what errors lists, then publish. The draft stays.',
    ],
  },
  'scheme-unsupported': {
    status: 422,
    title: ['方案中有内容尚不会生效', 'Parts of the scheme would have no effect yet'],
    detail: [
      '方案有 {count} 处内容尚不会生效（见 errors）；请修改，或在发布时附上 acceptUnsupported: true 表示知悉。',
      '{count} parts of the scheme would be missing (see errors); change them, or publish with acceptUnsupported: true.',
    ],
  },
  'scheme-not-drafted': {
    status: 409,
    title: ['没有待发布的草稿', 'No draft to publish'],
    detail: [
      '第 {version} 版已发布且不再变更；请先保存新草稿。',
      'Version {version} is published and never changes; save a new draft first.',
    ],
  },
  'scheme-unpublished': {
    status: 409,
    title: ['方案尚未发布', 'Scheme not published'],
    detail: [
      '赛道“{track}”所用方案没有已发布的第 {version} 版；请先发布。',
      'The scheme of track “{track}” has no published version {version}; publish it first.',
    ],
  },
  'competition-dates': {
    status: 422,
    title: ['日期先后有误', 'Dates out of order'],
    detail: [
      '“{what}”的日期 {from} 至 {to} 颠倒，或与上一周期重叠。',
      'The dates {from} to {to} of “{what}” are reversed or overlap the period before.',
    ],
  },
  'competition-track': {
    status: 422,
    title: ['赛道与方案不符', 'Track does not fit its scheme'],
    detail: [
      '赛道“{track}”重复，或方案中没有；方案的赛道：{known}。',
      'Track “{track}” is repeated or not in its scheme, whose tracks are: {known}.',
    ],
  },
  'competition-groups': {
    status: 422,
    title: ['组别与方案不符', 'Groups do not fit the scheme'],
    detail: [
      '赛道“{track}”的组别须为方案所列：{known}；给出的是：{given}。',
      'The groups of track “{track}” must be the scheme’s: {known}; given: {given}.',
    ],
  },
  'competition-periods': {
    status: 422,
    title: ['考核周期与方案不符', 'Periods do not fit the scheme'],
    detail: [
      '赛道“{track}”的周期须恰为方案所列：{known}；给出的是：{given}。',
      'The periods of track “{track}” must be exactly the scheme’s: {known}; given: {given}.',
    ],
  },
  'competition-state': {
    status: 409,
    title: ['竞赛状态不允许', 'Not in this state of the competition'],
    detail: [
      '竞赛{stateZh}；只有{neededZh}的竞赛可作此操作。',
      'The competition is “{state}”; this takes a competition that is “{needed}”.',
    ],
  },
  'entries-not-known-yet': {
    status: 409,
    title: ['报名名单尚未汇齐', 'Entries still arriving'],
    detail: [
      '有 {count} 个参赛单位的最新情况尚未汇入竞赛（{names}）；请稍候重试。',
      'The latest of {count} entries has not reached the competition yet ({names}); repeat in a moment.',
    ],
  },
  'no-accepted-entries': {
    status: 409,
    title: ['尚无参赛单位', 'No entrants'],
    detail: [
      '还没有已受理的报名，请先受理报名再启动竞赛。',
      'No entry has been accepted; accept entries before you launch the competition.',
    ],
  },
  'registration-closed': {
    status: 409,
    title: ['不在报名期内', 'Registration is not open'],
    detail: [
      '{on} 不在报名期 {from} 至 {to} 内；如需补报或退出，请由组织者办理。',
      '{on} is outside the registration window {from} to {to}; ask the organiser to enter or withdraw you.',
    ],
  },
  'entry-track': {
    status: 422,
    title: ['没有这一赛道', 'No such track'],
    detail: ['竞赛没有赛道“{track}”，可选：{known}。', 'The competition has no track “{track}”; there are: {known}.'],
  },
  'entry-group': {
    status: 422,
    title: ['组别有误', 'Wrong group'],
    detail: [
      '组别“{group}”不在赛道“{track}”之列；可选：{known}（空则不分组，勿填）。',
      'Track “{track}” has no group “{group}”; choose one of: {known} (none: leave it out).',
    ],
  },
  'entry-state': {
    status: 409,
    title: ['报名状态不允许', 'Not in this state of the entry'],
    detail: [
      '“{name}”的报名{stateZh}；只有{neededZh}的报名可作此操作。',
      'The entry of “{name}” is “{state}”; this takes an entry that is “{needed}”.',
    ],
  },
  'status-not-for-branch': {
    status: 422,
    title: ['该单位没有施工状态', 'No project status here'],
    detail: [
      '“{name}”不是项目部，只有项目部登记施工状态。',
      '“{name}” is not a project department; only projects have a status.',
    ],
  },
  'status-out-of-order': {
    status: 409,
    title: ['状态日期早于前一状态', 'Status before the previous one'],
    detail: [
      '前一状态“{previousZh}”自 {since} 起；新状态的起始日 {from} 不得更早。',
      'The previous status “{previous}” holds from {since}; a new one cannot start earlier, on {from}.',
    ],
  },
  'status-not-possible': {
    status: 409,
    title: ['状态先后不合理', 'Impossible order of statuses'],
    detail: [
      '“{previousZh}”（自 {since} 起）之后不能登记为“{statusZh}”；更正请用同一起始日。',
      '“{status}” cannot follow “{previous}” (from {since}); to correct that one, use the same first day.',
    ],
  },
} as const satisfies Record<string, ProblemDefinition>;
