// What quarterly-checks refuses, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const quarterlyChecksProblems = {
  'entries-not-known': {
    status: 409,
    title: ['参赛名单尚未齐备', 'Entries still arriving'],
    detail: [
      '下列已受理的报名尚未列入本轮：{units}。请稍后重试；如长时间没有变化，请联系管理员。',
      'These accepted entries have not reached the round yet: {units}. Retry shortly; if nothing changes, contact the administrator.',
    ],
  },
  'wrong-round-status': {
    status: 409,
    title: ['检查轮次状态不允许', 'Not possible in this state'],
    detail: ['本轮{statusZh}；只有{wantedZh}的轮次可以这样办理。', 'The round is {statusEn}; it must be {wantedEn}.'],
  },
  'round-opens-early': {
    status: 409,
    title: ['考核周期尚未开始', 'The period has not begun'],
    detail: [
      '{period}自 {from} 开始；如需提前开启检查，请在「理由」（reason）中说明。',
      '{period} begins on {from}; to open its round earlier, give the reason in `reason`.',
    ],
  },
  'round-closes-early': {
    status: 409,
    title: ['考核周期尚未结束', 'The period has not ended'],
    detail: [
      '{period}至 {to} 结束；如需提前关闭检查，请在「理由」（reason）中说明。',
      '{period} ends on {to}; to close its round earlier, give the reason in `reason`.',
    ],
  },
  'result-not-published': {
    status: 403,
    title: ['成绩尚未公布', 'Not published'],
    detail: [
      '该成绩尚未对您公布；请待组织者公布后再查看。',
      'This result is not published to you; wait until the organiser publishes it.',
    ],
  },
  'publication-not-ready': {
    status: 409,
    title: ['成绩尚未形成', 'No result to publish yet'],
    detail: [
      '检查关闭或年终考评完成之后才能公布成绩。',
      'Results can be published once the round is closed or the year is evaluated.',
    ],
  },
  'reminder-reason-required': {
    status: 422,
    title: ['修改催办规则须说明理由', 'Reason required'],
    detail: [
      '催办规则已设定过；修改时请在「理由」（reason）中说明。',
      'There are reminder rules already; give the reason for changing them in `reason`.',
    ],
  },
  'publication-reason-required': {
    status: 422,
    title: ['收回公布须说明理由', 'Reason required'],
    detail: [
      '公布范围将缩小；请在「理由」（reason）中说明。',
      'Less would be published than before; give the reason in `reason`.',
    ],
  },
  'rounds-less-published': {
    status: 409,
    title: ['所依据的成绩尚未公布', 'What the year is made of is not published'],
    detail: [
      '年度成绩由下列成绩得出，请先公布：{results}。',
      'The year is made of these results; publish them first: {resultsEn}.',
    ],
  },
  'round-incomplete': {
    status: 409,
    title: ['本轮检查尚有未交内容', 'Round is incomplete'],
    detail: [
      '尚有 {count} 项未交：{missing}。补齐后再关闭；完整清单见本轮的“尚未提交的单位和内容”。',
      'Items missing ({count}): {missingEn}. Close the round once they are there; its list of missing items has all of them.',
    ],
  },
  'check-not-open': {
    status: 409,
    title: ['检查尚未开始', 'The check is not open'],
    detail: [
      '{unit}在{period}的检查尚未开始，请待组织者开启本轮后再填报。',
      'The check of {unit} in {period} is not open yet; wait until the organiser opens the round.',
    ],
  },
  'check-closed': {
    status: 409,
    title: ['检查结果已封存', 'The result is sealed'],
    detail: [
      '{unit}在{period}的检查已封存；如需更改，请由组织者办理更正。',
      'The check of {unit} in {period} is sealed; an organiser can correct it.',
    ],
  },
  'check-withdrawn': {
    status: 409,
    title: ['不再检查', 'No longer checked'],
    detail: [
      '{unit}已退出竞赛，或竞赛已取消，不再检查。',
      '{unit} left the competition, or it was cancelled; there is nothing to check.',
    ],
  },
  'plan-reason-required': {
    status: 422,
    title: ['调整计划须说明理由', 'Reason required'],
    detail: [
      '本轮已开始，计划只能调整；请在「理由」（reason）中说明。',
      'The round is open, so this revises the plan; give the reason in `reason`.',
    ],
  },
  'plan-fixed': {
    status: 409,
    title: ['计划已定', 'The plan is fixed'],
    detail: [
      '{unit}在{period}的检查已开始，计划只能由组织者说明理由后调整；请向组织者提出。',
      'The check of {unit} in {period} is open; only an organiser can revise its plan, with a reason.',
    ],
  },
  'plan-weight': {
    status: 422,
    title: ['权重须大于零', 'Weights are above zero'],
    detail: [
      '“{criterionLabel}”的节点“{part}”权重为零，请填写大于零的权重。',
      'Give the part “{part}” of “{criterionLabel}” a weight above zero.',
    ],
  },
  'plan-part-verified': {
    status: 409,
    title: ['已核验的内容不能从计划中删去', 'Verified work stays in the plan'],
    detail: [
      '“{criterionLabel}”已核验：{knownLabels}。调整计划时请保留这些内容及其编号。',
      '“{criterionLabel}” has verified work: {knownLabels}. Keep it in the plan, under the same ids.',
    ],
  },
  'nothing-owed': {
    status: 409,
    title: ['没有欠交的内容', 'Nothing owed'],
    detail: ['“{unit}”现在没有待交的内容，无需催办。', 'Nothing is due of “{unit}” now; nobody is reminded.'],
  },
  'nothing-reported': {
    status: 409,
    title: ['没有可核验的上报', 'Nothing reported'],
    detail: [
      '“{unit}”没有上报本部门核验的完成情况，请先上报，或逐项核验。',
      '“{unit}” has reported nothing that your department verifies; have it reported, or verify item by item.',
    ],
  },
  'plan-missing': {
    status: 409,
    title: ['尚无计划', 'No plan yet'],
    detail: ['“{criterionLabel}”尚无计划，请先填报计划。', '“{criterionLabel}” has no plan; set the plan first.'],
  },
  'unknown-criterion': {
    status: 422,
    title: ['没有这一指标', 'No such criterion'],
    detail: [
      '没有这个指标，或不在此处填报；可填：{knownLabels}。',
      'No such criterion to fill in here; choose from: {knownLabels}.',
    ],
  },
  'mark-misfit': {
    status: 422,
    title: ['填报内容与指标不符', 'Mark does not fit the criterion'],
    detail: ['“{criterion}”应填：{expected}。', '“{criterion}” takes {expectedEn}.'],
  },
  'unknown-part': {
    status: 422,
    title: ['与计划节点不一致', 'Does not match the plan'],
    detail: [
      '“{criterionLabel}”的计划节点为：{knownLabels}；填报的节点须与计划一致，不能重复。',
      'The plan of “{criterionLabel}” has the parts: {knownLabelsEn}. Give each at most once, and no others.',
    ],
  },
  'accepted-exceeds-done': {
    status: 422,
    title: ['验收合格量大于完成量', 'More accepted than done'],
    detail: [
      '“{criterionLabel}”的验收合格量 {accepted} 大于完成量 {done}，请核对。',
      '“{criterionLabel}” has {accepted} accepted of {done} done; check the figures.',
    ],
  },
  'sheet-is-submitted': {
    status: 409,
    title: ['评分表已提交', 'Sheet already submitted'],
    detail: [
      '“{department}”的评分表已提交；如需修改，请由组织者先退回。',
      'The sheet of “{department}” is submitted; ask the organiser to return it first.',
    ],
  },
  'sheet-not-submitted': {
    status: 409,
    title: ['评分表尚未提交', 'Sheet not submitted'],
    detail: ['“{department}”的评分表尚未提交。', '“{department}” has not submitted its sheet.'],
  },
  'sheet-incomplete': {
    status: 409,
    title: ['评分表尚未填完', 'Sheet is incomplete'],
    detail: [
      '“{department}”尚未填写：{missing}。没有扣分也要填写（events 为空）；确不适用请填 na 并说明理由。',
      '“{department}” has not filled in: {missing}. If there is nothing to deduct, enter an empty `events`; if it does not apply, give the reason in `na`.',
    ],
  },
  'appeals-not-open': {
    status: 409,
    title: ['尚不能申诉', 'Appeals are not open'],
    detail: [
      '{unit}在{period}的成绩封存并公布之后才能申诉。',
      'Appeals against {period} open once the result of {unit} is sealed and published.',
    ],
  },
  'appeal-out-of-time': {
    status: 409,
    title: ['申诉期已过', 'Outside the time for appeals'],
    detail: [
      '本轮申诉期自 {from} 至 {lastDay}；其后如有异议，请在名单公示期内提出。',
      'Appeals were taken from {from} to {lastDay}; later, object to the list during its public notice.',
    ],
  },
  'appeal-without-proof': {
    status: 422,
    title: ['请附佐证材料', 'Evidence required'],
    detail: ['请写明依据，或上传附件。', 'Say in `evidence` what proves it, or give uploaded `files`.'],
  },
  'appeal-known': {
    status: 409,
    title: ['该项已申诉', 'Already appealed'],
    detail: [
      '“{item}”的申诉{statusZh}；成绩未再更正，不能重复申诉。',
      'There is an appeal against “{item}” ({status}); the result was not corrected since, so it cannot be appealed again.',
    ],
  },
  'appeal-closed': {
    status: 409,
    title: ['申诉已处理完毕', 'Appeal already decided'],
    detail: ['该申诉已作出处理：{statusZh}。', 'This appeal is already decided: {status}.'],
  },
  'appeal-not-answered': {
    status: 409,
    title: ['评分部门尚未答复', 'Not answered yet'],
    detail: [
      '请先由{departments}答复；{answerBy} 以后未答复的，可以直接处理。',
      'Wait for an answer of {departments}; after {answerBy} the appeal can be decided without one.',
    ],
  },
  'appeal-item-unchanged': {
    status: 422,
    title: ['更正未涉及申诉事项', 'The correction leaves the item as it was'],
    detail: [
      '申诉成立须更正“{item}”；请填写更正后的评分，或解除相应的否决。',
      'To uphold the appeal, correct “{item}”: enter the right mark in `marks`, or lift the veto by `lift`.',
    ],
  },
  'appeal-dismissed-corrects': {
    status: 422,
    title: ['申诉不成立时不作更正', 'A dismissal corrects nothing'],
    detail: [
      '申诉不成立时，请勿填写评分更正，也不要提出或解除否决。',
      'Leave out `marks`, `raise` and `lift` when you dismiss an appeal.',
    ],
  },
  'own-appeal': {
    status: 403,
    title: ['应当回避', 'Conflict of interest'],
    detail: [
      '您参与了该单位的评分、申诉或答复，或属于该单位、同场竞赛的单位，不能处理这件申诉，请由其他组织者或评委会成员办理。',
      'You scored, filed or answered here, or belong to the unit or a rival; another organiser or committee member must decide the appeal.',
    ],
  },
  'unknown-veto': {
    status: 422,
    title: ['没有这一否决情形', 'No such veto'],
    detail: [
      '评分细则没有这个否决情形；现有：{knownLabels}。',
      'The scheme has no such veto; it has: {knownLabelsEn}.',
    ],
  },
  'veto-not-standing': {
    status: 409,
    title: ['没有生效的否决', 'No such veto stands'],
    detail: ['本次检查没有生效的否决“{vetoLabel}”。', 'The check has no veto “{vetoLabel}” in force.'],
  },
  'not-sealed': {
    status: 409,
    title: ['结果尚未封存', 'Result not sealed'],
    detail: [
      '检查封存之后才能更正；此前请直接修改评分表。',
      'Only a sealed result can be corrected; until then, change the sheets.',
    ],
  },
  'nothing-to-correct': {
    status: 409,
    title: ['没有需要更正的内容', 'Nothing to correct'],
    detail: ['更正后的内容与现有结果相同。', 'The correction would not change anything.'],
  },
  'result-incomplete': {
    status: 409,
    title: ['内容不全，无法评分', 'Not enough data to score'],
    detail: [
      '按更正后的内容仍缺：{missing}；请在 marks 中一并填写。',
      'The corrected result still lacks: {missing}; add it in `marks`.',
    ],
  },
  'year-evaluated': {
    status: 409,
    title: ['年终考评已完成', 'Year already evaluated'],
    detail: [
      '本赛道年终考评已完成。更正季度成绩后会自动重新考评；更正年终评审请由组织者在 reason 中说明理由；对名单有异议请在公示期内提出。',
      'The year of this track is evaluated. Correcting a quarter’s result re-evaluates it; to correct a review, an organiser gives the reason in `reason`; object to the list during its public notice.',
    ],
  },
  'evaluation-incomplete': {
    status: 409,
    title: ['年终考评条件尚未具备', 'Not ready for evaluation'],
    detail: ['尚缺 {count} 项：{missing}。', 'Items missing ({count}): {missingEn}.'],
  },
} as const satisfies Record<string, ProblemDefinition>;
