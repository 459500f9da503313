// What is refused of points, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const pointsProblems = {
  'points-dates': {
    status: 422,
    title: ['日期先后不符', 'Dates out of order'],
    detail: [
      '得分期自 {from} 至 {to}，兑换截止 {spendBy}：开始不得晚于结束，兑换截止不得早于得分期结束；计入比赛的日期应在得分期内。',
      'Points are earned from {from} to {to} and spent until {spendBy}: these must follow each other, and what a stage takes in must lie within.',
    ],
  },
  'points-feeds': {
    status: 422,
    title: ['不能计入该阶段', 'Stages do not fit'],
    detail: [
      '请选择同一比赛、同一赛道中未关闭、由个人参加且按数值填报的阶段；可计入的指标：{knownLabels}。',
      'Choose stages of one track of a contest of persons that are not closed; points go into a criterion that takes a number: {knownLabels}.',
    ],
  },
  'points-fed-already': {
    status: 409,
    title: ['该阶段已有积分活动', 'Fed already'],
    detail: ['该阶段的这项成绩已由另一积分活动计入。', 'Another campaign feeds this criterion of the stage already.'],
  },
  'points-closed': {
    status: 409,
    title: ['积分活动已结束', 'Campaign closed'],
    detail: ['“{name}”已结束，不能再申报、审核或兑换。', '“{name}” is closed: nothing is claimed, approved or drawn.'],
  },
  'points-way': {
    status: 422,
    title: ['没有这个得分项', 'No such way to earn'],
    detail: ['积分只按下列办法取得：{knownLabels}。', 'Points are earned by these alone: {knownLabels}.'],
  },
  'points-day': {
    status: 422,
    title: ['日期不在得分期内', 'Outside the campaign'],
    detail: [
      '得分事项的日期应在 {from} 至 {to} 之间，且不晚于今天。',
      'What earns points must lie between {from} and {to}, and not after today.',
    ],
  },
  'points-person': {
    status: 422,
    title: ['没有这名职工', 'No such person'],
    detail: ['没有登记这名职工，或已离职。', 'No such person is registered, or they have left.'],
  },
  'points-claimed-already': {
    status: 409,
    title: ['已经申报', 'Claimed already'],
    detail: [
      '同一天、同一得分项、同一佐证已经申报。',
      'The same was claimed for that day with the same evidence already.',
    ],
  },
  'points-day-full': {
    status: 409,
    title: ['超过每日上限', 'More than a day takes'],
    detail: [
      '“{label}”每天最多 {most} 分，当天已申报 {claimed} 分。',
      '“{label}” takes {most} points a day; {claimed} are claimed for that day already.',
    ],
  },
  'points-ledger-full': {
    status: 409,
    title: ['积分账记录过多', 'Ledger is full'],
    detail: [
      '一人在一个活动中最多 {most} 条记录；请合并申报。',
      'A person has at most {most} entries in a campaign; claim several at once.',
    ],
  },
  'points-claim-settled': {
    status: 409,
    title: ['该申报已处理', 'Already decided'],
    detail: ['该申报{stateZh}，不能这样办理。', 'This claim is {state}; that cannot be done with it.'],
  },
  'points-own': {
    status: 409,
    title: ['须由另一人审核', 'Another person has to'],
    detail: [
      '申报人不能审核自己申报的积分；请由另一人审核。',
      'Whoever claimed points does not approve them; somebody else can.',
    ],
  },
  'points-spent': {
    status: 409,
    title: ['积分已经兑换', 'Spent already'],
    detail: [
      '要扣回 {points} 分，余额只有 {balance} 分；请先退回未使用的兑换码。',
      '{points} points would be taken back and {balance} are left; return unused vouchers first.',
    ],
  },
  'points-short': {
    status: 409,
    title: ['积分不足', 'Too few points'],
    detail: ['“{label}”需要 {points} 分，余额 {balance} 分。', '“{label}” takes {points} points; {balance} are left.'],
  },
  'points-reward': {
    status: 422,
    title: ['没有这个兑换项目', 'No such reward'],
    detail: ['可兑换：{knownLabels}。', 'Points are spent on: {knownLabels}.'],
  },
  'points-spending-over': {
    status: 409,
    title: ['已过兑换期', 'Too late to spend'],
    detail: ['积分兑换截止于 {until}。', 'Points could be spent until {until}.'],
  },
  'points-voucher-unknown': {
    status: 404,
    title: ['没有这个兑换码', 'No such code'],
    detail: ['没有这个兑换码，请核对后重新输入。', 'There is no such code; compare it and type it again.'],
  },
  'points-voucher-state': {
    status: 409,
    title: ['兑换码已失效', 'Code not good'],
    detail: ['该兑换码{stateZh}，不能再次使用。', 'This code was {state}; it is good once.'],
  },
  'points-voucher-elsewhere': {
    status: 409,
    title: ['不在此处兑换', 'Redeemed elsewhere'],
    detail: ['“{label}”不在此处兑换。', '“{label}” is not given here.'],
  },
  'points-partner-closed': {
    status: 404,
    title: ['链接无效', 'Link not valid'],
    detail: [
      '这个兑换链接不存在、已过期或已停用；请与工会联系。',
      'This link does not exist, has expired or was revoked; ask the union.',
    ],
  },
  'too-many-codes': {
    status: 429,
    title: ['错误次数过多', 'Too many wrong codes'],
    detail: ['兑换码错误次数过多，请 {seconds} 秒后再试。', 'Too many wrong codes; try again in {seconds} seconds.'],
  },
  'performance-by-points': {
    status: 409,
    title: ['由积分得出', 'It comes from points'],
    detail: [
      '“{criterion}”由积分活动计入，不能另行登记；请申报或扣回积分。',
      '“{criterion}” is what points add up to and is not entered; claim points or take them back.',
    ],
  },
} as const satisfies Record<string, ProblemDefinition>;
