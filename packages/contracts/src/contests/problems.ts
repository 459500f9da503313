// What the contests service refuses, and what it tells the user. No sentence has a person's name: problems are logged.
import type { ProblemDefinition } from '../problem.ts';

export const contestsProblems = {
  'contest-track': {
    status: 422,
    title: ['赛道不符', 'Track does not fit'],
    detail: [
      '方案没有这个赛道，或该赛道重复；可选：{knownLabels}。',
      'The scheme has no such track, or it is given twice; choose from: {knownLabels}.',
    ],
  },
  'contest-tracks-missing': {
    status: 422,
    title: ['赛道不全', 'Tracks missing'],
    detail: [
      '方案的其他赛道汇总下列赛道的成绩，请一并列入：{tracks}。',
      'Other tracks of the scheme collect results of these tracks; list them, too: {tracks}.',
    ],
  },
  'contest-cancelled': {
    status: 409,
    title: ['比赛已取消', 'Contest cancelled'],
    detail: ['“{name}”已取消，不能再办理。', '“{name}” was cancelled; nothing more can be done in it.'],
  },
  'contest-entrant': {
    status: 422,
    title: ['参赛对象不符', 'Entrant does not fit'],
    detail: [
      '赛道“{track}”的参赛对象是{kindZh}；没有登记这样的对象，或已停用、离职、解散。',
      'The track “{track}” takes a {kind}; no such one is registered, or it is retired, has left or was dissolved.',
    ],
  },
  'contest-group': {
    status: 422,
    title: ['组别不符', 'Group does not fit'],
    detail: ['请填写组别，限于：{knownLabels}。', 'Give the group, one of: {knownLabels}.'],
  },
  'contest-ungrouped': {
    status: 422,
    title: ['该赛道不分组', 'No groups on this track'],
    detail: ['赛道“{track}”不分组，请不要填写组别。', 'The track “{track}” has no groups; leave the group out.'],
  },
  'contest-represents': {
    status: 422,
    title: ['所代表的队伍或单位不符', 'Nobody to represent'],
    detail: [
      '所代表的队伍或单位没有登记；请先登记，或留空（默认为本单位）。',
      'The team or unit to represent is not registered; register it first, or leave it out for the own unit.',
    ],
  },
  'contest-registration-over': {
    status: 409,
    title: ['不在报名期内', 'Outside the registration'],
    detail: [
      '报名期自 {from} 至 {to}；此外请由组织者登记。',
      'Entries are taken from {from} to {to}; at other times an organiser can enter you.',
    ],
  },
  'contestant-known': {
    status: 409,
    title: ['已经报名', 'Entered already'],
    detail: ['该参赛对象在本赛道已报名。', 'This entrant is entered on the track already.'],
  },
  'contest-quota': {
    status: 409,
    title: ['名额已满', 'No seats left'],
    detail: ['每个单位最多 {most} 名，名额已满。', 'A unit may have {most} entrants, and has as many.'],
  },
  'contestant-settled': {
    status: 409,
    title: ['该报名已处理', 'Already decided'],
    detail: ['该报名{stateZh}，不能这样办理。', 'This entry is {state}; that cannot be done with it.'],
  },
  'contest-stage-status': {
    status: 409,
    title: ['该阶段的状态不允许', 'Not possible in this state'],
    detail: ['该阶段{statusZh}，不能这样办理。', 'The stage is {status}; that cannot be done with it.'],
  },
  'contest-stage-incomplete': {
    status: 409,
    title: ['成绩尚未齐备', 'Results are missing'],
    detail: [
      '还有 {count} 名参赛者缺成绩：{missing}。补齐，或登记未参赛、未完赛后再关闭；名单见本阶段的“尚缺成绩”。',
      '{count} contestants lack results: {missingEn}. Enter them, or record who did not start or finish; the stage’s list of missing results names them.',
    ],
  },
  'contest-stage-empty': {
    status: 409,
    title: ['没有参赛者', 'Nobody takes part'],
    detail: ['该赛道还没有已受理的参赛者。', 'No entrant of this track is accepted yet.'],
  },
  'contest-tie-seats': {
    status: 422,
    title: ['裁定人数不符', 'Seats and chosen do not fit'],
    detail: [
      '“{honourLabel}”还有 {open} 个名额，并列 {tied} 名；请从并列者中恰选 {open} 名。',
      'Of “{honourLabel}” {open} seats are open and {tied} are tied; choose exactly {open} of them.',
    ],
  },
  'contest-tie-awarded': {
    status: 409,
    title: ['由评选名单裁定', 'Decided on the award list'],
    detail: [
      '“{honourLabel}”进入评选名单，并列请在名单中裁定；这里只裁定入围名额的并列。',
      '“{honourLabel}” is awarded by a list, where its tie is resolved; here only ties of a shortlist are decided.',
    ],
  },
  'contest-results-renewed': {
    status: 409,
    title: ['成绩刚刚更正', 'Results were just corrected'],
    detail: [
      '成绩刚刚更正，请重新查看并列情况后再裁定。',
      'The results were corrected a moment ago; look at the tie again, then decide.',
    ],
  },
  'contest-not-published': {
    status: 403,
    title: ['成绩尚未公布', 'Not published'],
    detail: ['该成绩尚未对您公布。', 'This result is not published to you yet.'],
  },
  'contest-publication-reason': {
    status: 422,
    title: ['收回公布须说明理由', 'Reason required'],
    detail: [
      '公布范围将缩小；请在「理由」（reason）中说明。',
      'Less would be published than before; give the reason in `reason`.',
    ],
  },
  'contest-appeals-not-open': {
    status: 409,
    title: ['尚不能申诉', 'Appeals are not open'],
    detail: ['成绩对您公布之后才能申诉。', 'Appeals open once the result is published to you.'],
  },
  'contest-appeal-item': {
    status: 422,
    title: ['没有可申诉的这一项', 'Nothing to appeal against'],
    detail: [
      '请在「申诉事项」中选择：{knownLabels}；对未参赛、未完赛、取消资格的认定有异议时留空。',
      'Choose the item, one of: {knownLabels}; leave it out where the contestant is listed without a number.',
    ],
  },
  'contest-appeal-not-answered': {
    status: 409,
    title: ['登记、打分的人尚未答复', 'Not answered yet'],
    detail: [
      '请先由登记成绩或打分的人答复；{answerBy} 以后未答复的，可以直接处理。',
      'Wait for an answer of those who recorded or marked it; after {answerBy} the appeal can be decided without one.',
    ],
  },
  'contest-appeal-unchanged': {
    status: 422,
    title: ['更正未涉及申诉事项', 'The correction leaves the item as it was'],
    detail: [
      '申诉成立须更正“{item}”；请填写更正后的成绩或评委打分。',
      'To uphold the appeal, correct “{item}”: enter the right result, or what the judges should have marked.',
    ],
  },
  'contest-appeal-corrects': {
    status: 422,
    title: ['申诉不成立时不作更正', 'A dismissal corrects nothing'],
    detail: ['申诉不成立时，请勿填写更正内容。', 'Leave out every correction when you dismiss an appeal.'],
  },
  'contest-marks-differ': {
    status: 409,
    title: ['评委打分差距过大，尚未复核', 'Marks lie far apart'],
    detail: [
      '{count} 名参赛者的评委打分差距超过复核线；请在评委打分表中逐一复核并说明理由，或由评委修改后再关闭。',
      'The marks of {count} contestants lie too far apart; look at each again with a reason, or let judges change them, then close the stage.',
    ],
  },
  'judging-panel-unknown': {
    status: 422,
    title: ['没有这个评委组', 'No such panel'],
    detail: ['该阶段由评委打分的有：{knownLabels}。', 'Judges of this stage mark: {knownLabelsEn}.'],
  },
  'judging-panel-none': {
    status: 422,
    title: ['该阶段不由评委打分', 'No judges in this stage'],
    detail: ['按方案，该阶段没有评委打分的项目。', 'By its scheme, nothing of this stage is marked by judges.'],
  },
  'judging-panel-small': {
    status: 422,
    title: ['评委人数不足', 'Too few judges'],
    detail: [
      '按方案至少需要 {needed} 名评委，评委库不得少于席位数，同一人只能列一次。',
      'The scheme needs at least {needed} judges; the pool needs one for each seat, and nobody twice.',
    ],
  },
  'judging-panel-status': {
    status: 409,
    title: ['评委组的状态不允许', 'Not possible in this state'],
    detail: [
      '评委组{statusZh}：锁定前重新抽签须说明理由，锁定后不能再抽；锁定后评委才能打分。',
      'The panel is {status}: before it is locked another draw takes a reason, afterwards there is none; judges mark once it is locked.',
    ],
  },
  'not-on-panel': {
    status: 403,
    title: ['不是该参赛者的评委', 'Not a judge of this contestant'],
    detail: [
      '您不在该评委组，或已对该参赛者回避。',
      'You are not on this panel, or were recused from this contestant.',
    ],
  },
  'judge-tied': {
    status: 409,
    title: ['应当回避', 'Recusal needed'],
    detail: [
      '该参赛者属您的单位，或在您申报的回避范围；请申请回避，由替补评委打分。',
      'The contestant is of your unit or among those you avoid; recuse yourself, and a substitute marks.',
    ],
  },
  'scorecard-agrees': {
    status: 409,
    title: ['没有需要复核的分差', 'Nothing to look at again'],
    detail: [
      '该参赛者的评委打分没有超过复核线，或已复核。',
      'The marks do not lie that far apart, or were looked at again.',
    ],
  },
  'fixture-none': {
    status: 422,
    title: ['该阶段没有可填名次的指标', 'No criterion takes the place'],
    detail: [
      '请指定按名次填报的指标；本阶段可填：{knownLabels}。',
      'Name the criterion that takes the final place; this stage takes: {knownLabels}.',
    ],
  },
  'fixture-field': {
    status: 422,
    title: ['参赛数不符', 'Field does not fit'],
    detail: [
      '该赛制需要 2 至 {most} 名参赛者，现有 {count} 名。',
      'This form takes 2 to {most} contestants; there are {count}.',
    ],
  },
  'fixture-overlaps': {
    status: 409,
    title: ['已有编排', 'Drawn otherwise already'],
    detail: [
      '这些参赛者在该阶段已有编排；一名参赛者在一个阶段只能有一个编排。',
      'These contestants are in a fixture of the stage already; nobody can be in two.',
    ],
  },
  'fixture-waits': {
    status: 409,
    title: ['入围名单尚未确定', 'The shortlist is open'],
    detail: [
      '该阶段的参赛者由前一阶段入围产生；请先关闭前一阶段，并裁定入围并列。',
      'An earlier stage admits to this one: close it and decide its ties first.',
    ],
  },
  'fixture-seeds': {
    status: 422,
    title: ['种子不符', 'Seeds do not fit'],
    detail: [
      '种子必须是参加该编排的参赛者，每名只能列一次；按名次排种子须选同一比赛中已关闭的阶段。',
      'Seeds must be contestants of this fixture, nobody twice; places seed from a closed stage of the same contest.',
    ],
  },
  'fixture-rounds': {
    status: 422,
    title: ['轮数不符', 'Rounds do not fit'],
    detail: [
      '积分编排须填写轮数，最多 {most} 轮，再多可能重复对阵。',
      'A Swiss fixture needs its number of rounds, at most {most}: with more somebody might meet again.',
    ],
  },
  'fixture-options': {
    status: 422,
    title: ['该赛制用不上的设置', 'Not used by this form'],
    detail: ['该赛制没有{options}，请勿填写。', 'This form has no use for: {optionsEn}; leave that out.'],
  },
  'fixture-begun': {
    status: 409,
    title: ['编排已抽定', 'Drawn already'],
    detail: [
      '编排已抽定：登记比赛结果前重新抽签须说明理由，登记后不能再抽。',
      'The fixture is drawn: before a game is entered another draw takes a reason, afterwards there is none.',
    ],
  },
  'game-status': {
    status: 409,
    title: ['该场比赛的状态不允许', 'Not possible in this state'],
    detail: ['该场比赛{statusZh}，不能这样办理。', 'The game is {status}; that cannot be done with it.'],
  },
  'game-outcome': {
    status: 422,
    title: ['比赛结果不符', 'Outcome does not fit'],
    detail: [
      '请填写比分；淘汰赛平分时须注明胜方，弃权须注明胜方或双方弃权；胜方须与比分一致，且是本场参赛者。',
      'Enter the score; in an elimination a level score needs a winner, a walkover or forfeit needs a winner or that both forfeit; the winner must be one of the sides and fit the score.',
    ],
  },
  'game-own': {
    status: 409,
    title: ['须由另一人办理', 'Another person has to'],
    detail: [
      '登记过该场结果、代表一方表过态的人，以及任一方单位的人，不能再确认或裁定；请由另一人办理。',
      'Whoever entered this game, spoke for one of its sides, or belongs to one of its sides, cannot confirm or decide it; somebody else can.',
    ],
  },
  'game-later': {
    status: 409,
    title: ['后续场次已登记', 'Later games were entered'],
    detail: [
      '胜方变更会影响已登记的后续场次；请先由后续场次的结果入手，或维持胜方。',
      'Another winner would change who plays in later games that were entered already; the winner must stay.',
    ],
  },
  'performance-by-fixture': {
    status: 409,
    title: ['由编排得出', 'It comes from the fixture'],
    detail: [
      '“{criterion}”由该阶段的比赛编排得出，不能另行登记；请更正比赛结果。',
      '“{criterion}” comes from the games of this stage and is not entered; correct the game instead.',
    ],
  },
  'performance-misfit': {
    status: 422,
    title: ['成绩与指标不符', 'Result does not fit'],
    detail: [
      '“{criterion}”不能这样填报；本阶段可填：{knownLabels}。',
      '“{criterion}” cannot be entered so; this stage takes: {knownLabels}.',
    ],
  },
  'performance-below-zero': {
    status: 422,
    title: ['成绩不能为负', 'Below zero'],
    detail: ['“{criterion}”不能小于 0，请核对后再填。', '“{criterion}” cannot be below zero; check what was measured.'],
  },
  'performance-empty': {
    status: 422,
    title: ['没有填报内容', 'Nothing entered'],
    detail: [
      '请填报成绩，或登记未参赛、未完赛、取消资格。',
      'Enter a result, or record that the contestant did not start, did not finish or was disqualified.',
    ],
  },
  'performance-incomplete': {
    status: 409,
    title: ['更正后成绩不全', 'Correction is incomplete'],
    detail: [
      '更正后仍缺：{missing}；请一并填写。',
      'After the correction this would be missing: {missingEn}; enter it, too.',
    ],
  },
} as const satisfies Record<string, ProblemDefinition>;
