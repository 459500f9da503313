// What is refused about persons and teams. No sentence and no parameter has a name or an employee number: problems are logged.
import type { ProblemDefinition } from '../problem.ts';

export const personProblems = {
  'person-known': {
    status: 409,
    title: ['该工号已登记', 'Employee number registered already'],
    detail: [
      '本组织已有此工号的人员；更改姓名、岗位或单位请使用相应操作。',
      'A person with this employee number is registered; amend or move that person instead.',
    ],
  },
  'person-erased': {
    status: 409,
    title: ['该人员信息已删除', 'Person erased'],
    detail: [
      '该人员的姓名与工号已按要求删除，不再接收更新；如本人重新入职，请用“登记人员”重新登记。',
      'Name and employee number of this person were erased, so updates are refused; register the person anew after a return.',
    ],
  },
  'person-revision-older': {
    status: 409,
    title: ['版次较旧，未作更改', 'Older revision ignored'],
    detail: [
      '已登记的版次为 {current}，收到的版次 {given} 较旧，已忽略，未作更改。',
      'Revision {current} is known; the older revision {given} was ignored and nothing changed.',
    ],
  },
  'person-revision-unreadable': {
    status: 422,
    title: ['版次不是整数', 'Revision is no whole number'],
    detail: ['「版次」应为不小于 0 的整数，或留空。', 'The revision must be a whole number from 0 on, or empty.'],
  },
  'person-unknown': {
    status: 422,
    title: ['人员未登记', 'Person not registered'],
    detail: [
      '所列人员中有本组织未登记的，或其信息已删除；请先登记人员。',
      'One of the persons is not registered in this organisation, or was erased; register persons first.',
    ],
  },
  'person-left-already': {
    status: 409,
    title: ['该人员已离职', 'Person has left'],
    detail: [
      '该人员已于 {to} 离职；如重新入职，请先变动单位。',
      'The person left on {to}; after a return, move the person.',
    ],
  },
  'person-unit-unknown': {
    status: 422,
    title: ['单位未登记', 'Unit not registered'],
    detail: [
      '所列单位未在本组织登记；请先登记单位。',
      'The unit is not registered in this organisation; register it first.',
    ],
  },
  'dates-reversed': {
    status: 422,
    title: ['日期先后颠倒', 'Dates reversed'],
    detail: [
      '结束日期 {to} 早于开始日期 {from}；请更正。',
      'The end date {to} is before the start date {from}; correct them.',
    ],
  },
  'team-code-taken': {
    status: 409,
    title: ['队伍编码已被使用', 'Team code taken'],
    detail: ['编码 {code} 已属于队伍“{name}”；请核对编码。', 'The code {code} belongs to the team “{name}”; check it.'],
  },
  'team-member-already': {
    status: 409,
    title: ['已是队员', 'Member already'],
    detail: [
      '该人员在 {from} 起的时间内已是该队队员；请先登记离队，或更正日期。',
      'The person is a member of this team from {from} on; record the leaving first, or correct the date.',
    ],
  },
  'team-member-unknown': {
    status: 409,
    title: ['不是在队队员', 'Not a member'],
    detail: ['该人员目前不是该队队员。', 'The person is not a member of this team at present.'],
  },
  'team-dissolved': {
    status: 409,
    title: ['队伍已解散', 'Team dissolved'],
    detail: ['该队伍已于 {to} 解散。', 'The team was dissolved on {to}.'],
  },
} as const satisfies Record<string, ProblemDefinition>;
