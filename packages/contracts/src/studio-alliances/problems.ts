// What studio-alliances refuses, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const studioAlliancesProblems = {
  'another-person': {
    status: 409,
    title: ['须由另一人办理', 'Another person is needed'],
    detail: [
      '“{title}”的填报、效益核定和认可须由不同的人办理；您已办理其中一项，请由另一位同事办理。',
      'Logging, certifying and accepting “{title}” take different people, and you did one of these; ask a colleague.',
    ],
  },
  'benefit-reason': {
    status: 422,
    title: ['更正效益须说明原因', 'A corrected benefit needs a reason'],
    detail: [
      '“{title}”满十二个月的效益已核定；如需更正，请说明原因。',
      'The twelve months’ benefit of “{title}” is certified; give a reason to correct it.',
    ],
  },
  'invitation-closed': {
    status: 409,
    title: ['邀请已不能答复', 'Invitation closed'],
    detail: [
      '“{name}”的邀请{statusZh}，不能再答复；如仍需合作，请对方重新邀请。',
      'The invitation of “{name}” is {status} and cannot be answered; ask the alliance to invite again.',
    ],
  },
  'capacity-below-places': {
    status: 409,
    title: ['容量小于已占名额', 'Capacity below the places taken'],
    detail: [
      '已有 {held} 个名额被占用（{holders}），容量不能改为 {capacity}；请先让其中的联盟释放名额。',
      '{held} places are taken ({holders}), so the capacity cannot be {capacity}; release places first.',
    ],
  },
  'studio-not-recognised': {
    status: 409,
    title: ['工作室未在认定状态', 'Studio not recognised'],
    detail: [
      '下列工作室尚未认定或已暂停：{studios}。请先认定，或另选工作室。',
      'These studios are not recognised, or are suspended: {studios}. Recognise them first or choose others.',
    ],
  },
  'pairing-too-small': {
    status: 422,
    title: ['可配对的工作室不足', 'Too few studios to pair'],
    detail: [
      '只有 {count} 个已认定的工作室，至少需要两个；请先登记并认定工作室。',
      'Pairing needs at least two recognised studios and there are {count}; register and recognise studios first.',
    ],
  },
  'pairing-conflict': {
    status: 422,
    title: ['保留或禁止的配对有误', 'Kept and forbidden pairs conflict'],
    detail: [
      '请改正下列配对：{pairs}。每对须为参加本次运行的两个不同的工作室，只列一次，不能既保留又禁止；保留的配对不能超过剩余名额。',
      'Fix these pairs: {pairs}. A pair is two different studios of this run, listed once, not both kept and forbidden; kept pairs must fit the free places.',
    ],
  },
  'pairing-leaders': {
    status: 422,
    title: ['牵头工作室有误', 'Invalid leading studios'],
    detail: [
      '请改正下列牵头工作室：{studios}。牵头者须参加本次运行，只列一次，至少有一个空余名额；不能所有工作室都牵头。',
      'Fix these leading studios: {studios}. A leader takes part in this run, is listed once and has a free place; not every studio may lead.',
    ],
  },
  'pairing-state': {
    status: 409,
    title: ['配对状态不允许', 'Not possible in this state'],
    detail: [
      '该次配对{statusZh}；只有{neededZh}的配对可以这样办理。',
      'The pairing run is {status}; it must be {needed}.',
    ],
  },
  'proposal-not-accepted': {
    status: 409,
    title: ['建议尚未采纳', 'Proposal not accepted'],
    detail: [
      '第 {number} 项建议（{names}）尚未采纳；请先采纳，再据以成立联盟。',
      'Proposal {number} ({names}) is not accepted; accept it before you found an alliance from it.',
    ],
  },
  'proposal-founded': {
    status: 409,
    title: ['建议已成立联盟', 'Proposal already founded'],
    detail: [
      '第 {number} 项建议已成立联盟“{name}”（{code}）；如需改变决定，请先解散该联盟。',
      'From proposal {number} the alliance “{name}” ({code}) was founded; dissolve it before you decide otherwise.',
    ],
  },
  'proposal-other-studios': {
    status: 422,
    title: ['与所引建议的工作室不符', 'Other studios than proposed'],
    detail: [
      '第 {number} 项建议是 {names}；以其为依据的联盟须包含这两个工作室。',
      'Proposal {number} is {names}; an alliance that comes from it has both as members.',
    ],
  },
  'form-not-suggested': {
    status: 422,
    title: ['没有可用的形式建议', 'No form is suggested'],
    detail: [
      '{names} 没有一致的形式建议；请在请求中指定联盟形式。',
      'No single form is suggested for {names}; declare the form in the request.',
    ],
  },
  'future-since': {
    status: 422,
    title: ['成立日期尚未到', 'Founded in the future'],
    detail: [
      '联盟的成立日期 {since} 晚于 {on}；请填不晚于当日的日期。',
      'An alliance cannot be founded on {since}, after {on}.',
    ],
  },
  'future-date': {
    status: 422,
    title: ['日期尚未到', 'Date in the future'],
    detail: ['{date} 晚于 {on}；请填不晚于当日的日期。', '{date} is after {on}; give a date that has come.'],
  },
  'same-members': {
    status: 409,
    title: ['成员相同的联盟已存在', 'Same members already allied'],
    detail: [
      '“{name}”（{code}）的成员与此完全相同；请先解散它，或更换成员。',
      '“{name}” ({code}) has exactly these members; dissolve it first, or choose other members.',
    ],
  },
  'studio-differs': {
    status: 409,
    title: ['与已登记的内容不同', 'Already registered with other data'],
    detail: [
      '{name}（{code}）已经登记，但下列内容不同：{fieldsZh}；如需更改，请用“更正”或“更换带头人”。',
      '{name} ({code}) is registered with different: {fieldsEn}. To change it, amend the studio or change its leader.',
    ],
  },
  'studios-repeated': {
    status: 422,
    title: ['成员重复', 'A studio is listed twice'],
    detail: [
      '同一工作室只能列一次：{studios}；联盟至少有两个不同的成员。',
      'List each studio once: {studios}. An alliance has at least two different members.',
    ],
  },
  'places-missing': {
    status: 409,
    title: ['名额尚未落实', 'Places not confirmed'],
    detail: [
      '等待预留：{waiting}；被拒绝（括号内为占用名额的联盟）：{refused}。请稍候，或请占用者释放名额后重新邀请，或更换成员。',
      'Waiting for a place: {waiting}; refused (in brackets the alliances that hold the places): {refused}. Wait, invite again once a place is released, or choose another member.',
    ],
  },
  'alliance-state': {
    status: 409,
    title: ['联盟状态不允许', 'Not possible in this state'],
    detail: [
      '联盟“{name}”{statusZh}；只有{neededZh}的联盟可以这样办理。',
      'The alliance “{name}” is {status}; it must be {needed}.',
    ],
  },
  'already-member': {
    status: 409,
    title: ['已是成员', 'Already a member'],
    detail: ['{studio} 已是联盟成员，或正在预留名额。', '{studio} is already a member, or is waiting for its place.'],
  },
  'not-a-member': {
    status: 409,
    title: ['不是成员', 'Not a member'],
    detail: ['该工作室（{studio}）不是联盟的成员。', 'That studio ({studio}) is not a member of the alliance.'],
  },
  'too-few-members': {
    status: 409,
    title: ['成员过少', 'Too few members'],
    detail: [
      '{studio} 退出后联盟不足两个成员；请先吸收新成员，或解散联盟。',
      'Without {studio} the alliance has fewer than two members; add one first, or dissolve it.',
    ],
  },
  'successor-needed': {
    status: 409,
    title: ['须指定新的牵头工作室', 'Successor required'],
    detail: [
      '{studio} 是牵头工作室；请在 successor 中指定另一名已落实名额的成员牵头。',
      '{studio} leads the alliance; name another member with a confirmed place in `successor`.',
    ],
  },
  'outside-alliance-time': {
    status: 422,
    title: ['不在联盟存续期内', 'Outside the time of the alliance'],
    detail: [
      '{date} 不在联盟存续期内（{from} 至 {to}）；请核对日期。',
      '{date} is outside the lifetime of the alliance ({from} to {to}); check the date.',
    ],
  },
  'project-closed': {
    status: 409,
    title: ['课题已结题', 'Joint project closed'],
    detail: ['课题“{topic}”已结题；如需继续，请另立课题。', '“{topic}” is closed; open another project to continue.'],
  },
  'milestones-repeated': {
    status: 422,
    title: ['节点重复', 'Milestones repeated'],
    detail: [
      '课题节点的名称不能重复：{titles}；请改用不同的名称。',
      'A joint project names each milestone once, but these are repeated: {titles}. Give them different titles.',
    ],
  },
  'milestone-unknown': {
    status: 422,
    title: ['没有这个节点', 'No such milestone'],
    detail: [
      '课题“{topic}”没有待完成的节点“{milestone}”；请从下列节点中选择：{open}。',
      '“{topic}” has no open milestone “{milestone}”; choose one of: {open}.',
    ],
  },
  'milestones-open': {
    status: 422,
    title: ['尚有节点未完成', 'Milestones not reached'],
    detail: [
      '课题“{topic}”尚有节点未完成：{open}；如仍要结题，请说明原因。',
      '“{topic}” has milestones that are not reached: {open}. Give a reason to close it all the same.',
    ],
  },
  'link-closed': {
    status: 404,
    title: ['链接无效', 'Link not valid'],
    detail: [
      '这个链接不存在、已过期或已停用；请向本单位工会索取新的二维码。',
      'This link does not exist, has expired or was revoked; ask the union of your unit for a new code.',
    ],
  },
  'receipt-unknown': {
    status: 404,
    title: ['回执码有误', 'Receipt not known'],
    detail: ['没有这个回执码；请核对后重试。', 'There is no such receipt; compare it and try again.'],
  },
  'too-many-suggestions': {
    status: 429,
    title: ['提交过于频繁', 'Too many suggestions'],
    detail: [
      '提交过于频繁，请 {seconds} 秒后再试。',
      'Too many suggestions came from here; try again in {seconds} seconds.',
    ],
  },
  'suggestion-state': {
    status: 409,
    title: ['建议状态不允许', 'Not possible in this state'],
    detail: [
      '建议“{name}”{statusZh}；只有{neededZh}的建议可以这样办理。',
      'The suggestion “{name}” is {status}; it must be {needed}.',
    ],
  },
  'need-state': {
    status: 409,
    title: ['需求状态不允许', 'Not possible in this state'],
    detail: [
      '需求“{name}”{statusZh}；只有{neededZh}的需求可以这样办理。',
      'The need “{name}” is {status}; it must be {needed}.',
    ],
  },
  'output-known': {
    status: 409,
    title: ['成果已填报', 'Output already logged'],
    detail: [
      '该联盟已填报成果“{title}”；同一成果每个联盟只计一次。',
      'The alliance has already logged “{title}”; each output counts once.',
    ],
  },
  'output-state': {
    status: 409,
    title: ['成果状态不允许', 'Not possible in this state'],
    detail: [
      '成果“{name}”{statusZh}；只有{neededZh}的成果可以这样办理。',
      'The output “{name}” is {status}; it must be {needed}.',
    ],
  },
  'output-incomplete': {
    status: 422,
    title: ['成果材料不全', 'Output is incomplete'],
    detail: [
      '成果“{title}”提交前至少要有一份应用佐证，采用日期（{adoptedOn}）不能晚于 {on}。',
      '“{title}” needs at least one piece of evidence and an adoption date ({adoptedOn}) no later than {on}.',
    ],
  },
  'output-rules-not-drafted': {
    status: 409,
    title: ['没有待发布的成果规则', 'No rules to publish'],
    detail: [
      '成果规则没有待发布的草稿（当前为第 {version} 版）；请先保存草稿。',
      'No draft of the rules for outputs is waiting (version {version} applies); save one first.',
    ],
  },
  'output-kind': {
    status: 422,
    title: ['成果种类不在规则内', 'Kind not in the rules'],
    detail: [
      '“{kind}”不是成果规则中的种类；请从下列种类中选择：{known}。',
      'The rules for outputs do not name the kind “{kind}”; choose one of: {known}.',
    ],
  },
  'output-applied': {
    status: 422,
    title: ['应用领域不在规则内', 'Field of application not in the rules'],
    detail: [
      '成果规则不含应用领域：{appliedZh}；请从下列领域中选择：{knownZh}。',
      'The rules for outputs do not name these fields of application: {applied}; choose among: {known}.',
    ],
  },
  'output-lacks': {
    status: 422,
    title: ['成果材料未达规则要求', 'Output lacks what its rules need'],
    detail: [
      '按成果规则，“{title}”还缺：{missingZh}。佐证或附件的名称含有所需材料名称即可。',
      'By the rules for outputs “{title}” still lacks: {missing}. Evidence or a file whose name has the words will do.',
    ],
  },
  'duplicates-undecided': {
    status: 409,
    title: ['须先判定相近成果', 'Like outputs need a word'],
    detail: [
      '“{title}”与已认可的成果相近：{outputs}；请逐一写明是否相同及理由。',
      '“{title}” is like what was accepted before: {outputs}; say of each whether it is the same, and why.',
    ],
  },
  'adoption-date': {
    status: 422,
    title: ['采用日期有误', 'Invalid adoption date'],
    detail: [
      '在别处采用的日期须在成果采用之日（{from}）至 {on} 之间；现为 {adoptedOn}。',
      'An output is taken up elsewhere between its own adoption ({from}) and {on}; given: {adoptedOn}.',
    ],
  },
  'benefit-missing': {
    status: 409,
    title: ['尚未核定效益', 'Benefit not certified'],
    detail: [
      '按成果规则，种类“{kind}”须先由财务核定效益；“{title}”尚未核定。',
      'By the rules for outputs the kind “{kind}” needs a benefit certified by finance; “{title}” has none yet.',
    ],
  },
  'benefit-period': {
    status: 422,
    title: ['效益期间有误', 'Invalid benefit period'],
    detail: [
      '效益期间须在采用之日（{adoptedOn}）起连续十二个月内（至 {until}），且已经结束；现为 {from} 至 {to}。',
      'The benefit period must be over and lie within twelve months of adoption ({adoptedOn} to {until}); given: {from} to {to}.',
    ],
  },
  'duty-year-running': {
    status: 409,
    title: ['年度尚未结束', 'Year not over'],
    detail: ['{year} 年度到 {due} 才结束，之后方可结账。', 'The year {year} ends on {due}; close it after that.'],
  },
  'duty-year-closed': {
    status: 409,
    title: ['年度已结账', 'Year already closed'],
    detail: ['{year} 年度已结账，成果 {outputs} 项。', 'The year {year} is closed with {outputs} outputs.'],
  },
  'duty-not-closed': {
    status: 409,
    title: ['年度尚未结账', 'Year not closed'],
    detail: ['{year} 年度尚未结账，无须更正。', 'The year {year} is not closed yet, so nothing is to be corrected.'],
  },
  'duty-not-behind': {
    status: 409,
    title: ['无须整改', 'Nothing to rectify'],
    detail: [
      '{year} 年度{stateZh}；只有已结账且未达成的年度可以限期整改。',
      'The year {year} is {state}; only a closed year that is behind is rectified.',
    ],
  },
  'rectify-by': {
    status: 422,
    title: ['整改期限有误', 'Invalid day to rectify by'],
    detail: ['整改期限须晚于 {on}；现为 {by}。', 'The day to rectify by lies after {on}; given: {by}.'],
  },
  'no-duties': {
    status: 409,
    title: ['没有待结账的联盟', 'Nothing to close'],
    detail: ['{year} 年度没有待结账的联盟。', 'No alliance has an open duty of {year}.'],
  },
  'outputs-undecided': {
    status: 409,
    title: ['尚有成果待审', 'Outputs await a decision'],
    detail: ['请先审定已提交的成果：{outputs}。', 'Decide on the submitted outputs first: {outputs}.'],
  },
} as const satisfies Record<string, ProblemDefinition>;
