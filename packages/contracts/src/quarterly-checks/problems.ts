// What quarterly-checks refuses, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const quarterlyChecksProblems = {
  'entries-not-known': {
    status: 409,
    title: ['参赛名单尚未齐备', 'Not all entries are known yet'],
    detail: [
      '已受理的报名尚未列入本轮：{units}。请稍候重试；长时间不变请联系管理员。',
      'These accepted entries are not in the round yet: {units}. Try again shortly; if it stays so, ask the operator.',
    ],
  },
  'wrong-round-status': {
    status: 409,
    title: ['检查轮次状态不符', 'The round is not in the right state'],
    detail: [
      '本轮现为“{status}”，此操作要求“{wanted}”。',
      'The round is “{status}”; this takes a round that is “{wanted}”.',
    ],
  },
  'round-incomplete': {
    status: 409,
    title: ['本轮检查尚有未交内容', 'Something is still missing in this round'],
    detail: [
      '尚有 {count} 项未交：{missing}。补齐后再关闭；清单见 GET /rounds/{round}/missing。',
      '{count} things are missing: {missing}. Close again when they are there; the list is GET /rounds/{round}/missing.',
    ],
  },
  'check-not-open': {
    status: 409,
    title: ['检查尚未开始', 'The check is not open'],
    detail: [
      '{unit}在{period}的检查尚未开始，请待组织者开启本轮后再填报。',
      'The check of {unit} in {period} is not open; wait until the organiser opens the round.',
    ],
  },
  'check-closed': {
    status: 409,
    title: ['检查结果已封存', 'The result is sealed'],
    detail: [
      '{unit}在{period}的检查已封存；如需更改，请组织者办理更正（POST /checks/{check}/corrections）。',
      'The check of {unit} in {period} is sealed; an organiser can correct it (POST /checks/{check}/corrections).',
    ],
  },
  'check-withdrawn': {
    status: 409,
    title: ['不再检查', 'No longer checked'],
    detail: [
      '{unit}已退出竞赛或竞赛已取消，不再检查。',
      '{unit} has left the competition, or it was cancelled: nothing is checked any more.',
    ],
  },
  'plan-reason-required': {
    status: 422,
    title: ['调整计划须说明理由', 'A revised plan takes a reason'],
    detail: [
      '本轮已开始，计划只能修订；请填写 reason 说明理由。',
      'The round is open, so the plan can only be revised; say why in reason.',
    ],
  },
  'plan-missing': {
    status: 409,
    title: ['尚无计划', 'No plan yet'],
    detail: ['“{criterion}”尚无计划，请先填报计划。', 'There is no plan for “{criterion}”; set the plan first.'],
  },
  'unknown-criterion': {
    status: 422,
    title: ['没有这一指标', 'No such criterion'],
    detail: [
      '此处不能填写指标“{criterion}”；可填：{known}。',
      'The criterion “{criterion}” cannot be entered here; these can: {known}.',
    ],
  },
  'mark-misfit': {
    status: 422,
    title: ['填报内容与指标不符', 'The mark does not fit its criterion'],
    detail: ['“{criterion}”应填：{expected}。', '“{criterion}” takes: {expectedEn}.'],
  },
  'unknown-part': {
    status: 422,
    title: ['计划中没有这一节点', 'Not a part of the plan'],
    detail: [
      '“{criterion}”的计划节点为：{known}；填报内容须与计划一致，不得重复。',
      'The plan of “{criterion}” has the parts {known}; give each at most once, and no others.',
    ],
  },
  'accepted-exceeds-done': {
    status: 422,
    title: ['验收合格量大于完成量', 'More accepted than done'],
    detail: [
      '“{criterion}”验收合格 {accepted}，大于完成 {done}，请核对。',
      '“{criterion}” has {accepted} accepted of {done} done; check the figures.',
    ],
  },
  'sheet-is-submitted': {
    status: 409,
    title: ['评分表已提交', 'The sheet is submitted'],
    detail: [
      '“{department}”的评分表已提交；如需修改，请组织者先退回。',
      'The sheet of “{department}” is submitted; ask the organiser to return it first.',
    ],
  },
  'sheet-not-submitted': {
    status: 409,
    title: ['评分表尚未提交', 'The sheet is not submitted'],
    detail: ['“{department}”的评分表尚未提交。', 'The sheet of “{department}” has not been submitted.'],
  },
  'sheet-incomplete': {
    status: 409,
    title: ['评分表尚未填完', 'The sheet is not complete'],
    detail: [
      '“{department}”尚未填写：{missing}；没有扣分也须填写（events 为空），确不适用请填 na 并说明理由。',
      '“{department}” has not entered: {missing}. Nothing to deduct is an entry too (empty events); where it cannot be assessed give na with the reason.',
    ],
  },
  'unknown-veto': {
    status: 422,
    title: ['没有这一否决情形', 'No such veto'],
    detail: ['评分细则没有否决情形“{kind}”；现有：{known}。', 'The scheme has no veto “{kind}”; it has: {known}.'],
  },
  'veto-not-standing': {
    status: 409,
    title: ['没有生效的否决', 'No such veto stands'],
    detail: ['本次检查没有生效的否决“{veto}”。', 'No veto “{veto}” stands in this check.'],
  },
  'not-sealed': {
    status: 409,
    title: ['结果尚未封存', 'The result is not sealed'],
    detail: [
      '检查封存之后才能更正；此前请直接修改评分表。',
      'Only a sealed result can be corrected; before that change the sheets.',
    ],
  },
  'nothing-to-correct': {
    status: 409,
    title: ['没有需要更正的内容', 'Nothing to correct'],
    detail: ['更正后的内容与现有结果相同。', 'The correction would change nothing.'],
  },
  'result-incomplete': {
    status: 409,
    title: ['内容不全，无法评分', 'Not enough to score'],
    detail: [
      '按更正后的内容仍缺：{missing}；请在 marks 中一并填写。',
      'After the correction this is still missing: {missing}; give it in marks.',
    ],
  },
  'year-evaluated': {
    status: 409,
    title: ['年终考评已完成', 'The year is evaluated'],
    detail: [
      '本赛道年终考评已完成。更正季度成绩后会自动重新考评；更正年终评审请由组织者在 reason 中说明理由；名单异议请在评奖公示期内提出。',
      'The year of this track is evaluated. Correcting a result evaluates it anew by itself; to correct a review an organiser says why in reason; objections to the list belong to the awards notice.',
    ],
  },
  'evaluation-incomplete': {
    status: 409,
    title: ['年终考评条件未具备', 'The year cannot be evaluated yet'],
    detail: ['尚缺：{missing}。', 'Still missing: {missing}.'],
  },
} as const satisfies Record<string, ProblemDefinition>;
