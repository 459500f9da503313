// What studio-alliances refuses, and what it tells the user.
import type { ProblemDefinition } from '../problem.ts';

export const studioAlliancesProblems = {
  'capacity-below-places': {
    status: 409,
    title: ['容量小于已占名额', 'Capacity below the places taken'],
    detail: [
      '已有 {held} 个名额被占用（{holders}），容量不能改为 {capacity}；请先让其中的联盟释放名额。',
      '{held} places are taken ({holders}); the capacity cannot become {capacity} before some are released.',
    ],
  },
  'studio-not-recognised': {
    status: 409,
    title: ['工作室未在认定状态', 'Studio not recognised'],
    detail: [
      '下列工作室尚未认定或已暂停：{studios}。请先认定，或另选工作室。',
      'Not recognised, or suspended: {studios}. Recognise them first or choose others.',
    ],
  },
  'pairing-too-small': {
    status: 422,
    title: ['可配对的工作室不足', 'Too few studios to pair'],
    detail: [
      '只有 {count} 个已认定的工作室，至少需要两个；请先登记并认定工作室。',
      'Only {count} recognised studios; pairing takes at least two. Register and recognise studios first.',
    ],
  },
  'pairing-conflict': {
    status: 422,
    title: ['保留或禁止的配对有误', 'Kept or forbidden pairs contradict'],
    detail: [
      '请改正下列配对：{pairs}。配对须为两个不同的、参加本次运行的工作室，不得重复，不得既保留又禁止，保留的配对不得超过剩余名额。',
      'Mend these pairs: {pairs}. A pair takes two different studios of this run, is listed once, not both kept and forbidden, and kept pairs stay within the free places.',
    ],
  },
  'pairing-leaders': {
    status: 422,
    title: ['牵头工作室有误', 'Leading studios are wrong'],
    detail: [
      '请改正下列牵头工作室：{studios}。牵头者须参加本次运行、只列一次、至少有一个空余名额，且不得全部工作室都牵头。',
      'Mend these leading studios: {studios}. A leader takes part in this run, is listed once, has at least one free place, and not every studio leads.',
    ],
  },
  'pairing-state': {
    status: 409,
    title: ['配对运行状态不符', 'Not in this state of the pairing run'],
    detail: [
      '该次配对{statusZh}；此操作只适用于{neededZh}的配对。',
      'The pairing run is {status}; this takes one that is {needed}.',
    ],
  },
  'studio-differs': {
    status: 409,
    title: ['与已登记的内容不同', 'Differs from what is registered'],
    detail: [
      '{name}（{code}）已登记，且下列内容不同：{fields}；如需更改，请用“更正”或“更换带头人”。',
      '{name} ({code}) is registered and differs in: {fields}. To change it, amend the studio or change its leader.',
    ],
  },
  'studios-repeated': {
    status: 422,
    title: ['成员重复', 'A studio is listed twice'],
    detail: [
      '同一工作室只能列一次：{studios}；联盟至少有两个不同的成员。',
      'A studio is listed once only: {studios}; an alliance takes at least two different members.',
    ],
  },
  'places-missing': {
    status: 409,
    title: ['名额尚未落实', 'Places are missing'],
    detail: [
      '等待预留：{waiting}；被拒绝（括号内为占用名额的联盟）：{refused}。请稍候，或请占用者释放名额后重新邀请，或更换成员。',
      'Waiting for a place: {waiting}; refused (in brackets who holds the places): {refused}. Wait, ask again once a place is released, or choose another member.',
    ],
  },
  'alliance-state': {
    status: 409,
    title: ['联盟状态不符', 'Not in this state of the alliance'],
    detail: [
      '联盟“{name}”{statusZh}；此操作只适用于下列状态的联盟：{neededZh}。',
      'The alliance {name} is {status}; this takes one that is {needed}.',
    ],
  },
  'already-member': {
    status: 409,
    title: ['已是成员', 'Already a member'],
    detail: ['{studio} 已是联盟成员或正在预留名额。', '{studio} is a member already, or waits for its place.'],
  },
  'not-a-member': {
    status: 409,
    title: ['不是成员', 'Not a member'],
    detail: ['工作室 {studio} 不是该联盟的成员。', 'The studio {studio} is no member of this alliance.'],
  },
  'too-few-members': {
    status: 409,
    title: ['成员过少', 'Too few members'],
    detail: [
      '{studio} 退出后联盟将不足两个成员；请先吸收新成员，或解散联盟。',
      'Without {studio} the alliance has fewer than two members; let another join first, or dissolve it.',
    ],
  },
  'successor-needed': {
    status: 409,
    title: ['须指定新的牵头工作室', 'A new leading studio is needed'],
    detail: [
      '{studio} 是牵头工作室；请用 successor 指定另一名已落实名额的成员牵头。',
      '{studio} leads; name another member with a place as successor.',
    ],
  },
  'outside-alliance-time': {
    status: 422,
    title: ['不在联盟存续期内', 'Outside the time of the alliance'],
    detail: [
      '{date} 不在联盟存续期内（{from} 至 {to}）；请核对日期。',
      '{date} is outside the alliance’s time ({from} to {to}); check the date.',
    ],
  },
  'project-closed': {
    status: 409,
    title: ['课题已结题', 'The joint project is closed'],
    detail: ['课题“{topic}”已结题；如需继续，请另立课题。', '{topic} is closed; open another to go on.'],
  },
  'output-known': {
    status: 409,
    title: ['成果已填报', 'The output is logged already'],
    detail: [
      '该联盟已填报成果“{title}”；同一成果每个联盟只计一次。',
      'The alliance has logged {title} already; an output counts once.',
    ],
  },
  'output-state': {
    status: 409,
    title: ['成果状态不符', 'Not in this state of the output'],
    detail: [
      '成果“{name}”{statusZh}；此操作只适用于下列状态的成果：{neededZh}。',
      'The output {name} is {status}; this takes one that is {needed}.',
    ],
  },
  'output-incomplete': {
    status: 422,
    title: ['成果材料不全', 'The output is incomplete'],
    detail: [
      '成果“{title}”提交前须至少有一份应用佐证，且采用日期（{adoptedOn}）不得晚于 {on}。',
      '{title} needs at least one piece of evidence and an adoption date ({adoptedOn}) no later than {on}.',
    ],
  },
  'benefit-period': {
    status: 422,
    title: ['效益期间有误', 'Wrong period of benefit'],
    detail: [
      '效益期间须在采用之日（{adoptedOn}）起连续十二个月内（至 {until}），且已结束；收到的是 {from} 至 {to}。',
      'The benefit is that of a past period within twelve months from adoption ({adoptedOn} to {until}); given {from} to {to}.',
    ],
  },
  'duty-year-running': {
    status: 409,
    title: ['年度尚未结束', 'The year is not over'],
    detail: ['{year} 年度到 {due} 才结束，之后方可结账。', 'The year {year} runs until {due}; close it after that.'],
  },
  'duty-year-closed': {
    status: 409,
    title: ['年度已结账', 'The year is closed'],
    detail: ['{year} 年度已结账，成果 {outputs} 项。', 'The year {year} is closed with {outputs} outputs.'],
  },
  'outputs-undecided': {
    status: 409,
    title: ['尚有成果待审', 'Outputs wait for a decision'],
    detail: ['请先审定已提交的成果：{outputs}。', 'Decide on the submitted outputs first: {outputs}.'],
  },
} as const satisfies Record<string, ProblemDefinition>;
