// What awards refuses, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const awardsProblems = {
  'recipient-unknown': {
    status: 422,
    title: ['获奖对象未登记', 'Recipient not registered'],
    detail: [
      '没有找到已登记的单位、队伍、人员或已批准的联盟：{recipients}。请先登记或批准，再列入名单。',
      'No registered unit, team or person, nor approved alliance: {recipients}. Register or approve it first, then list it.',
    ],
  },
  'nobody-to-draft': {
    status: 409,
    title: ['没有可列入的对象', 'Nobody to list'],
    detail: [
      '{year} 年没有符合条件的对象，名单未拟定；请先结清年度任务或认可成果。',
      'Nobody qualifies in {year}, so no list was drafted; close the duties or accept outputs first.',
    ],
  },
  'honour-unknown': {
    status: 422,
    title: ['名单中没有该荣誉', 'The list has no such honour'],
    detail: ['名单中没有这项荣誉（{honour}，组别：{group}）。', 'The list has no honour “{honour}” (group: {group}).'],
  },
  'candidate-unknown': {
    status: 422,
    title: ['名单中没有该候选对象', 'The list has no such candidate'],
    detail: ['名单中没有：{candidates}。', 'Not on the list: {candidates}.'],
  },
  'list-reviewed': {
    status: 409,
    title: ['名单已审定', 'List already reviewed'],
    detail: [
      '“{title}”已审定，不能再改；请由评审委员会退回，或登记异议。',
      '“{title}” is reviewed and can no longer change; have the committee take it back, or file an objection.',
    ],
  },
  'list-not-reviewed': {
    status: 409,
    title: ['名单尚未审定', 'List not reviewed'],
    detail: ['“{title}”尚未经评审委员会审定。', 'The committee has not reviewed “{title}” yet.'],
  },
  'candidate-settled': {
    status: 409,
    title: ['候选对象状态不允许', 'Not possible in this state'],
    detail: [
      '“{name}”{stateZh}；只有拟表彰的对象可以这样办理。',
      '“{name}” is {state}; the candidate must be proposed.',
    ],
  },
  'revision-open': {
    status: 409,
    title: ['考评结果已更正，名单待核对', 'Evaluation revised'],
    detail: [
      '“{title}”所依据的年终考评已重新考评（{reasons}），涉及：{names}。请核对名单，再“确认考评更正”。',
      'The evaluation behind “{title}” was revised ({reasons}), which concerns: {names}. Check the list, then acknowledge the revision.',
    ],
  },
  'no-tie': {
    status: 409,
    title: ['没有待裁定的并列', 'No tie to resolve'],
    detail: ['荣誉“{honourLabel}”没有待裁定的并列名次。', 'Honour “{honourLabel}” has no tie to resolve.'],
  },
  'not-among-the-tied': {
    status: 422,
    title: ['不在并列名单内', 'Not among the tied'],
    detail: ['以下对象不在待裁定的并列名单内：{candidates}。', 'These candidates are not tied: {candidates}.'],
  },
  'too-many-granted': {
    status: 422,
    title: ['超过剩余名额', 'More than the open seats'],
    detail: [
      '荣誉“{honourLabel}”剩余名额 {open} 个，选定了 {chosen} 个；如全部并列授予，请用 joint。',
      'Honour “{honourLabel}” has {open} open seats and you chose {chosen}; to honour all of the tied, set `joint`.',
    ],
  },
  'tie-open': {
    status: 409,
    title: ['并列名次尚未裁定', 'Tie not resolved'],
    detail: [
      '请评审委员会先裁定并列名次：{honourLabels}。',
      'The committee must first resolve the ties of: {honourLabels}.',
    ],
  },
  'no-candidates': {
    status: 409,
    title: ['没有可处理的对象', 'No candidates left'],
    detail: [
      '“{title}”没有拟表彰的对象（另有 {held} 个因异议暂缓）。',
      '“{title}” has no candidate left ({held} held back by objections).',
    ],
  },
  'honour-already-held': {
    status: 409,
    title: ['当年已获该荣誉', 'Honour already held this year'],
    detail: [
      '以下对象当年已获同一荣誉，不重复授予，请先移出名单：{names}。',
      'These already hold the same honour for the year; remove them first: {names}.',
    ],
  },
  'candidate-ineligible': {
    status: 409,
    title: ['不符合表彰条件', 'Not eligible'],
    detail: [
      '以下对象不符合表彰条件：{reasons}。请移出名单；确需表彰的，先由评审委员会说明理由予以豁免。',
      'Not eligible: {reasonsEn}. Take them off the list, or have the committee override it with a reason first.',
    ],
  },
  'nothing-to-override': {
    status: 409,
    title: ['没有需要豁免的情形', 'Nothing to override'],
    detail: [
      '“{name}”目前没有不符合表彰条件的情形，或已经豁免；同一荣誉不重复授予，不能豁免。',
      'Nothing stands against “{name}” that could be overridden; an honour already held is not granted twice.',
    ],
  },
  'bar-lifted': {
    status: 409,
    title: ['已解除', 'Bar already lifted'],
    detail: ['“{name}”的不予表彰记录已经解除。', 'The bar of “{name}” is already lifted.'],
  },
  'over-seats': {
    status: 409,
    title: ['超过名额', 'More candidates than seats'],
    detail: [
      '荣誉“{honourLabel}”名额 {seats} 个，现有 {count} 个拟表彰对象；请移出或调整名额。',
      'Honour “{honourLabel}” has {seats} seats and {count} candidates; remove some or change the seats.',
    ],
  },
  'quota-not-met': {
    status: 409,
    title: ['未达到比例要求', 'Quota not met'],
    detail: [
      '“{label}”的比例应不低于 {atLeast}，现为 {counted}/{count}。',
      '“{label}” must be at least {atLeast}; it is {counted} of {count}.',
    ],
  },
  'notice-backdated': {
    status: 422,
    title: ['公示不能倒签', 'A notice cannot be backdated'],
    detail: [
      '公示起始日 {from} 早于业务日期 {on}，会缩短公众的异议期。',
      'The notice would start on {from}, before the business date {on}, which would shorten the time to object.',
    ],
  },
  'calendar-unpublished': {
    status: 422,
    title: ['该年放假安排尚未公布', 'Holidays not published yet'],
    detail: [
      '{year} 年的放假调休安排尚未收录，无法推算工作日；请待公布后由运维员收录，或改用更早的起始日。',
      'The holidays of {year} are not known yet, so working days cannot be counted; have an operator load them once published, or start earlier.',
    ],
  },
  'no-notice': {
    status: 409,
    title: ['尚未公示', 'No public notice yet'],
    detail: [
      '“{title}”尚未公示；如刚刚发布，请稍后重试。',
      '“{title}” has no public notice; if it was just published, retry shortly.',
    ],
  },
  'notice-over': {
    status: 409,
    title: ['公示已期满', 'Notice is over'],
    detail: [
      '公示已于 {lastDay} 期满，不能再延长。',
      'The notice ended on {lastDay} and cannot be lengthened any more.',
    ],
  },
  'notice-not-longer': {
    status: 422,
    title: ['公示只能延长', 'A notice can only be lengthened'],
    detail: [
      '公示现至 {before} 止；新的截止日（{lastDay}）须在其后。',
      'The notice runs until {before}; its new last day (given: {lastDay}) must be later.',
    ],
  },
  'notice-running': {
    status: 409,
    title: ['公示尚未期满', 'Notice still running'],
    detail: [
      '公示至 {lastDay} 止，表彰决定的日期（{date}）须在其后。',
      'The notice runs until {lastDay}; the decision must be dated later than that (given: {date}).',
    ],
  },
  'objection-out-of-time': {
    status: 422,
    title: ['不在公示期内', 'Outside the notice period'],
    detail: [
      '异议日期 {date} 不在公示期 {from} 至 {lastDay} 内（信函以邮戳为准）；公示期外反映问题请走撤销程序。',
      '{date} is outside the notice ({from} to {lastDay}; a letter counts by its postmark); later reports go through revocation.',
    ],
  },
  'objection-closed': {
    status: 409,
    title: ['异议已处理完毕', 'Objection already decided'],
    detail: ['该异议已作出处理：{outcomeZh}。', 'This objection is already decided: {outcome}.'],
  },
  'own-nomination': {
    status: 403,
    title: ['应当回避', 'Conflict of interest'],
    detail: [
      '您参与了有关对象的评分或推荐，应当回避，请由其他委员办理。',
      'You scored or nominated a candidate that this is about; another member must decide.',
    ],
  },
  'own-review': {
    status: 403,
    title: ['须由另一人决定', 'Another person decides'],
    detail: [
      '名单由您审定，按本工会的表彰规则，表彰决定须由另一名委员发布。',
      'You reviewed this list; by the rules of your union another member issues the decision.',
    ],
  },
  'own-unit': {
    status: 403,
    title: ['应当回避', 'Conflict of interest'],
    detail: [
      '您所在的单位在这份名单上，应当回避，请由其他委员办理。',
      'Your own unit stands on this list; another member must decide.',
    ],
  },
  'no-tie-decided': {
    status: 409,
    title: ['没有已裁定的并列', 'No tie was decided'],
    detail: ['荣誉“{honourLabel}”没有已裁定的并列名次。', 'No tie of honour “{honourLabel}” was decided.'],
  },
  'list-decided': {
    status: 409,
    title: ['名单已作出决定', 'List already decided'],
    detail: [
      '“{title}”已发布表彰决定，不能退回；如有不当，请更正或撤销荣誉。',
      '“{title}” has a decision and cannot be taken back; correct or revoke grants instead.',
    ],
  },
  'notice-taken-back': {
    status: 409,
    title: ['公示已撤回', 'Notice withdrawn'],
    detail: ['“{title}”的公示已撤回，请重新发布。', 'The notice of “{title}” was withdrawn; publish it anew.'],
  },
  'decision-incomplete': {
    status: 409,
    title: ['决定正在登记', 'Decision still being recorded'],
    detail: ['决定的名单正在登记，请稍后重试。', 'The decision’s list is still being recorded; retry shortly.'],
  },
  'decision-already-revoked': {
    status: 409,
    title: ['决定已撤销', 'Decision already revoked'],
    detail: ['{number} 已于 {revokedOn} 撤销。', '{number} was revoked on {revokedOn}.'],
  },
  'return-date-past': {
    status: 422,
    title: ['交回期限有误', 'Return date in the past'],
    detail: ['交回期限 {returnBy} 早于撤销日期 {on}。', 'The return date {returnBy} is before the revocation on {on}.'],
  },
  'consent-not-given': {
    status: 409,
    title: ['未曾同意公开姓名', 'No consent to withdraw'],
    detail: [
      '该人员未曾同意公开姓名，无需撤回；公示只列单位与荣誉。',
      'This person has not agreed to publish the name, so there is nothing to withdraw; notices show unit and honour alone.',
    ],
  },
  'paper-twice': {
    status: 422,
    title: ['材料重复', 'Paper listed twice'],
    detail: ['第 {position} 项材料与前面的编码相同。', 'Paper no. {position} has the code of an earlier one.'],
  },
  'paper-not-needed': {
    status: 422,
    title: ['无需此材料', 'Paper not needed'],
    detail: [
      '“{name}”无需提交这项材料，请先在名单中设定。',
      '“{name}” does not need this paper; set the papers of the list first.',
    ],
  },
  'paper-late': {
    status: 409,
    title: ['材料已过截止日', 'Paper too late'],
    detail: [
      '“{label}”应于 {lastDay} 前提交，现已逾期；须由评审委员会说明理由后豁免，之后可补交。',
      '“{label}” was due on {lastDay}; the committee may do without it, with a reason, and it can be handed in afterwards.',
    ],
  },
  'paper-is-text': {
    status: 422,
    title: ['应填写文字', 'A text is needed'],
    detail: ['“{label}”须填写文字，不收附件。', '“{label}” is a text; it takes no files.'],
  },
  'paper-is-file': {
    status: 422,
    title: ['应附文件', 'Files are needed'],
    detail: ['“{label}”须附文件，不收文字。', '“{label}” is handed in as files; it takes no text.'],
  },
  'paper-too-long': {
    status: 422,
    title: ['文字过长', 'Text too long'],
    detail: ['“{label}”限 {most} 字，现有 {count} 字。', '“{label}” takes {most} characters and has {count}.'],
  },
  'paper-there': {
    status: 409,
    title: ['材料已提交', 'Paper is there'],
    detail: ['“{label}”已提交，无需豁免。', '“{label}” was handed in; there is nothing to do without.'],
  },
  'dossier-settled': {
    status: 409,
    title: ['对象已有结论', 'Candidate settled'],
    detail: ['“{name}”{stateZh}，其材料不再变更。', '“{name}” is {state}; its papers do not change any more.'],
  },
  'papers-missing': {
    status: 409,
    title: ['材料不齐', 'Papers missing'],
    detail: [
      '{count} 个候选对象材料不齐：{names}。请补交，或由评审委员会说明理由后豁免。',
      '{count} candidates lack papers: {names}. Hand them in, or have the committee do without, with a reason.',
    ],
  },
  'member-twice': {
    status: 422,
    title: ['委员重复', 'Member listed twice'],
    detail: ['第 {position} 名委员与前面的重复。', 'Member no. {position} is listed already.'],
  },
  'substitute-unknown': {
    status: 422,
    title: ['候补人不在委员会', 'Substitute not on the committee'],
    detail: [
      '第 {position} 名委员的候补人须是委员会的另一名成员。',
      'The substitute of member no. {position} must be another member of the committee.',
    ],
  },
  'voters-too-few': {
    status: 409,
    title: ['投票人过少', 'Too few voters'],
    detail: [
      '扣除回避的委员后有 {count} 人可以投票，少于 {least} 人便无法保密；请增补委员或候补人。',
      '{count} may vote once those with a part in it step back; with fewer than {least} no vote is secret. Add members or substitutes.',
    ],
  },
  'share-impossible': {
    status: 422,
    title: ['比例无法达到', 'Share out of reach'],
    detail: [
      '法定人数与通过比例不能超过全部；“超过全部”也无法达到。',
      'Quorum and majority cannot be more than all of the votes, nor “more than all”.',
    ],
  },
  'no-vote': {
    status: 403,
    title: ['没有表决权', 'No vote here'],
    detail: [
      '“{title}”的投票名单中没有您：不在任期、无表决权或应当回避。',
      'You are not among the voters on “{title}”: out of term, without a vote, or with a part in it.',
    ],
  },
  'vote-in-person': {
    status: 403,
    title: ['须本人投票', 'Vote in person'],
    detail: ['投票须由委员本人进行，不能代理。', 'A member votes in person; a deputy cannot.'],
  },
  'already-voted': {
    status: 409,
    title: ['已经投票', 'Already voted'],
    detail: ['您已就“{title}”投票，每人一次，不能更改。', 'You voted on “{title}” already: once each, for good.'],
  },
  'vote-not-whole': {
    status: 422,
    title: ['未对全部对象表态', 'Not about every candidate'],
    detail: ['请对全部 {count} 个候选对象各表态一次。', 'Vote once about each of the {count} candidates.'],
  },
  'ballot-over': {
    status: 409,
    title: ['投票时间已过', 'Ballot is over'],
    detail: ['“{title}”的投票截止时刻已过。', 'The closing time of the ballot on “{title}” has passed.'],
  },
  'ballot-running': {
    status: 409,
    title: ['投票尚未结束', 'Ballot still running'],
    detail: [
      '“{title}”的投票未到截止时刻，还有 {count} 人未投。',
      'The ballot on “{title}” still runs, and {count} have not voted.',
    ],
  },
  'ballot-held': {
    status: 409,
    title: ['名单已有投票结果', 'List voted on already'],
    detail: [
      '“{title}”已有投票结果；再次投票须说明理由，原结果仍可查阅。',
      'The committee has voted on “{title}”; voting once more needs a reason, and the earlier result stays readable.',
    ],
  },
  'ballot-closed': {
    status: 409,
    title: ['投票已计票', 'Ballot already counted'],
    detail: ['“{title}”的投票已截止计票。', 'The ballot on “{title}” is closed and counted.'],
  },
  'ballot-moving': {
    status: 409,
    title: ['正在收票', 'Votes still coming in'],
    detail: ['“{title}”刚有新的投票，请稍后重试。', 'A vote on “{title}” came in just now; retry shortly.'],
  },
  'ballot-needed': {
    status: 409,
    title: ['须先投票', 'A ballot comes first'],
    detail: [
      '按本工会的表彰规则，“{title}”须先由评审委员会投票。',
      'By the rules of your union the committee votes on “{title}” first.',
    ],
  },
  'not-carried': {
    status: 409,
    title: ['表决未通过', 'Not carried by the ballot'],
    detail: [
      '以下对象未经投票通过，请移出名单或注明不予表彰：{names}。',
      'The ballot did not carry these; remove or bar them: {names}.',
    ],
  },
  'own-proposal': {
    status: 403,
    title: ['应当回避', 'Conflict of interest'],
    detail: ['摘牌由您提出，应由另一名委员决定。', 'You proposed to take the plaque off; another member decides it.'],
  },
  'removal-decided': {
    status: 409,
    title: ['摘牌建议已有决定', 'Removal already decided'],
    detail: ['“{name}”的摘牌建议已有决定：{outcomeZh}。', 'The proposal about “{name}” is already decided: {outcome}.'],
  },
  'item-not-owed': {
    status: 422,
    title: ['没有该项待交回', 'Nothing of this is to come back'],
    detail: [
      '这些不在应交回之列：{items}。请核对奖牌与证书编号。',
      'These are not among what is to come back: {items}. Check the plaque and the certificate numbers.',
    ],
  },
  'item-settled': {
    status: 409,
    title: ['已经办结', 'Already settled'],
    detail: ['这些已交回或已核销：{items}。', 'These are back or written off already: {items}.'],
  },
  'before-decision': {
    status: 422,
    title: ['早于表彰决定', 'Before the decision'],
    detail: ['撤销日期 {on} 早于决定日期 {date}。', 'The revocation on {on} is before the decision on {date}.'],
  },
  'grant-revoked': {
    status: 409,
    title: ['荣誉已撤销', 'Grant already revoked'],
    detail: ['该荣誉已撤销，不能再更正。', 'This grant is revoked and can no longer be corrected.'],
  },
  'person-named-elsewhere': {
    status: 409,
    title: ['姓名由人员档案更正', 'The person’s record has the name'],
    detail: [
      '个人的姓名取自人员档案，请在人员档案中更正；荣誉上随之显示。',
      'A person’s name comes from the person’s record; correct it there, and the grant shows it.',
    ],
  },
  'webhook-url': {
    status: 422,
    title: ['回调地址不可用', 'Webhook address not usable'],
    detail: [
      '回调地址应是完整的网址，不得含用户名、密码或 # 之后的部分。',
      'A webhook address starts with http:// or https:// and has no user name, password or part after #.',
    ],
  },
  'webhook-address-not-allowed': {
    status: 422,
    title: ['回调地址不在允许范围', 'Webhook address not allowed'],
    detail: [
      '“{host}”不在允许的地址范围内；请由运维员将该系统的地址加入允许范围。',
      '“{host}” is not among the allowed addresses; have the operator allow the system’s address.',
    ],
  },
  'webhook-account': {
    status: 409,
    title: ['登录方式不符', 'Not how it signs in'],
    detail: [
      '以账号登录的对接没有签名密钥，其他回调没有账号；更换账号请用“修改”。',
      'What signs in with an account has no signing secret, and other webhooks have no account; amend it to change the account.',
    ],
  },
  'webhook-removed': {
    status: 409,
    title: ['回调已删除', 'Webhook removed'],
    detail: ['该回调已删除，请重新登记。', 'This webhook was removed; register a new one.'],
  },
  'webhook-disabled': {
    status: 409,
    title: ['回调已停用', 'Webhook disabled'],
    detail: ['该回调已停用，请先启用。', 'This webhook is disabled; enable it first.'],
  },
  'secret-shown': {
    status: 409,
    title: ['密钥已显示过', 'Secret already shown'],
    detail: [
      '签名密钥只显示一次；如未保存，请更换密钥，旧密钥仍有效 24 小时。',
      'The signing secret is shown once; if it was not saved, rotate it: the present one stays valid for 24 hours.',
    ],
  },
  'glyph-missing': {
    status: 422,
    title: ['有字印不出来', 'A character cannot be printed'],
    detail: [
      '证书字库中没有这些字：{characters}（见于：{texts}）。印出来会是空白，请改用其他写法。',
      'The certificate’s font lacks {characters} (in: {texts}), which would be printed as blanks; use another spelling.',
    ],
  },
  'layout-word-unknown': {
    status: 422,
    title: ['版式中有不认识的占位词', 'Unknown word in braces'],
    detail: [
      '版式中的 {words} 无法填写；可用的有：{known}。',
      'Nothing fills in {words} of the layout; these can be used: {known}.',
    ],
  },
  'seal-unusable': {
    status: 422,
    title: ['印章图片不可用', 'Seal image not usable'],
    detail: [
      '印章须为 PNG 图片（不隔行），边长不超过 2000 像素；首次设置须附图片。',
      'A seal is a PNG image, not interlaced, of at most 2000 pixels a side, and has to come with the layout that first places it.',
    ],
  },
  'certificates-not-issued': {
    status: 409,
    title: ['证书尚未签发', 'Certificates not issued yet'],
    detail: [
      '{number} 有 {count} 项荣誉尚未签发（或更正后尚未重新签发）证书。',
      '{number} has {count} grants without a certificate, or corrected since; issue them first.',
    ],
  },
  'nothing-to-certify': {
    status: 409,
    title: ['没有有效的荣誉', 'No grant in force'],
    detail: [
      '该决定授予的荣誉均已撤销，没有可签发的证书。',
      'Every grant of this decision is revoked; there is nothing to certify.',
    ],
  },
  'public-url-unset': {
    status: 409,
    title: ['尚未设置公开网址', 'Public address not set'],
    detail: [
      '证书上的二维码须指向本系统的公开网址，请由运维员先行设置。',
      'The QR code of a certificate leads to this system’s public address; have an operator set it first.',
    ],
  },
} as const satisfies Record<string, ProblemDefinition>;
