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
  'unit-retired': {
    status: 409,
    title: ['单位已停用', 'Unit retired'],
    detail: [
      '“{name}”（{code}）已停用：{reason}；请改用接续的单位，停用有误的可以恢复。',
      '“{name}” ({code}) is retired: {reason}. Use the unit that goes on in its place, or restore it.',
    ],
  },
  'unit-in-use': {
    status: 409,
    title: ['单位仍在使用', 'Unit in use'],
    detail: [
      '“{name}”还有：{uses}。请先退出竞赛、调动人员与队伍、停用所属项目部，再停用。',
      '“{name}” still has: {usesEn}. Withdraw its entries and move its persons, teams and project departments first.',
    ],
  },
  'unit-not-like': {
    status: 422,
    title: ['不能并入该单位', 'Not a unit to merge into'],
    detail: [
      '“{name}”只能并入另一个在用的同类单位；“{into}”不是。',
      '“{name}” can be merged only into another unit of its kind that is in use; “{into}” is not.',
    ],
  },
  'unit-unknown': {
    status: 422,
    title: ['单位未找到', 'Unit not found'],
    detail: [
      '没有编码为“{code}”的单位，或它不在此列；请核对编码。',
      'There is no unit with the code “{code}” here; check the code.',
    ],
  },
  'unit-parent-unknown': {
    status: 422,
    title: ['上级单位尚未登记', 'Parent unit not registered'],
    detail: [
      '没有找到上级单位“{parent}”；请先登记（导入）分支机构，再登记其项目部。',
      'No parent unit “{parent}”; register (or import) the branches first, then their project departments.',
    ],
  },
  'unit-not-a-branch': {
    status: 422,
    title: ['上级单位不是分支机构', 'Parent is not a branch'],
    detail: [
      '只有分支机构可以作项目部的上级；“{parent}”不能作为上级。',
      'Only a branch can be the parent of a project department; “{parent}” cannot be the parent here.',
    ],
  },
  'calendar-faulty': {
    status: 422,
    title: ['放假安排有误', 'Faulty calendar'],
    detail: [
      '{year} 年的放假安排有误：{faults}。请对照公布的文件更正后重新提交。',
      'The calendar of {year} is faulty: {faultsEn}. Compare it with the published document and send it again.',
    ],
  },
  'template-unknown': {
    status: 422,
    title: ['没有这一方案模板', 'No such template'],
    detail: ['没有这个方案模板；可用的模板：{knownZh}。', 'No such template; choose one of: {known}.'],
  },
  'scheme-faulty': {
    status: 422,
    title: ['方案有误，不能发布', 'Scheme has errors'],
    detail: [
      '方案有 {count} 处错误，请按 errors 中列出的各项改正后再发布。',
      'The scheme has {count} errors; fix those listed in `errors`, then publish.',
    ],
  },
  'scheme-unplayable': {
    status: 422,
    title: ['方案无法实施，不能发布', 'Scheme cannot be completed'],
    detail: [
      '按此方案，竞赛有 {count} 处永远无法完成；请按 errors 中列出的各项修改后再发布，草稿仍可保存。',
      'A competition under this scheme could never be closed for {count} reasons; change what `errors` lists, then publish. You can still save the draft.',
    ],
  },
  'scheme-unsupported': {
    status: 422,
    title: ['方案有内容尚不会生效', 'Parts of the scheme have no effect yet'],
    detail: [
      '方案有 {count} 处内容尚不会生效（见 errors）；请修改，或在发布时附上 acceptUnsupported: true 表示知悉。',
      '{count} parts of the scheme have no effect yet (see `errors`); change them, or publish with acceptUnsupported: true.',
    ],
  },
  'scheme-not-drafted': {
    status: 409,
    title: ['没有待发布的草稿', 'No draft to publish'],
    detail: [
      '第 {version} 版已经发布，不能再改；请先保存新的草稿。',
      'Version {version} is published and cannot change; save a new draft first.',
    ],
  },
  'scheme-unpublished': {
    status: 409,
    title: ['方案尚未发布', 'Scheme not published'],
    detail: [
      '赛道“{trackLabel}”所用的方案没有已发布的第 {version} 版；请先发布。',
      'The scheme of track “{trackLabel}” has no published version {version}; publish it first.',
    ],
  },
  'competition-dates': {
    status: 422,
    title: ['日期先后有误', 'Dates out of order'],
    detail: [
      '“{what}”的日期 {from} 至 {to} 先后颠倒，或与上一周期重叠。',
      'The dates of “{whatEn}” ({from} to {to}) are reversed or overlap the previous period.',
    ],
  },
  'competition-track': {
    status: 422,
    title: ['赛道与方案不符', 'Track does not fit its scheme'],
    detail: [
      '赛道“{trackLabel}”重复，或方案中没有；方案的赛道：{knownLabels}。',
      'Track “{trackLabel}” is repeated or not in the scheme, which has: {knownLabels}.',
    ],
  },
  'competition-contest-only': {
    status: 422,
    title: ['该方案只能用于专项比赛', 'Scheme serves contests alone'],
    detail: [
      '赛道“{trackLabel}”的方案有季度竞赛不能实施的内容，请改为公布专项比赛：{parts}。',
      'The scheme of track “{trackLabel}” has parts that the quarterly drive cannot play; announce a contest instead: {partsEn}.',
    ],
  },
  'competition-periods-fixed': {
    status: 409,
    title: ['周期已启用', 'Periods are in use'],
    detail: [
      '竞赛已启动，检查已按原方案和周期建立；方案版本和周期日期只能在启动前更正。',
      'The competition was launched; the dates of its periods and the versions of its schemes can only be corrected before.',
    ],
  },
  'competition-groups': {
    status: 422,
    title: ['组别与方案不符', 'Groups do not fit the scheme'],
    detail: [
      '赛道“{trackLabel}”的组别应为方案所列的：{knownLabels}；现为：{givenLabels}。',
      'Track “{trackLabel}” must have the groups of its scheme: {knownLabels}; given: {givenLabels}.',
    ],
  },
  'competition-periods': {
    status: 422,
    title: ['考核周期与方案不符', 'Periods do not fit the scheme'],
    detail: [
      '赛道“{trackLabel}”的考核周期应与方案完全一致：{knownLabels}；现为：{givenLabels}。',
      'Track “{trackLabel}” must have exactly the periods of its scheme: {knownLabels}; given: {givenLabels}.',
    ],
  },
  'competition-state': {
    status: 409,
    title: ['竞赛状态不允许', 'Not possible in this state'],
    detail: ['竞赛{stateZh}；只有{neededZh}的竞赛可以这样办理。', 'The competition is {state}; it must be {needed}.'],
  },
  'competition-over': {
    status: 409,
    title: ['竞赛已结束', 'The competition is over'],
    detail: ['竞赛{stateZh}，这项操作不再起作用。', 'The competition is {state}; this would have no effect.'],
  },
  'competition-unfinished': {
    status: 409,
    title: ['竞赛尚有未完成事项', 'The competition is not finished'],
    detail: [
      '尚有 {count} 项未完成：{unfinished}。完成后再结束竞赛；不再举办的，请取消竞赛。',
      'Still to be done ({count}): {unfinishedEn}. Close the competition after that, or cancel it if it will not go on.',
    ],
  },
  'entries-not-known-yet': {
    status: 409,
    title: ['报名名单尚未汇齐', 'Entries still arriving'],
    detail: [
      '有 {count} 个参赛单位的最新情况尚未汇入竞赛（{names}）；请稍后重试。',
      'The competition is still waiting for the latest of {count} entries ({names}); retry shortly.',
    ],
  },
  'no-accepted-entries': {
    status: 409,
    title: ['尚无参赛单位', 'No entrants'],
    detail: [
      '还没有已受理的报名；请先受理报名，再启动竞赛。',
      'No entry has been accepted; accept entries before you launch the competition.',
    ],
  },
  'registration-closed': {
    status: 409,
    title: ['不在报名期内', 'Registration is not open'],
    detail: [
      '{on} 不在报名期 {from} 至 {to} 内；如需补报或退出，请由组织者办理。',
      '{on} is outside the registration window ({from} to {to}); ask the organiser to register or withdraw you.',
    ],
  },
  'name-not-approved': {
    status: 422,
    title: ['名称须经批准', 'Name needs an approval'],
    detail: [
      '“{name}”冠以“{claim}”，须经批准；请填写批准文号，或更改名称。',
      '“{name}” says “{claim}”, which needs an approval: give its document number as approval, or choose another name.',
    ],
  },
  'entry-kind': {
    status: 422,
    title: ['单位类别不符', 'Wrong kind of unit'],
    detail: [
      '“{name}”是{kindZh}；赛道“{trackLabel}”只接受：{takesZh}。',
      '“{name}” is a {kind}; track “{trackLabel}” takes: {takes}.',
    ],
  },
  'entry-track': {
    status: 422,
    title: ['没有这一赛道', 'No such track'],
    detail: [
      '竞赛没有这个赛道（{track}）；可选：{knownLabels}。',
      'The competition has no track “{track}”; choose one of: {knownLabels}.',
    ],
  },
  'entry-group': {
    status: 422,
    title: ['组别有误', 'Wrong group'],
    detail: [
      '赛道“{trackLabel}”没有组别“{group}”；可选：{knownLabels}（没有可选的，请不要填写组别）。',
      'Track “{trackLabel}” has no group “{group}”; choose one of: {knownLabels} (if none, omit the group).',
    ],
  },
  'entry-state': {
    status: 409,
    title: ['报名状态不允许', 'Not possible in this state'],
    detail: [
      '“{name}”的报名{stateZh}；只有{neededZh}的报名可以这样办理。',
      'The entry of “{name}” is {state}; it must be {needed}.',
    ],
  },
  'status-not-for-branch': {
    status: 422,
    title: ['该单位没有施工状态', 'No project status here'],
    detail: [
      '“{name}”不是项目部；只有项目部可以登记施工状态。',
      '“{name}” is not a project department; only project departments have a status.',
    ],
  },
  'status-out-of-order': {
    status: 409,
    title: ['状态日期早于前一状态', 'Status before the previous one'],
    detail: [
      '前一状态“{previousZh}”自 {since} 起；新状态的起始日不能早于该日（现为 {from}）。',
      'The previous status “{previous}” starts on {since}; the new one cannot start earlier, on {from}.',
    ],
  },
  'entry-not-decided': {
    status: 409,
    title: ['没有可撤销的处理', 'Nothing to undo'],
    detail: [
      '“{name}”报名后还没有受理、退出或调组，没有可撤销的处理。',
      'Nothing was decided on “{name}” since it was registered, so nothing can be undone.',
    ],
  },
  'status-not-recorded': {
    status: 409,
    title: ['没有这一状态', 'No such status'],
    detail: ['“{name}”没有自 {from} 起的状态；请核对日期。', '“{name}” has no status from {from}; check the date.'],
  },
  'status-not-possible': {
    status: 409,
    title: ['状态先后不合理', 'Impossible order of statuses'],
    detail: [
      '“{previousZh}”（自 {since} 起）之后不能登记为“{statusZh}”；如需更正，请使用同一起始日，录错的可以撤销。',
      '“{status}” cannot follow “{previous}” (from {since}); to correct one, use its start date, or strike it.',
    ],
  },
} as const satisfies Record<string, ProblemDefinition>;
