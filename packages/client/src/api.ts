// Generated from the installation's description by `pnpm client:types`; a test fails when it is out of date.

/** What every command answers. */
export interface Done {
  id: string;
  version: number;
}
/** Every operation: parameters, body and answer. */
export interface Api {
  /** 删除用户及其个人信息 · Remove a user and their personal data · roles: admin, operator */
  'DELETE /api/users/{id}': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 联盟名单及年度成果 · List alliances with their annual duty · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/alliances': { query: { cursor?: string | undefined; limit?: number | undefined; status?: ("proposed" | "approved" | "dissolved") | undefined; form?: ("linked" | "same-type" | "cross-type") | undefined; year?: number | undefined; mine?: ("true" | "false") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: AllianceListed[]; next?: string | undefined } };
  /** 查看联盟 · Read an alliance · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/alliances/{id}': { params: { id: string }; answer: AllianceAnswer };
  /** 查看联盟年度成果任务 · Read the annual duty of an alliance · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/alliances/{id}/duties/{year}': { params: { id: string; year: number }; answer: DutyAnswer };
  /** 联盟形式建议（由批准人确定） · Suggest forms for an alliance · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/alliances/{id}/suggestions': { params: { id: string }; query: { format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: FormSuggestion[]; next?: string | undefined } };
  /** 申诉列表（参赛单位只见本单位的） · List appeals; entrants see their own · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/appeals': { query: { cursor?: string | undefined; limit?: number | undefined; competition?: string | undefined; round?: string | undefined; check?: string | undefined; status?: ("open" | "upheld" | "dismissed") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: AppealView[]; next?: string | undefined } };
  /** 不予表彰情形列表 · List bars · roles: organiser, committee, auditor, supervisor */
  'GET /api/award-bars': { query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: AwardBarView[]; next?: string | undefined } };
  /** 评审委员会列表 · List committees · roles: organiser, committee, auditor, supervisor */
  'GET /api/award-committees': { query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: AwardCommitteeView[]; next?: string | undefined } };
  /** 查看评审委员会 · Read a committee · roles: organiser, committee, auditor, supervisor */
  'GET /api/award-committees/{id}': { params: { id: string }; answer: AwardCommitteeView };
  /** 表彰名单列表 · List award lists · roles: organiser, committee, auditor, supervisor */
  'GET /api/award-lists': { query: { cursor?: string | undefined; limit?: number | undefined; kind?: ("competition" | "plaque" | "duty" | "outputs" | "hand") | undefined; year?: number | undefined; competition?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: AwardListSummary[]; next?: string | undefined } };
  /** 查看表彰名单及候选对象 · Read an award list with its candidates · roles: organiser, committee, auditor, supervisor */
  'GET /api/award-lists/{id}': { params: { id: string }; answer: AwardListView };
  /** 会前查找应回避的委员 · Find before the meeting who has a part in whom · roles: organiser, committee, auditor, supervisor */
  'GET /api/award-lists/{id}/conflicts': { params: { id: string }; query: { committee: string; format?: ("json" | "csv" | "xlsx") | undefined }; answer: ConflictsView };
  /** 候选对象材料：谁缺什么 · Papers of candidates: who lacks what · roles: organiser, committee, auditor, supervisor */
  'GET /api/award-lists/{id}/dossiers': { params: { id: string }; query: { format?: ("json" | "csv" | "xlsx") | undefined }; answer: DossiersView };
  /** 查看一个候选对象的材料 · Read the papers of a candidate · roles: organiser, committee, auditor, supervisor */
  'GET /api/award-lists/{id}/dossiers/{candidate}': { params: { id: string; candidate: string }; answer: DossierView };
  /** 预审资格：谁不符合哪一条、依据何在 · Try eligibility: who fails which rule, and why · roles: organiser, committee, auditor, supervisor */
  'GET /api/award-lists/{id}/eligibility': { params: { id: string }; query: { recipient?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: EligibilityView };
  /** 撤销后待交回的奖牌、证书 · List plaques and certificates to come back after revocations · roles: organiser, committee, auditor, supervisor */
  'GET /api/award-returns': { query: { cursor?: string | undefined; limit?: number | undefined; status?: ("open" | "settled") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: AwardReturnView[]; next?: string | undefined } };
  /** 查看一份决定待交回的奖牌、证书 · Read what of a decision is to come back · roles: organiser, committee, auditor, supervisor */
  'GET /api/award-returns/{id}': { params: { id: string }; query: { format?: ("json" | "csv" | "xlsx") | undefined }; answer: AwardReturnView };
  /** 查看表彰规则 · Read the rules for honours · roles: organiser, committee, auditor, supervisor */
  'GET /api/award-rules': { answer: AwardRules };
  /** 投票列表 · List ballots · roles: organiser, committee, auditor, supervisor */
  'GET /api/ballots': { query: { cursor?: string | undefined; limit?: number | undefined; list?: string | undefined; status?: ("open" | "closed") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: BallotView[]; next?: string | undefined } };
  /** 查看投票（谁已投，不知投什么；截止后公布票数） · Read a ballot: who voted, never what; counts once closed · roles: organiser, committee, auditor, supervisor */
  'GET /api/ballots/{id}': { params: { id: string }; query: { format?: ("json" | "csv" | "xlsx") | undefined }; answer: BallotView };
  /** 查看全年放假调休安排 · Read the days off of a year · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/calendars/{year}': { params: { year: number }; answer: CalendarView };
  /** 证书版式列表 · List layouts of certificates · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/certificate-layouts': { query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: CertificateLayout[]; next?: string | undefined } };
  /** 预览标准证书版式（样张） · Preview the standard layout of certificates · roles: organiser, committee, hr */
  'GET /api/certificate-layouts/standard/preview': { answer: unknown };
  /** 查看证书版式 · Read a layout of certificates · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/certificate-layouts/{id}': { params: { id: string }; answer: CertificateLayout };
  /** 预览证书版式（样张） · Preview a layout of certificates · roles: organiser, committee, hr */
  'GET /api/certificate-layouts/{id}/preview': { params: { id: string }; answer: unknown };
  /** 检查员（评委）名单 · List who may check or judge · roles: organiser, committee */
  'GET /api/checkers': { query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: CheckerView[]; next?: string | undefined } };
  /** 检查列表 · List checks · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/checks': { query: { cursor?: string | undefined; limit?: number | undefined; round?: string | undefined; competition?: string | undefined; entry?: string | undefined; unit?: string | undefined; status?: ("made" | "open" | "sealed" | "withdrawn") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: CheckSummary[]; next?: string | undefined } };
  /** 查看检查 · Read a check · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/checks/{id}': { params: { id: string }; answer: CheckView };
  /** 查看申诉及前后两份成绩说明 · Read an appeal with both explanations · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/checks/{id}/appeals/{appeal}': { params: { id: string; appeal: string }; answer: AppealExplained };
  /** 历次更正及名次变动 · List corrections with the rank changes of each · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/checks/{id}/corrections': { params: { id: string }; query: { format?: ("json" | "csv" | "xlsx") | undefined }; answer: CorrectionsView };
  /** 自评与部门评分对照 · Read the self score next to the departments’ sheets · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/checks/{id}/self-score': { params: { id: string }; query: { format?: ("json" | "csv" | "xlsx") | undefined }; answer: SelfScoreView };
  /** 竞赛列表 · List competitions · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/competitions': { query: { cursor?: string | undefined; limit?: number | undefined; year?: number | undefined; state?: ("announced" | "launched" | "closed" | "cancelled") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: CompetitionSummary[]; next?: string | undefined } };
  /** 查看竞赛（含赛道、周期、报名情况） · Read a competition with its tracks, periods and entry counts · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/competitions/{id}': { params: { id: string }; answer: CompetitionView };
  /** 竞赛的报名列表 · List a competition’s entries · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/competitions/{id}/entries': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; track?: string | undefined; state?: ("registered" | "accepted" | "rejected" | "withdrawn") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: EntryView[]; next?: string | undefined } };
  /** 批量导入报名：模板 · Import entries: template · roles: organiser */
  'GET /api/competitions/{id}/entries/import/template.xlsx': { params: { id: string }; answer: unknown };
  /** 导出评分输入（可用评分命令核算） · Export the scoring inputs · roles: organiser, committee, auditor */
  'GET /api/competitions/{id}/inputs': { params: { id: string }; query: { track: string }; answer: SeasonView };
  /** 建议参赛单位（往年参赛、本次尚未报名） · List units of the copied competition without an entry in this one · roles: organiser */
  'GET /api/competitions/{id}/proposals': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: ProposedEntry[]; next?: string | undefined } };
  /** 查看催办规则 · Read the reminder rules of a competition · roles: organiser, committee, auditor */
  'GET /api/competitions/{id}/reminders': { params: { id: string }; answer: RemindersView };
  /** 批量导入年终评审：模板 · Import year-end reviews: template · roles: organiser, checker */
  'GET /api/competitions/{id}/reviews/import/template.xlsx': { params: { id: string }; answer: unknown };
  /** 批量登记项目施工状态：模板 · Import project statuses: template · roles: organiser */
  'GET /api/competitions/{id}/statuses/import/template.xlsx': { params: { id: string }; answer: unknown };
  /** 比赛申诉列表（参赛单位只见本单位的） · List appeals of contests; entrants see their own · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/contest-appeals': { query: { cursor?: string | undefined; limit?: number | undefined; contest?: string | undefined; stage?: string | undefined; contestant?: string | undefined; status?: ("open" | "upheld" | "dismissed") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: ContestAppealView[]; next?: string | undefined } };
  /** 查看申诉及前后两份成绩说明 · Read an appeal with both explanations · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/contest-appeals/{id}': { params: { id: string }; answer: ContestAppealExplained };
  /** 查看比赛阶段 · Read a stage of a contest · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/contest-stages/{id}': { params: { id: string }; answer: ContestStageView };
  /** 参赛者成绩说明 · Explain a contestant’s result · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/contest-stages/{id}/explanations/{contestant}': { params: { id: string; contestant: string }; answer: ContestExplanation };
  /** 该阶段的比赛编排 · List the fixtures of a stage · roles: organiser, checker, committee, auditor, entrant */
  'GET /api/contest-stages/{id}/fixtures': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: FixtureSummary[]; next?: string | undefined } };
  /** 尚缺的成绩 · List missing results · roles: organiser, checker, committee, auditor */
  'GET /api/contest-stages/{id}/missing': { params: { id: string }; query: { format?: ("json" | "csv" | "xlsx") | undefined }; answer: ContestMissingView };
  /** 该阶段的评委组 · List the judging panels of a stage · roles: organiser, checker, committee, auditor */
  'GET /api/contest-stages/{id}/panels': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: JudgingPanelView[]; next?: string | undefined } };
  /** 已登记的成绩 · List performances · roles: organiser, checker, committee, auditor */
  'GET /api/contest-stages/{id}/performances': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: PerformanceView[]; next?: string | undefined } };
  /** 批量导入成绩：模板 · Import performances: template · roles: organiser, checker */
  'GET /api/contest-stages/{id}/performances/import/template.xlsx': { params: { id: string }; answer: unknown };
  /** 阶段成绩的历次更正及名次变动 · List corrections of a stage with their rank changes · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/contest-stages/{id}/revisions': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: ContestRevisionView[]; next?: string | undefined } };
  /** 阶段排名与荣誉 · Read the standings and honours of a stage · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/contest-stages/{id}/standings': { params: { id: string }; query: { format?: ("json" | "csv" | "xlsx") | undefined }; answer: ContestStandingsView };
  /** 查看参赛者 · Read a contestant · roles: organiser, checker, committee, auditor, entrant */
  'GET /api/contestants/{id}': { params: { id: string }; answer: ContestantView };
  /** 专项比赛列表 · List contests · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/contests': { query: { cursor?: string | undefined; limit?: number | undefined; year?: number | undefined; state?: ("announced" | "cancelled") | undefined; competition?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: ContestSummary[]; next?: string | undefined } };
  /** 查看专项比赛（含各阶段） · Read a contest with its stages · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/contests/{id}': { params: { id: string }; answer: ContestView };
  /** 参赛名单 · List contestants · roles: organiser, checker, committee, auditor, entrant */
  'GET /api/contests/{id}/contestants': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; track?: string | undefined; state?: ("registered" | "accepted" | "rejected" | "withdrawn") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: ContestantView[]; next?: string | undefined } };
  /** 批量导入参赛名单：模板 · Import contestants: template · roles: organiser */
  'GET /api/contests/{id}/contestants/import/template.xlsx': { params: { id: string }; answer: unknown };
  /** 表彰决定列表 · List decisions · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/decisions': { query: { cursor?: string | undefined; limit?: number | undefined; list?: string | undefined; year?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: DecisionView[]; next?: string | undefined } };
  /** 查看表彰决定 · Read a decision · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/decisions/{id}': { params: { id: string }; answer: DecisionView };
  /** 决定的证书 · Certificates of a decision · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/decisions/{id}/certificates': { params: { id: string }; answer: CertificatesView };
  /** 打印证书（合并 PDF 或 zip） · Print certificates: one PDF, or a zip · roles: organiser, committee, hr */
  'GET /api/decisions/{id}/certificates/{extension}': { params: { id: string; extension: ("pdf" | "zip") }; query: { grant?: string | undefined }; answer: unknown };
  /** 打印表彰决定（PDF，名单编号） · Print the letter of a decision · roles: organiser, committee, hr, auditor */
  'GET /api/decisions/{id}/letter': { params: { id: string }; query: { paper?: ("A4" | "A3") | undefined; layout?: string | undefined }; answer: unknown };
  /** 代理安排（谁代谁办理） · List deputies: who acts for whom · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/deputies': { query: { cursor?: string | undefined; limit?: number | undefined; user?: string | undefined; deputy?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: DeputyView[]; next?: string | undefined } };
  /** 提醒发送记录 · List what was sent to whom · roles: organiser, admin, auditor */
  'GET /api/digests': { query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: DigestView[]; next?: string | undefined } };
  /** 年度成果任务一览 · List the annual duty of every alliance · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/duties': { query: { cursor?: string | undefined; limit?: number | undefined; year?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: DutyBoardLine[]; next?: string | undefined } };
  /** 年度成果任务报告（PDF） · Print the duty of a year with its outputs, as PDF · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/duties/{year}/report': { params: { year: number }; answer: unknown };
  /** 年度成果任务工作簿（xlsx） · The duty of a year with its outputs as one workbook, as xlsx · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/duties/{year}/workbook': { params: { year: number }; answer: unknown };
  /** 查看年度任务日程 · Read when years close, remind and studios are confirmed · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/duty-calendar': { answer: DutyCalendar };
  /** 报名列表 · List entries · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/entries': { query: { cursor?: string | undefined; limit?: number | undefined; track?: string | undefined; state?: ("registered" | "accepted" | "rejected" | "withdrawn") | undefined; competition?: string | undefined; unit?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: EntryView[]; next?: string | undefined } };
  /** 查看报名 · Read an entry · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/entries/{id}': { params: { id: string }; answer: EntryView };
  /** 年终考评列表 · List annual evaluations · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/evaluations': { query: { cursor?: string | undefined; limit?: number | undefined; competition?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: EvaluationView[]; next?: string | undefined } };
  /** 查看年终考评 · Read an annual evaluation · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/evaluations/{id}': { params: { id: string }; answer: EvaluationView };
  /** 年终考评的历次更正及名次变动 · List revisions of an annual evaluation with their rank changes · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/evaluations/{id}/revisions': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: EvaluationRevisionView[]; next?: string | undefined } };
  /** 成绩说明 · Explain a result · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/explanations/{result}': { params: { result: string }; answer: Explanation };
  /** 下载附件 · Download a file · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/files/check/{id}': { params: { id: string }; answer: unknown };
  /** 附件信息 · About a file · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/files/check/{id}/about': { params: { id: string }; answer: FileAnswer };
  /** 缩略图 · Thumbnail of an image · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/files/check/{id}/thumbnail': { params: { id: string }; answer: unknown };
  /** 下载附件 · Download a file · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/files/dossier/{id}': { params: { id: string }; answer: unknown };
  /** 附件信息 · About a file · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/files/dossier/{id}/about': { params: { id: string }; answer: FileAnswer };
  /** 缩略图 · Thumbnail of an image · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/files/dossier/{id}/thumbnail': { params: { id: string }; answer: unknown };
  /** 下载附件 · Download a file · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/files/output/{id}': { params: { id: string }; answer: unknown };
  /** 附件信息 · About a file · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/files/output/{id}/about': { params: { id: string }; answer: FileAnswer };
  /** 缩略图 · Thumbnail of an image · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/files/output/{id}/thumbnail': { params: { id: string }; answer: unknown };
  /** 查看比赛编排（场次、积分榜、名次） · Read a fixture: games, table, final places · roles: organiser, checker, committee, auditor, entrant */
  'GET /api/fixtures/{id}': { params: { id: string }; answer: FixtureView };
  /** 淘汰赛对阵图 · Draw the bracket of an elimination · roles: organiser, checker, committee, auditor, entrant */
  'GET /api/fixtures/{id}/bracket': { params: { id: string }; answer: unknown };
  /** 荣誉列表 · List grants in their current state · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/grants': { query: { cursor?: string | undefined; limit?: number | undefined; year?: number | undefined; honour?: string | undefined; status?: ("granted" | "corrected" | "revoked") | undefined; decision?: string | undefined; recipient?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: Grant[]; next?: string | undefined } };
  /** 查看荣誉 · Read a grant · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/grants/{id}': { params: { id: string }; answer: Grant };
  /** 导出荣誉（表格及各人力资源系统） · Export grants: tables, and files for HR systems · roles: hr, admin, auditor */
  'GET /api/hr/exports/{target}': { params: { target: ("csv" | "xlsx" | "oracle" | "workday" | "successfactors") }; query: { year?: number | undefined; status?: ("granted" | "corrected" | "revoked") | undefined; recipientType?: ("unit" | "studio" | "alliance" | "team" | "person") | undefined; recipient?: string | undefined; sectionId?: number | undefined; operation?: ("upsert" | "delete") | undefined; webhook?: string | undefined }; answer: unknown };
  /** 人力资源订阅：按发布顺序续读荣誉各版次 · HR feed: grant revisions in order of publication · roles: hr, auditor */
  'GET /api/hr/feed': { query: { cursor?: string | undefined; limit?: number | undefined; since?: string | undefined; view?: ("changes" | "state") | undefined; wait?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: HrRow[]; next?: string | undefined; cursor?: string | undefined } };
  /** 回调列表 · List webhooks · roles: hr, admin, auditor */
  'GET /api/hr/webhooks': { query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: WebhookView[]; next?: string | undefined } };
  /** 查看回调及其送达情况 · Read a webhook and how sending goes · roles: hr, admin, auditor */
  'GET /api/hr/webhooks/{id}': { params: { id: string }; answer: { webhook: string; url: string; eventTypes: ("award-granted" | "award-corrected" | "award-revoked")[]; name: string; form?: ("standard" | "successfactors") | undefined; state: ("active" | "disabled" | "removed"); cause?: ("asked" | "gone") | undefined; reason?: string | undefined; sending: WebhookSending; publicKey?: string | undefined; overlap?: string | undefined } };
  /** 送达记录 · List deliveries, newest first · roles: hr, admin, auditor */
  'GET /api/hr/webhooks/{id}/deliveries': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; state?: ("waiting" | "delivered" | "failed") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: Delivery[]; next?: string | undefined } };
  /** 结盟邀请列表 · List invitations · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/invitations': { query: { cursor?: string | undefined; limit?: number | undefined; direction?: ("received" | "sent") | undefined; status?: ("open" | "accepted" | "declined" | "lapsed" | "withdrawn") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: InvitationAnswer[]; next?: string | undefined } };
  /** 查看结盟邀请 · Read an invitation · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/invitations/{id}': { params: { id: string }; answer: InvitationAnswer };
  /** 联合攻关课题列表 · List joint projects · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/joint-projects': { query: { cursor?: string | undefined; limit?: number | undefined; alliance?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: JointProjectAnswer[]; next?: string | undefined } };
  /** 查看联合攻关课题 · Read a joint project · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/joint-projects/{id}': { params: { id: string }; answer: JointProjectAnswer };
  /** 查看评委组 · Read a judging panel · roles: organiser, checker, committee, auditor */
  'GET /api/judging-panels/{id}': { params: { id: string }; answer: JudgingPanelView };
  /** 评委尺度表（宽严、离散、标准化的影响） · How lenient or strict each judge was, and what normalising would change · roles: organiser, committee, auditor */
  'GET /api/judging-panels/{id}/calibration': { params: { id: string }; answer: JudgingCalibration };
  /** 评委打分表（关闭前评委只见自己的打分） · List scorecards; before the stage is closed a judge sees own marks · roles: organiser, checker, committee, auditor */
  'GET /api/judging-panels/{id}/scorecards': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: ScorecardView[]; next?: string | undefined } };
  /** 接入系统列表 · List machines · roles: admin */
  'GET /api/machines': { query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: MachineView[]; next?: string | undefined } };
  /** 查看接入系统及密钥最近使用时间 · Read a machine and when its secrets were last used · roles: admin */
  'GET /api/machines/{id}': { params: { id: string }; answer: MachineView };
  /** 当前登录者 · Who is signed in · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/me': { answer: MeView };
  /** 查看本人的提醒设置 · Read one’s own notification settings · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/me/notifications': { answer: SetNotifications };
  /** 技术需求列表 · List needs · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/needs': { query: { cursor?: string | undefined; limit?: number | undefined; studio?: string | undefined; status?: ("open" | "withdrawn" | "solved") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: NeedAnswer[]; next?: string | undefined } };
  /** 查看技术需求 · Read a need · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/needs/{id}': { params: { id: string }; answer: NeedAnswer };
  /** 公示列表 · List notices · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/notices': { query: { cursor?: string | undefined; limit?: number | undefined; list?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: NoticeView[]; next?: string | undefined } };
  /** 查看公示 · Read a notice · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/notices/{id}': { params: { id: string }; query: { format?: ("json" | "csv" | "xlsx") | undefined }; answer: NoticeView };
  /** 异议列表 · List objections · roles: organiser, committee, auditor, supervisor */
  'GET /api/objections': { query: { cursor?: string | undefined; limit?: number | undefined; list?: string | undefined; candidate?: string | undefined; status?: ("open" | "upheld" | "dismissed") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: ObjectionView[]; next?: string | undefined } };
  /** 查看异议 · Read an objection · roles: organiser, committee, auditor, supervisor */
  'GET /api/objections/{id}': { params: { id: string }; answer: ObjectionView };
  /** 组织列表 · List organisations · roles: admin, operator */
  'GET /api/orgs': { query: { cursor?: string | undefined; limit?: number | undefined; code?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: OrganisationView[]; next?: string | undefined } };
  /** 查看组织 · Read an organisation · roles: admin, operator */
  'GET /api/orgs/{id}': { params: { id: string }; answer: OrganisationView };
  /** 成果规则模板列表 · List templates of output rules · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/output-rule-templates': { answer: { items: OutputRulesTemplateAnswer[] } };
  /** 本工会的成果规则 · List the output rules of the union · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/output-rules': { query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: OutputRulesAnswer[]; next?: string | undefined } };
  /** 查看成果规则 · Read output rules · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/output-rules/{id}': { params: { id: string }; answer: OutputRulesAnswer };
  /** 查看成果规则的已发布版本 · Read a published version of output rules · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/output-rules/{id}/versions/{version}': { params: { id: string; version: string }; answer: OutputRulesVersionAnswer };
  /** 创新成果列表 · List outputs · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/outputs': { query: { cursor?: string | undefined; limit?: number | undefined; alliance?: string | undefined; status?: ("draft" | "submitted" | "accepted" | "rejected" | "withdrawn") | undefined; year?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: OutputAnswer[]; next?: string | undefined } };
  /** 查看成果 · Read an output · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/outputs/{id}': { params: { id: string }; answer: OutputAnswer };
  /** 相近成果 · List the outputs that are like one · roles: organiser, auditor */
  'GET /api/outputs/{id}/duplicates': { params: { id: string }; query: { format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: DuplicateAnswer[]; next?: string | undefined } };
  /** 历次配对列表 · List pairing runs · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/pairings': { query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: PairingAnswer[]; next?: string | undefined } };
  /** 查看配对进度、结果与最优性证明 · Read a pairing run with its result and certificate · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/pairings/{id}': { params: { id: string }; answer: PairingAnswer };
  /** 配对进度（SSE） · Watch a pairing run (SSE) · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/pairings/{id}/events': { params: { id: string }; answer: unknown };
  /** 1+N 联盟建议（牵头工作室及其成员） · List 1+N proposals by leading studio · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/pairings/{id}/groups': { params: { id: string }; query: { format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: GroupAnswer[] } };
  /** 配对的输入与参数 · Read the input and parameters of a run · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/pairings/{id}/input': { params: { id: string }; query: { cursor?: string | undefined }; answer: { items: PairingInputAnswer[]; next?: string | undefined } };
  /** 配对实例文件（可用任何求解器验算） · The run as an instance file, for any solver · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/pairings/{id}/instance': { params: { id: string }; answer: unknown };
  /** 未获配对的工作室及原因 · List unpaired studios with the reason · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/pairings/{id}/left-out': { params: { id: string }; query: { cursor?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: LeftOutAnswer[]; next?: string | undefined } };
  /** 影子价格（可据此验算上界） · Shadow prices to verify the bound · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/pairings/{id}/prices': { params: { id: string }; query: { cursor?: string | undefined }; answer: { items: PairingPrice[]; next?: string | undefined; odd: OddSetAnswer[] } };
  /** 配对建议及理由 · List proposals with their reasons · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/pairings/{id}/proposals': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: ProposalAnswer[]; next?: string | undefined } };
  /** 两个工作室为何（未）配对 · Explain why two studios were or were not paired · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/pairings/{id}/why': { params: { id: string }; query: { a: string; b: string }; answer: WhyAnswer };
  /** 人员列表：按姓名或工号查找 · List persons; search by name or employee number · roles: organiser, hr, committee, auditor, admin, entrant */
  'GET /api/people': { query: { cursor?: string | undefined; limit?: number | undefined; q?: string | undefined; unit?: string | undefined; state?: ("active" | "left" | "erased") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: PersonView[]; next?: string | undefined } };
  /** 批量导入人员：入职、变动、离职：模板 · Import persons: joiners, movers, leavers: template · roles: organiser, hr */
  'GET /api/people/import/template.xlsx': { answer: unknown };
  /** 查看人员 · Read a person · roles: organiser, hr, committee, auditor, admin, entrant */
  'GET /api/people/{id}': { params: { id: string }; answer: PersonView };
  /** 摘牌建议列表 · List proposals to take plaques off · roles: organiser, committee, auditor, supervisor */
  'GET /api/plaque-removals': { query: { cursor?: string | undefined; limit?: number | undefined; status?: ("open" | "removed" | "kept") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: PlaqueRemovalView[]; next?: string | undefined } };
  /** 查看摘牌建议 · Read a proposal to take a plaque off · roles: organiser, committee, auditor, supervisor */
  'GET /api/plaque-removals/{id}': { params: { id: string }; answer: PlaqueRemovalView };
  /** 积分活动列表 · List points campaigns · roles: organiser, committee, auditor, entrant */
  'GET /api/points-campaigns': { query: { cursor?: string | undefined; limit?: number | undefined; year?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: PointsCampaignView[]; next?: string | undefined } };
  /** 查看积分活动 · Read a points campaign · roles: organiser, committee, auditor, entrant */
  'GET /api/points-campaigns/{id}': { params: { id: string }; answer: PointsCampaignView };
  /** 积分申报列表 · List claims of points · roles: organiser, committee, auditor, entrant */
  'GET /api/points-campaigns/{id}/claims': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; state?: ("waiting" | "approved" | "rejected" | "taken-back") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: PointsClaimView[]; next?: string | undefined } };
  /** 积分账列表 · List ledgers of points · roles: organiser, committee, auditor, entrant */
  'GET /api/points-campaigns/{id}/ledgers': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: PointsLedgerSummary[]; next?: string | undefined } };
  /** 兑换商户列表 · List partners · roles: organiser, auditor */
  'GET /api/points-campaigns/{id}/partners': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: PointsPartnerView[]; next?: string | undefined } };
  /** 查看积分账（逐笔及余额说明） · Read a ledger with every entry of its balance · roles: organiser, committee, auditor, entrant */
  'GET /api/points-ledgers/{id}': { params: { id: string }; answer: PointsLedgerView };
  /** 查验证书（公众，无需登录） · Check a certificate (public, no sign-in) · public */
  'GET /api/public/certificates/{certificate}': { params: { certificate: string }; query: { code?: string | undefined }; answer: unknown };
  /** 查看公示（公众，无需登录） · Read a notice (public, no sign-in) · public */
  'GET /api/public/notices/{id}': { params: { id: string }; query: { format?: ("json" | "csv" | "xlsx") | undefined }; answer: PublicNoticeView };
  /** 公示网页（公众，可打印） · A notice as a page (public, to print) · public */
  'GET /api/public/notices/{id}/page': { params: { id: string }; answer: unknown };
  /** 商户兑换页面（凭链接，无需登录） · The form of a partner’s link (public, no sign-in) · public */
  'GET /api/public/points-partners/{key}': { params: { key: string }; answer: unknown };
  /** 填写合理化建议（公众，无需登录） · The form of a suggestion (public, no sign-in) · public */
  'GET /api/public/suggestion-links/{key}': { params: { key: string }; answer: unknown };
  /** 凭回执码查看办理情况（公众，无需登录） · What became of a suggestion, by its receipt (public) · public */
  'GET /api/public/suggestions/{receipt}': { params: { receipt: string }; answer: SuggestionSeen };
  /** 办理情况页面（公众，无需登录） · What became of a suggestion, as a page (public) · public */
  'GET /api/public/suggestions/{receipt}/page': { params: { receipt: string }; answer: unknown };
  /** 公开姓名的意愿列表 · List who agrees to publish the name · roles: organiser, committee, auditor, supervisor, hr */
  'GET /api/publication-consents': { query: { cursor?: string | undefined; limit?: number | undefined; status?: ("given" | "withdrawn") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: PublicationConsentView[]; next?: string | undefined } };
  /** 查看一人公开姓名的意愿 · Read what a person said about publishing the name · roles: organiser, committee, auditor, supervisor, hr */
  'GET /api/publication-consents/{id}': { params: { id: string }; answer: PublicationConsentView };
  /** 成绩公布情况 · List how far results are published · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/publications': { query: { cursor?: string | undefined; limit?: number | undefined; competition?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: PublicationView[]; next?: string | undefined } };
  /** 查看成绩公布情况（轮次或年终考评） · Read how far a round or a year is published · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/publications/{id}': { params: { id: string }; answer: PublicationView };
  /** 年终评审列表 · List year-end reviews · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/reviews': { query: { cursor?: string | undefined; limit?: number | undefined; competition?: string | undefined; entry?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: ReviewView[]; next?: string | undefined } };
  /** 查看年终评审 · Read a year-end review · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/reviews/{id}': { params: { id: string }; answer: ReviewView };
  /** 群机器人列表 · List robots of group chats · roles: organiser, admin, auditor */
  'GET /api/robots': { query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: RobotView[]; next?: string | undefined } };
  /** 检查轮次列表 · List rounds · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/rounds': { query: { cursor?: string | undefined; limit?: number | undefined; competition?: string | undefined; track?: string | undefined; status?: ("made" | "open" | "closing" | "closed") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: RoundSummary[]; next?: string | undefined } };
  /** 查看检查轮次 · Read a round · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/rounds/{id}': { params: { id: string }; answer: RoundView };
  /** 批量导入评分：模板 · Import marks: template · roles: checker, organiser */
  'GET /api/rounds/{id}/marks/import/template.xlsx': { params: { id: string }; answer: unknown };
  /** 尚未提交的单位和内容 · List missing submissions by unit · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/rounds/{id}/missing': { params: { id: string }; query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: MissingView };
  /** 打印纸质评分表（每单位每部门一份，带二维码） · Print sheets on paper: one for each unit and department, with a QR code · roles: organiser, checker */
  'GET /api/rounds/{id}/papers': { params: { id: string }; query: { department?: string | undefined; check?: string | undefined }; answer: unknown };
  /** 批量导入计划：模板 · Import plans: template · roles: entrant, organiser */
  'GET /api/rounds/{id}/plans/import/template.xlsx': { params: { id: string }; answer: unknown };
  /** 批量导入完成情况：上报，或核验：模板 · Import progress: reports, or verifications: template · roles: entrant, organiser, checker */
  'GET /api/rounds/{id}/progress/import/template.xlsx': { params: { id: string }; answer: unknown };
  /** 催办文字（发到工作群） · Read a reminder as a text for the group chat · roles: organiser */
  'GET /api/rounds/{id}/reminder-text': { params: { id: string }; answer: ReminderText };
  /** 方案模板列表 · List scheme templates · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/scheme-templates': { answer: { items: SchemeTemplate[] } };
  /** 方案列表 · List schemes · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/schemes': { query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: SchemeSummary[]; next?: string | undefined } };
  /** 查看方案及待修正问题 · Read a scheme with its open findings · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/schemes/{id}': { params: { id: string }; answer: SchemeView };
  /** 查看方案的已发布版本 · Read a published version of a scheme · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/schemes/{id}/versions/{version}': { params: { id: string; version: string }; answer: SchemeVersionView };
  /** 比较两个版本（可与草稿比较） · Compare two versions, or one with the draft · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/schemes/{id}/versions/{version}/compare/{other}': { params: { id: string; version: string; other: (string | ("draft")) }; answer: SchemeComparison };
  /** 排名 · Read standings · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/standings/{competition}': { params: { competition: string }; query: { track?: string | undefined; stage?: string | undefined; period?: string | undefined; group?: string | undefined; cursor?: string | undefined; limit?: number | undefined; around?: string | undefined; as?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: StandingsPage };
  /** 排名实时更新（SSE） · Watch standings live (SSE) · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/standings/{competition}/live': { params: { competition: string }; query: { track?: string | undefined; stage?: string | undefined; period?: string | undefined; group?: string | undefined }; answer: unknown };
  /** 公示栏用的成绩通报（PDF） · Print results for the notice board, as PDF · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/standings/{competition}/report': { params: { competition: string }; query: { track?: string | undefined; period?: string | undefined; paper?: ("A4" | "A3") | undefined }; answer: unknown };
  /** 全年成绩工作簿（xlsx） · The whole year as one workbook, as xlsx · roles: organiser, committee, auditor */
  'GET /api/standings/{competition}/workbook': { params: { competition: string }; answer: unknown };
  /** 工作室名录（各工会公开的工作室） · List or search the studios that unions show · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/studio-directory': { query: { cursor?: string | undefined; limit?: number | undefined; q?: string | undefined; level?: ("national" | "provincial" | "district" | "enterprise") | undefined; trade?: string | undefined; employer?: string | undefined; district?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: DirectoryAnswer[]; next?: string | undefined } };
  /** 工作室列表及检索 · List or search studios · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/studios': { query: { cursor?: string | undefined; limit?: number | undefined; q?: string | undefined; level?: ("national" | "provincial" | "district" | "enterprise") | undefined; trade?: string | undefined; employer?: string | undefined; status?: ("registered" | "recognised" | "suspended") | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: StudioAnswer[]; next?: string | undefined } };
  /** 导入工作室名单：模板 · Import a list of studios: template · roles: organiser */
  'GET /api/studios/import/template.xlsx': { answer: unknown };
  /** 查看工作室 · Read a studio · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/studios/{id}': { params: { id: string }; answer: StudioAnswer };
  /** 合理化建议链接列表 · List the links for suggestions · roles: organiser, auditor */
  'GET /api/suggestion-links': { query: { cursor?: string | undefined; limit?: number | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: SuggestionLinkAnswer[]; next?: string | undefined } };
  /** 合理化建议列表 · List suggestions · roles: organiser, alliance-leader, auditor */
  'GET /api/suggestions': { query: { cursor?: string | undefined; limit?: number | undefined; status?: ("proposed" | "taken-up" | "tried" | "adopted" | "declined") | undefined; studio?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: SuggestionAnswer[]; next?: string | undefined } };
  /** 查看合理化建议 · Read a suggestion · roles: organiser, alliance-leader, auditor */
  'GET /api/suggestions/{id}': { params: { id: string }; answer: SuggestionAnswer };
  /** 我的待办 · What I have to do · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/tasks': { query: { cursor?: string | undefined; limit?: number | undefined }; answer: { items: Task[]; next?: string | undefined } };
  /** 队伍列表 · List teams · roles: organiser, hr, committee, auditor, admin, entrant */
  'GET /api/teams': { query: { cursor?: string | undefined; limit?: number | undefined; asOf?: string | undefined; unit?: string | undefined; code?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: { team: string; code: string; name: string; shortName: string; unit?: string | undefined; to?: string | undefined }[]; next?: string | undefined } };
  /** 批量导入队伍与队员：模板 · Import teams and their members: template · roles: organiser */
  'GET /api/teams/import/template.xlsx': { answer: unknown };
  /** 查看队伍及其队员（可截至某日） · Read a team and its members, as of a date · roles: organiser, hr, committee, auditor, admin, entrant */
  'GET /api/teams/{id}': { params: { id: string }; query: { asOf?: string | undefined }; answer: TeamView };
  /** 单位列表 · List units · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/units': { query: { cursor?: string | undefined; limit?: number | undefined; kind?: ("branch" | "project-department" | "employer") | undefined; code?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: UnitView[]; next?: string | undefined } };
  /** 批量导入单位：模板 · Import units: template · roles: organiser */
  'GET /api/units/import/template.xlsx': { answer: unknown };
  /** 查看单位 · Read a unit · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'GET /api/units/{id}': { params: { id: string }; answer: UnitView };
  /** 用户列表 · List users · roles: admin, operator */
  'GET /api/users': { query: { cursor?: string | undefined; limit?: number | undefined; organisation?: string | undefined; format?: ("json" | "csv" | "xlsx") | undefined }; answer: { items: UserView[]; next?: string | undefined } };
  /** 批量登记用户：模板 · Import users: template · roles: admin, operator */
  'GET /api/users/import/template.xlsx': { answer: unknown };
  /** 查看用户 · Read a user · roles: admin, operator */
  'GET /api/users/{id}': { params: { id: string }; answer: UserView };
  /** 提出联盟 · Propose an alliance · roles: organiser */
  'POST /api/alliances': { query: { on?: string | undefined }; body: ProposeAlliance; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 更正联盟名称、形式或协议 · Amend an alliance’s name, form or agreement · roles: organiser */
  'POST /api/alliances/{id}/amend': { params: { id: string }; query: { on?: string | undefined }; body: AmendAlliance; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 批准联盟并确定形式 · Approve an alliance and set its form · roles: organiser */
  'POST /api/alliances/{id}/approve': { params: { id: string }; query: { on?: string | undefined }; body: ApproveAlliance; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 解散联盟 · Dissolve an alliance · roles: organiser */
  'POST /api/alliances/{id}/dissolve': { params: { id: string }; query: { on?: string | undefined }; body: DissolveAlliance; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 年度结账 · Close the year of an alliance · roles: organiser */
  'POST /api/alliances/{id}/duties/{year}/close': { params: { id: string; year: number }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 更正已结账的年度 · Correct a closed year of an alliance · roles: organiser */
  'POST /api/alliances/{id}/duties/{year}/correct': { params: { id: string; year: number }; query: { on?: string | undefined }; body: CorrectDuty; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 未达成年度限期整改 · Give an alliance that is behind a day to make up for the year · roles: organiser */
  'POST /api/alliances/{id}/duties/{year}/rectify': { params: { id: string; year: number }; query: { on?: string | undefined }; body: RectifyDuty; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 吸收成员或再次邀请 · Add a member, or invite a refused studio again · roles: organiser */
  'POST /api/alliances/{id}/join': { params: { id: string }; query: { on?: string | undefined }; body: JoinAlliance; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 成员退出 · Remove a member · roles: organiser */
  'POST /api/alliances/{id}/leave': { params: { id: string }; query: { on?: string | undefined }; body: LeaveAlliance; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记不予表彰情形 · Record what bars a unit from honours · roles: organiser, committee */
  'POST /api/award-bars': { query: { on?: string | undefined }; body: RecordAwardBar; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 解除不予表彰 · Lift a bar · roles: committee */
  'POST /api/award-bars/{id}/lift': { params: { id: string }; query: { on?: string | undefined }; body: LiftAwardBar; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 拟定表彰名单（授牌、年度任务、认可成果或手工） · Draft an award list: plaques, duties, outputs, or by hand · roles: organiser */
  'POST /api/award-lists': { query: { on?: string | undefined }; body: DraftAwardListInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 确认考评更正（名单已核对） · Acknowledge a revised evaluation · roles: committee */
  'POST /api/award-lists/{id}/acknowledge-revision': { params: { id: string }; query: { on?: string | undefined }; body: AcknowledgeRevision; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 增列候选对象 · Add a candidate · roles: organiser */
  'POST /api/award-lists/{id}/candidates': { params: { id: string }; query: { on?: string | undefined }; body: AddCandidateInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 发布表彰决定（暂缓对象除外，可另发补充决定） · Issue the decision for all candidates not held back · roles: committee */
  'POST /api/award-lists/{id}/decisions': { params: { id: string }; query: { on?: string | undefined }; body: IssueDecision; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 删除材料中的文字 · Erase the texts of a candidate’s papers · roles: organiser, hr */
  'POST /api/award-lists/{id}/dossiers/{candidate}/erase-texts': { params: { id: string; candidate: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 提交候选对象材料 · Hand in a paper of a candidate · roles: organiser */
  'POST /api/award-lists/{id}/dossiers/{candidate}/hand-in': { params: { id: string; candidate: string }; query: { on?: string | undefined }; body: HandIn; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 豁免材料（说明理由） · Do without a paper, with a reason · roles: committee */
  'POST /api/award-lists/{id}/dossiers/{candidate}/waive': { params: { id: string; candidate: string }; query: { on?: string | undefined }; body: WaivePaper; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 确定荣誉全称、简称、级别、名额与奖金 · Set an honour’s names, level, seats and prize · roles: organiser */
  'POST /api/award-lists/{id}/honours': { params: { id: string }; query: { on?: string | undefined }; body: NameHonour; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记异议（该对象随即暂缓授予） · File an objection; its candidate is held back at once · roles: organiser, committee */
  'POST /api/award-lists/{id}/objections': { params: { id: string }; query: { on?: string | undefined }; body: FileObjectionInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 豁免（评审委员会说明理由） · Override what stands against a recipient · roles: committee */
  'POST /api/award-lists/{id}/override': { params: { id: string }; query: { on?: string | undefined }; body: OverrideEligibility; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 设定候选对象须交的材料及截止日 · Set which papers candidates need, and until when · roles: organiser */
  'POST /api/award-lists/{id}/papers': { params: { id: string }; query: { on?: string | undefined }; body: SetListPapersInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 推荐候选对象 · Recommend a candidate · roles: organiser, committee */
  'POST /api/award-lists/{id}/recommend': { params: { id: string }; query: { on?: string | undefined }; body: RecommendCandidate; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 移出候选对象 · Remove a candidate · roles: organiser, committee */
  'POST /api/award-lists/{id}/remove': { params: { id: string }; query: { on?: string | undefined }; body: RemoveCandidate; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 重新裁定并列名次 · Open a decided tie again · roles: committee */
  'POST /api/award-lists/{id}/reopen-tie': { params: { id: string }; query: { on?: string | undefined }; body: ReopenTieInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 裁定并列名次 · Resolve a tie at the cut · roles: committee */
  'POST /api/award-lists/{id}/resolve-tie': { params: { id: string }; query: { on?: string | undefined }; body: ResolveTieInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 退回已审定的名单（公示随之撤回） · Take a reviewed list back, with its notice · roles: committee */
  'POST /api/award-lists/{id}/return': { params: { id: string }; query: { on?: string | undefined }; body: ReturnAwardList; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 审定名单（资格与名额） · Review the list (eligibility and quotas) · roles: committee */
  'POST /api/award-lists/{id}/review': { params: { id: string }; query: { on?: string | undefined }; body: ReviewAwardListInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 设定交回期限 · Set when things are to be back · roles: organiser, committee */
  'POST /api/award-returns/{id}/set-date': { params: { id: string }; query: { on?: string | undefined }; body: SetReturnDate; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记交回 · Take in what came back · roles: organiser, committee */
  'POST /api/award-returns/{id}/take-back': { params: { id: string }; query: { on?: string | undefined }; body: TakeBack; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记遗失（说明理由） · Write off what is lost, with a reason · roles: organiser, committee */
  'POST /api/award-returns/{id}/write-off': { params: { id: string }; query: { on?: string | undefined }; body: WriteOff; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 发起无记名投票 · Open a secret ballot on a list · roles: organiser, committee */
  'POST /api/ballots': { query: { on?: string | undefined }; body: OpenBallotInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 截止投票并计票 · Close a ballot and count it · roles: organiser, committee */
  'POST /api/ballots/{id}/close': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 本人回避（由候补投票） · Step back; the substitute votes · roles: committee */
  'POST /api/ballots/{id}/recuse': { params: { id: string }; query: { on?: string | undefined }; body: Recuse; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 投票（本人，一次） · Vote, in person and once · roles: committee */
  'POST /api/ballots/{id}/votes': { params: { id: string }; query: { on?: string | undefined }; body: CastVote; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 代他人办理，或切换回本人 · Act on behalf of another, or as oneself again */
  'POST /api/behalf': { body: ActOnBehalf; answer: Session };
  /** 成批催办（未交的单位和部门） · Remind whoever owes something in a selection of checks · roles: organiser */
  'POST /api/checks/remind': { query: { on?: string | undefined }; body: { ids: string[] }; answer: { accepted: number; faults: { id: string; zh: string; en: string }[] } };
  /** 成批提交部门评分表 · Submit a department’s sheets of a selection of checks · roles: checker */
  'POST /api/checks/submit': { query: { on?: string | undefined }; body: { ids: string[]; department: string }; answer: { accepted: number; faults: { id: string; zh: string; en: string }[] } };
  /** 成批按上报核验完成情况（本部门的指标，全部验收合格） · Verify the progress of a selection of checks as reported · roles: checker */
  'POST /api/checks/verify': { query: { on?: string | undefined }; body: { ids: string[] }; answer: { accepted: number; faults: { id: string; zh: string; en: string }[] } };
  /** 对本单位的成绩提出申诉 · Appeal against an item of one’s own check · roles: entrant */
  'POST /api/checks/{id}/appeals': { params: { id: string }; query: { on?: string | undefined }; body: FileAppealInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 评分部门答复申诉 · Answer an appeal, by a department of the item · roles: checker */
  'POST /api/checks/{id}/appeals/{appeal}/answer': { params: { id: string; appeal: string }; query: { on?: string | undefined }; body: AnswerAppeal; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 处理申诉（评分、答复的人须回避）；成立的同时更正成绩 · Decide an appeal (not by scorers); upheld, it corrects · roles: organiser, committee */
  'POST /api/checks/{id}/appeals/{appeal}/decide': { params: { id: string; appeal: string }; query: { on?: string | undefined }; body: DecideAppealInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 更正已封存的成绩（并重新考评已考评的年度） · Correct a sealed result and re-evaluate its year · roles: organiser */
  'POST /api/checks/{id}/corrections': { params: { id: string }; query: { on?: string | undefined }; body: CorrectResultInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 上报完成情况 · Report progress · roles: entrant, organiser */
  'POST /api/checks/{id}/progress': { params: { id: string }; query: { on?: string | undefined }; body: ReportProgress; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 核验完成情况 · Verify progress · roles: checker */
  'POST /api/checks/{id}/progress/verify': { params: { id: string }; query: { on?: string | undefined }; body: VerifyProgress; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 退回部门评分表 · Return a department’s sheet · roles: organiser */
  'POST /api/checks/{id}/sheets/{department}/return': { params: { id: string; department: string }; query: { on?: string | undefined }; body: ReturnSheet; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 提交部门评分表 · Submit a department’s sheet · roles: checker */
  'POST /api/checks/{id}/sheets/{department}/submit': { params: { id: string; department: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 提出一票否决 · Raise a veto · roles: checker, organiser */
  'POST /api/checks/{id}/vetoes': { params: { id: string }; query: { on?: string | undefined }; body: RaiseVeto; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 解除一票否决 · Lift a veto · roles: organiser */
  'POST /api/checks/{id}/vetoes/{veto}/lift': { params: { id: string; veto: string }; query: { on?: string | undefined }; body: LiftVeto; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 公布竞赛 · Announce a competition · roles: organiser */
  'POST /api/competitions': { query: { on?: string | undefined }; body: AnnounceCompetitionInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 更正竞赛（名称、报名期、周期） · Amend a competition: names, window, periods · roles: organiser */
  'POST /api/competitions/{id}/amend': { params: { id: string }; query: { on?: string | undefined }; body: AmendCompetition; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 取消竞赛 · Cancel a competition · roles: organiser */
  'POST /api/competitions/{id}/cancel': { params: { id: string }; query: { on?: string | undefined }; body: CancelCompetition; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 结束竞赛 · Close a competition · roles: organiser */
  'POST /api/competitions/{id}/close': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 沿用往年竞赛（方案、组别、周期顺延） · Copy a competition to another year · roles: organiser */
  'POST /api/competitions/{id}/copy': { params: { id: string }; query: { on?: string | undefined }; body: CopyCompetition; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 报名参赛 · Register an entry · roles: organiser, entrant */
  'POST /api/competitions/{id}/entries': { params: { id: string }; query: { on?: string | undefined }; body: RegisterEntry; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 批量导入报名 · Import entries · roles: organiser */
  'POST /api/competitions/{id}/entries/import': { params: { id: string }; query: { on?: string | undefined; preview?: ("true" | "false") | undefined; faults?: ("json" | "xlsx") | undefined; sheet?: string | undefined; hidden?: ("true" | "false") | undefined }; answer: { rows: number; accepted: number; preview?: { new: number; changed: number; same: number; faulty: number; lines: { row: number; outcome: ("new" | "changed" | "same") }[] } | undefined; notes: { zh: string; en: string }[]; faults: { row: number; column?: string | undefined; cell?: string | undefined; zh: string; en: string }[]; faultsTotal: number } };
  /** 启动竞赛 · Launch a competition · roles: organiser */
  'POST /api/competitions/{id}/launch': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 批量导入年终评审 · Import year-end reviews · roles: organiser, checker */
  'POST /api/competitions/{id}/reviews/import': { params: { id: string }; query: { on?: string | undefined; preview?: ("true" | "false") | undefined; faults?: ("json" | "xlsx") | undefined; sheet?: string | undefined; hidden?: ("true" | "false") | undefined }; answer: { rows: number; accepted: number; preview?: { new: number; changed: number; same: number; faulty: number; lines: { row: number; outcome: ("new" | "changed" | "same") }[] } | undefined; notes: { zh: string; en: string }[]; faults: { row: number; column?: string | undefined; cell?: string | undefined; zh: string; en: string }[]; faultsTotal: number } };
  /** 批量登记项目施工状态 · Import project statuses · roles: organiser */
  'POST /api/competitions/{id}/statuses/import': { params: { id: string }; query: { on?: string | undefined; preview?: ("true" | "false") | undefined; faults?: ("json" | "xlsx") | undefined; sheet?: string | undefined; hidden?: ("true" | "false") | undefined }; answer: { rows: number; accepted: number; preview?: { new: number; changed: number; same: number; faulty: number; lines: { row: number; outcome: ("new" | "changed" | "same") }[] } | undefined; notes: { zh: string; en: string }[]; faults: { row: number; column?: string | undefined; cell?: string | undefined; zh: string; en: string }[]; faultsTotal: number } };
  /** 答复申诉（登记成绩或打分的人） · Answer an appeal, as somebody who recorded or marked it · roles: checker, organiser */
  'POST /api/contest-appeals/{id}/answer': { params: { id: string }; query: { on?: string | undefined }; body: AnswerContestAppeal; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 处理申诉（登记、打分、答复的人须回避）；成立的随即更正 · Decide an appeal (not by those who scored); upheld, it corrects · roles: organiser, committee */
  'POST /api/contest-appeals/{id}/decide': { params: { id: string }; query: { on?: string | undefined }; body: DecideContestAppealInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 对本单位选手的成绩提出申诉 · Appeal against an item of one’s own contestant · roles: entrant */
  'POST /api/contest-stages/{id}/appeals': { params: { id: string }; query: { on?: string | undefined }; body: FileContestAppealInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 关闭阶段并计算成绩 · Close a stage and compute its results · roles: organiser */
  'POST /api/contest-stages/{id}/close': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 裁定入围并列（说明理由） · Decide a tie at the cut of a shortlist, with a reason · roles: committee */
  'POST /api/contest-stages/{id}/decide-tie': { params: { id: string }; query: { on?: string | undefined }; body: DecideContestTieInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 抽签编排比赛（循环、积分编排、淘汰） · Draw a fixture: round robin, Swiss or elimination · roles: organiser */
  'POST /api/contest-stages/{id}/fixtures': { params: { id: string }; query: { on?: string | undefined }; body: DrawFixtureInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 开始登记该阶段成绩 · Open a stage for results · roles: organiser */
  'POST /api/contest-stages/{id}/open': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 抽签确定评委组 · Draw a judging panel by lot · roles: organiser */
  'POST /api/contest-stages/{id}/panels': { params: { id: string }; query: { on?: string | undefined }; body: DrawJudgingPanelInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记成绩，或未参赛、未完赛、取消资格 · Record a performance, or that there is none · roles: organiser, checker */
  'POST /api/contest-stages/{id}/performances': { params: { id: string }; query: { on?: string | undefined }; body: RecordPerformanceInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 更正已关闭阶段的成绩（说明理由） · Correct a performance of a closed stage, with a reason · roles: organiser */
  'POST /api/contest-stages/{id}/performances/correct': { params: { id: string }; query: { on?: string | undefined }; body: CorrectPerformanceInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 批量导入成绩 · Import performances · roles: organiser, checker */
  'POST /api/contest-stages/{id}/performances/import': { params: { id: string }; query: { on?: string | undefined; preview?: ("true" | "false") | undefined; faults?: ("json" | "xlsx") | undefined; sheet?: string | undefined; hidden?: ("true" | "false") | undefined }; answer: { rows: number; accepted: number; preview?: { new: number; changed: number; same: number; faulty: number; lines: { row: number; outcome: ("new" | "changed" | "same") }[] } | undefined; notes: { zh: string; en: string }[]; faults: { row: number; column?: string | undefined; cell?: string | undefined; zh: string; en: string }[]; faultsTotal: number } };
  /** 公布阶段成绩，或收回公布 · Publish a stage’s results, or withdraw them · roles: organiser */
  'POST /api/contest-stages/{id}/publish': { params: { id: string }; query: { on?: string | undefined }; body: PublishContestStage; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 受理参赛报名 · Accept a contestant · roles: organiser */
  'POST /api/contestants/{id}/accept': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 不受理参赛报名 · Reject a contestant · roles: organiser */
  'POST /api/contestants/{id}/reject': { params: { id: string }; query: { on?: string | undefined }; body: RejectContestant; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 退赛 · Withdraw a contestant · roles: organiser, entrant */
  'POST /api/contestants/{id}/withdraw': { params: { id: string }; query: { on?: string | undefined }; body: WithdrawContestant; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 公布专项比赛 · Announce a contest · roles: organiser */
  'POST /api/contests': { query: { on?: string | undefined }; body: AnnounceContest; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 取消专项比赛 · Cancel a contest · roles: organiser */
  'POST /api/contests/{id}/cancel': { params: { id: string }; query: { on?: string | undefined }; body: CancelContest; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 报名参赛（组织者登记即受理） · Enter a contestant; an organiser’s entry is accepted at once · roles: organiser, entrant */
  'POST /api/contests/{id}/contestants': { params: { id: string }; query: { on?: string | undefined }; body: EnterContestant; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 批量导入参赛名单 · Import contestants · roles: organiser */
  'POST /api/contests/{id}/contestants/import': { params: { id: string }; query: { on?: string | undefined; preview?: ("true" | "false") | undefined; faults?: ("json" | "xlsx") | undefined; sheet?: string | undefined; hidden?: ("true" | "false") | undefined }; answer: { rows: number; accepted: number; preview?: { new: number; changed: number; same: number; faulty: number; lines: { row: number; outcome: ("new" | "changed" | "same") }[] } | undefined; notes: { zh: string; en: string }[]; faults: { row: number; column?: string | undefined; cell?: string | undefined; zh: string; en: string }[]; faultsTotal: number } };
  /** 签发证书（更正后再次签发即换发） · Issue certificates; again after corrections · roles: organiser, committee */
  'POST /api/decisions/{id}/certificates': { params: { id: string }; query: { on?: string | undefined }; body: IssueCertificates; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 撤销表彰决定（连同其全部荣誉） · Revoke a decision with all its grants · roles: committee */
  'POST /api/decisions/{id}/revoke': { params: { id: string }; query: { on?: string | undefined }; body: RevokeDecision; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 全部联盟年度结账 · Close the year of every alliance · roles: organiser */
  'POST /api/duties/{year}/close-all': { params: { year: number }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 成批受理报名 · Accept a selection of entries · roles: organiser */
  'POST /api/entries/accept': { query: { on?: string | undefined }; body: { ids: string[] }; answer: { accepted: number; faults: { id: string; zh: string; en: string }[] } };
  /** 受理报名 · Accept an entry · roles: organiser */
  'POST /api/entries/{id}/accept': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 调整组别 · Move an entry to another group · roles: organiser */
  'POST /api/entries/{id}/regroup': { params: { id: string }; query: { on?: string | undefined }; body: RegroupEntry; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 不予受理 · Reject an entry · roles: organiser */
  'POST /api/entries/{id}/reject': { params: { id: string }; query: { on?: string | undefined }; body: RejectEntry; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记项目施工状态 · Record a project’s status · roles: organiser */
  'POST /api/entries/{id}/status': { params: { id: string }; query: { on?: string | undefined }; body: RecordProjectStatus; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 撤销录错的施工状态 · Strike a status recorded by mistake · roles: organiser */
  'POST /api/entries/{id}/status/strike': { params: { id: string }; query: { on?: string | undefined }; body: StrikeProjectStatus; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 撤销误作的受理、退出或调组 · Undo the latest decision on an entry · roles: organiser */
  'POST /api/entries/{id}/undo': { params: { id: string }; query: { on?: string | undefined }; body: UndoEntryDecision; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 退出竞赛 · Withdraw an entry · roles: organiser, entrant */
  'POST /api/entries/{id}/withdraw': { params: { id: string }; query: { on?: string | undefined }; body: WithdrawEntry; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 完成年终考评 · Complete the annual evaluation · roles: organiser */
  'POST /api/evaluations': { query: { on?: string | undefined }; body: CompleteEvaluation; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 试算更正（不保存） · Preview a correction without saving · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'POST /api/explanations/{result}/what-if': { params: { result: string }; body: WhatIfInput; answer: WhatIfView };
  /** 上传附件 · Upload a file · roles: entrant。一次一个文件，至多 50 MB；在被记录采用之前只有上传者可见 */
  'POST /api/files/check': { answer: FileAnswer };
  /** 上传附件 · Upload a file · roles: organiser。一次一个文件，至多 50 MB；在被记录采用之前只有上传者可见 */
  'POST /api/files/dossier': { answer: FileAnswer };
  /** 上传附件 · Upload a file · roles: organiser, alliance-leader。一次一个文件，至多 50 MB；在被记录采用之前只有上传者可见 */
  'POST /api/files/output': { answer: FileAnswer };
  /** 确认一场比赛的结果（参赛方，或组织者代双方） · Confirm a game, as one of its sides or as organiser for both · roles: organiser, entrant */
  'POST /api/fixtures/{id}/games/{game}/confirm': { params: { id: string; game: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 对一场比赛的结果提出异议（说明理由） · Dispute what was entered of a game, as one of its sides · roles: entrant */
  'POST /api/fixtures/{id}/games/{game}/dispute': { params: { id: string; game: string }; query: { on?: string | undefined }; body: DisputeGame; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记一场比赛的结果 · Enter how a game ended · roles: organiser, checker */
  'POST /api/fixtures/{id}/games/{game}/enter': { params: { id: string; game: string }; query: { on?: string | undefined }; body: EnterGame; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 裁定或更正一场比赛的结果（说明理由） · Decide or correct how a game ended, with a reason · roles: organiser */
  'POST /api/fixtures/{id}/games/{game}/settle': { params: { id: string; game: string }; query: { on?: string | undefined }; body: SettleGame; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 更正荣誉 · Correct a grant · roles: organiser, committee */
  'POST /api/grants/{id}/correct': { params: { id: string }; query: { on?: string | undefined }; body: CorrectGrant; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 撤销荣誉 · Revoke a grant · roles: committee */
  'POST /api/grants/{id}/revoke': { params: { id: string }; query: { on?: string | undefined }; body: RevokeGrant; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 核对人力资源系统所存的荣誉 · Compare what an HR system holds with the grants · roles: hr, admin, auditor */
  'POST /api/hr/reconciliations': { query: { year?: number | undefined }; body: { rows: HeldGrant[] }; answer: Reconciliation };
  /** 登记回调 · Register a webhook · roles: hr, admin */
  'POST /api/hr/webhooks': { query: { on?: string | undefined }; body: RegisterWebhookInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 更改回调 · Amend a webhook · roles: hr, admin */
  'POST /api/hr/webhooks/{id}/amend': { params: { id: string }; query: { on?: string | undefined }; body: AmendWebhook; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 停用回调 · Disable a webhook · roles: hr, admin */
  'POST /api/hr/webhooks/{id}/disable': { params: { id: string }; query: { on?: string | undefined }; body: DisableWebhook; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 启用回调 · Enable a webhook · roles: hr, admin */
  'POST /api/hr/webhooks/{id}/enable': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 删除回调 · Remove a webhook · roles: hr, admin */
  'POST /api/hr/webhooks/{id}/remove': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 重新发送 · Send again · roles: hr, admin */
  'POST /api/hr/webhooks/{id}/replay': { params: { id: string }; query: { on?: string | undefined }; body: ReplayWebhook; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 更换签名密钥 · Rotate the signing secret · roles: hr, admin */
  'POST /api/hr/webhooks/{id}/rotate': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 显示签名密钥（仅一次） · Show the signing secret, once · roles: hr, admin */
  'POST /api/hr/webhooks/{id}/secret': { params: { id: string }; body: Record<string, unknown>; answer: { secret: string; publicKey: string } };
  /** 发送测试消息 · Send a test message · roles: hr, admin */
  'POST /api/hr/webhooks/{id}/test': { params: { id: string }; body: Record<string, unknown>; answer: { at: string; status?: number | undefined; answer: string; milliseconds: number; ok: boolean } };
  /** 接受结盟邀请 · Accept an invitation · roles: organiser */
  'POST /api/invitations/{id}/accept': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 谢绝结盟邀请 · Decline an invitation · roles: organiser */
  'POST /api/invitations/{id}/decline': { params: { id: string }; query: { on?: string | undefined }; body: DeclineInvitation; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 立项联合攻关课题 · Open a joint project · roles: organiser, alliance-leader */
  'POST /api/joint-projects': { query: { on?: string | undefined }; body: OpenJointProject; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 更正课题内容 · Amend a joint project · roles: organiser, alliance-leader */
  'POST /api/joint-projects/{id}/amend': { params: { id: string }; query: { on?: string | undefined }; body: AmendJointProject; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 课题结题 · Close a joint project · roles: organiser, alliance-leader */
  'POST /api/joint-projects/{id}/close': { params: { id: string }; query: { on?: string | undefined }; body: CloseJointProject; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 关联课题成果 · Link an output to a joint project · roles: organiser, alliance-leader */
  'POST /api/joint-projects/{id}/link': { params: { id: string }; query: { on?: string | undefined }; body: LinkOutput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记节点完成 · Record that a milestone is reached · roles: organiser, alliance-leader */
  'POST /api/joint-projects/{id}/reach': { params: { id: string }; query: { on?: string | undefined }; body: ReachMilestone; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 汇报课题进展 · Report on a joint project · roles: organiser, alliance-leader */
  'POST /api/joint-projects/{id}/report': { params: { id: string }; query: { on?: string | undefined }; body: ReportJointProject; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 取消课题成果关联 · Take back the link of an output · roles: organiser, alliance-leader */
  'POST /api/joint-projects/{id}/unlink': { params: { id: string }; query: { on?: string | undefined }; body: LinkOutput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 锁定评委组，开始打分 · Lock a judging panel, so that its judges mark · roles: organiser */
  'POST /api/judging-panels/{id}/lock': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 复核评委分差，维持打分（说明理由） · Let marks that lie far apart stand, with a reason · roles: organiser */
  'POST /api/judging-panels/{id}/look-again': { params: { id: string }; query: { on?: string | undefined }; body: LookAgain; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 评委为参赛者打分 · Mark a contestant as a judge · roles: checker */
  'POST /api/judging-panels/{id}/marks': { params: { id: string }; query: { on?: string | undefined }; body: MarkContestant; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 更正已关闭阶段的评委打分（说明理由） · Correct a judge’s marks of a closed stage, with a reason · roles: organiser */
  'POST /api/judging-panels/{id}/marks/correct': { params: { id: string }; query: { on?: string | undefined }; body: CorrectMarks; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 评委对参赛者回避，由替补打分 · Recuse a judge from a contestant, so that a substitute marks · roles: checker, organiser */
  'POST /api/judging-panels/{id}/recuse': { params: { id: string }; query: { on?: string | undefined }; body: RecuseJudge; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记接入系统（密钥只显示一次） · Register a machine; its secret is shown once · roles: admin */
  'POST /api/machines': { query: { on?: string | undefined }; body: RegisterMachine; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined; secret?: string | undefined } };
  /** 停用接入系统（密钥与令牌随即失效） · End a machine: its secrets and tokens end at once · roles: admin */
  'POST /api/machines/{id}/end': { params: { id: string }; query: { on?: string | undefined }; body: EndMachine; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 更换接入系统的密钥（只显示一次） · Rotate a machine’s secret; the new one is shown once · roles: admin */
  'POST /api/machines/{id}/rotate': { params: { id: string }; query: { on?: string | undefined }; body: RotateMachineInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined; secret?: string | undefined } };
  /** 设定本人的邮箱与免打扰时段 · Set one’s own e-mail address and quiet hours · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'POST /api/me/notifications': { query: { on?: string | undefined }; body: SetNotificationsInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 发布技术需求（揭榜） · Post a need · roles: organiser, alliance-leader, entrant */
  'POST /api/needs': { query: { on?: string | undefined }; body: PostNeed; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记需求已解决 · Record that a need is solved · roles: organiser, alliance-leader, entrant */
  'POST /api/needs/{id}/solve': { params: { id: string }; query: { on?: string | undefined }; body: SolveNeed; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 撤回技术需求 · Withdraw a need · roles: organiser, alliance-leader, entrant */
  'POST /api/needs/{id}/withdraw': { params: { id: string }; query: { on?: string | undefined }; body: WithdrawNeed; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 发布公示 · Publish a public notice of a list · roles: organiser, committee */
  'POST /api/notices': { query: { on?: string | undefined }; body: PublishNoticeInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 延长公示 · Lengthen a running notice · roles: organiser, committee */
  'POST /api/notices/{id}/lengthen': { params: { id: string }; query: { on?: string | undefined }; body: LengthenNotice; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 答复异议 · Answer an objection · roles: organiser, committee */
  'POST /api/objections/{id}/answer': { params: { id: string }; query: { on?: string | undefined }; body: AnswerObjection; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 处理异议（评分人、推荐人须回避） · Decide an objection (not by scorers or nominators) · roles: committee */
  'POST /api/objections/{id}/decide': { params: { id: string }; query: { on?: string | undefined }; body: DecideObjection; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记组织 · Register an organisation · roles: operator */
  'POST /api/orgs': { query: { on?: string | undefined }; body: RegisterOrganisation; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 更正组织名称 · Amend an organisation’s name · roles: admin, operator */
  'POST /api/orgs/{id}/amend': { params: { id: string }; query: { on?: string | undefined }; body: AmendOrganisation; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 由模板起草成果规则 · Draft output rules from a template · roles: organiser */
  'POST /api/output-rules': { query: { on?: string | undefined }; body: DraftOutputRules; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 发布成果规则（发布的版本不再变更） · Publish output rules as an immutable version · roles: organiser */
  'POST /api/output-rules/{id}/publish': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 填报创新成果 · Log an output · roles: organiser, alliance-leader */
  'POST /api/outputs': { query: { on?: string | undefined }; body: LogOutput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 认可成果（须判定相近成果） · Accept an output, with a word on those that are alike · roles: organiser */
  'POST /api/outputs/{id}/accept': { params: { id: string }; query: { on?: string | undefined }; body: ({ comparisons?: { output: string; same: boolean; reason: string }[] | undefined } | null); answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记成果在别处采用 · Record where an output was taken up · roles: organiser, alliance-leader */
  'POST /api/outputs/{id}/adopt': { params: { id: string }; query: { on?: string | undefined }; body: AdoptOutput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 修改成果 · Amend an output · roles: organiser, alliance-leader */
  'POST /api/outputs/{id}/amend': { params: { id: string }; query: { on?: string | undefined }; body: AmendOutput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 核定经济效益 · Certify the benefit of an output · roles: finance */
  'POST /api/outputs/{id}/certify-benefit': { params: { id: string }; query: { on?: string | undefined }; body: CertifyBenefit; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记成果在别处获奖 · Note an award won elsewhere · roles: organiser, alliance-leader */
  'POST /api/outputs/{id}/note-award': { params: { id: string }; query: { on?: string | undefined }; body: NoteAward; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 退回成果 · Reject an output · roles: organiser */
  'POST /api/outputs/{id}/reject': { params: { id: string }; query: { on?: string | undefined }; body: RejectOutput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 提交成果 · Submit an output · roles: organiser, alliance-leader */
  'POST /api/outputs/{id}/submit': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 撤回成果 · Withdraw an output · roles: organiser, alliance-leader */
  'POST /api/outputs/{id}/withdraw': { params: { id: string }; query: { on?: string | undefined }; body: WithdrawOutput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 运行配对（结果稍后给出） · Start a pairing run; its result follows later · roles: organiser */
  'POST /api/pairings': { query: { on?: string | undefined }; body: RunPairingInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 再次运行：保留已采纳、排除已放弃的配对 · Run again: keep accepted pairs, exclude dropped ones · roles: organiser */
  'POST /api/pairings/{id}/again': { params: { id: string }; query: { on?: string | undefined }; body: RunAgainInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 取消正在运行的配对 · Cancel a pairing run · roles: organiser */
  'POST /api/pairings/{id}/cancel': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 按已采纳的建议批量成立联盟 · Found alliances from accepted proposals · roles: organiser */
  'POST /api/pairings/{id}/found': { params: { id: string }; query: { on?: string | undefined }; body: FoundAlliances; answer: { accepted: number; faults: { id: string; zh: string; en: string }[] } };
  /** 批量采纳配对建议（按序号或最低得分） · Accept many proposals by number or weight · roles: organiser */
  'POST /api/pairings/{id}/proposals/accept': { params: { id: string }; query: { on?: string | undefined }; body: DecideProposals; answer: { accepted: number; faults: { id: string; zh: string; en: string }[] } };
  /** 批量放弃配对建议（按序号或最低得分） · Drop many proposals by number or weight · roles: organiser */
  'POST /api/pairings/{id}/proposals/drop': { params: { id: string }; query: { on?: string | undefined }; body: DecideProposals; answer: { accepted: number; faults: { id: string; zh: string; en: string }[] } };
  /** 采纳一项配对建议 · Accept a proposal · roles: organiser */
  'POST /api/pairings/{id}/proposals/{number}/accept': { params: { id: string; number: number }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 放弃一项配对建议 · Drop a proposal · roles: organiser */
  'POST /api/pairings/{id}/proposals/{number}/drop': { params: { id: string; number: number }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 收回对一项配对建议的决定 · Take back a decision on a proposal · roles: organiser */
  'POST /api/pairings/{id}/proposals/{number}/reopen': { params: { id: string; number: number }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 以原输入重算并核对摘要 · Repeat a run on the same input and compare digests · roles: organiser */
  'POST /api/pairings/{id}/repeat': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记人员 · Register a person · roles: organiser, hr */
  'POST /api/people': { query: { on?: string | undefined }; body: RegisterPerson; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 批量导入人员：入职、变动、离职 · Import persons: joiners, movers, leavers · roles: organiser, hr */
  'POST /api/people/import': { query: { on?: string | undefined; preview?: ("true" | "false") | undefined; faults?: ("json" | "xlsx") | undefined; sheet?: string | undefined; hidden?: ("true" | "false") | undefined }; answer: { rows: number; accepted: number; preview?: { new: number; changed: number; same: number; faulty: number; lines: { row: number; outcome: ("new" | "changed" | "same") }[] } | undefined; notes: { zh: string; en: string }[]; faults: { row: number; column?: string | undefined; cell?: string | undefined; zh: string; en: string }[]; faultsTotal: number } };
  /** 更正姓名或岗位 · Amend name or position · roles: organiser, hr */
  'POST /api/people/{id}/amend': { params: { id: string }; query: { on?: string | undefined }; body: AmendPerson; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 删除个人信息：姓名与工号从所有服务中删除 · Erase name and employee number from every service · roles: hr, admin */
  'POST /api/people/{id}/erase': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记离职 · Record that a person leaves · roles: organiser, hr */
  'POST /api/people/{id}/leave': { params: { id: string }; query: { on?: string | undefined }; body: ({ to?: string | undefined } | null); answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 变动单位 · Move a person to another unit · roles: organiser, hr */
  'POST /api/people/{id}/move': { params: { id: string }; query: { on?: string | undefined }; body: MovePerson; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 决定是否摘牌（提出人须回避）；摘牌即撤销荣誉 · Decide it (not by who proposed it); removing revokes · roles: committee */
  'POST /api/plaque-removals/{id}/decide': { params: { id: string }; query: { on?: string | undefined }; body: DecidePlaqueRemoval; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 开展积分活动（得分办法、兑换项目、计入的比赛） · Open a points campaign · roles: organiser */
  'POST /api/points-campaigns': { query: { on?: string | undefined }; body: OpenPointsCampaignInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 申报积分（须附佐证，由他人审核） · Claim points for a person, with evidence; somebody else approves · roles: organiser, entrant */
  'POST /api/points-campaigns/{id}/claims': { params: { id: string }; query: { on?: string | undefined }; body: ClaimPointsInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 结束积分活动（说明理由） · Close a points campaign, with a reason · roles: organiser */
  'POST /api/points-campaigns/{id}/close': { params: { id: string }; query: { on?: string | undefined }; body: ClosePointsCampaign; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记兑换商户（兑换链接只显示一次） · Register a partner; its link is shown once · roles: organiser */
  'POST /api/points-campaigns/{id}/partners': { params: { id: string }; query: { on?: string | undefined }; body: OpenPointsPartner; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined; address?: string | undefined } };
  /** 成批审核通过他人申报的积分 · Approve a selection of claims of others · roles: organiser */
  'POST /api/points-claims/approve': { query: { on?: string | undefined }; body: ApprovePoints; answer: { accepted: number; faults: { id: string; zh: string; en: string }[] } };
  /** 审核通过他人申报的积分 · Approve points that another claimed · roles: organiser */
  'POST /api/points-claims/{id}/approve': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 不通过积分申报（说明理由） · Reject a claim of points, with a reason · roles: organiser */
  'POST /api/points-claims/{id}/reject': { params: { id: string }; query: { on?: string | undefined }; body: RefusePoints; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 扣回已通过的积分（说明理由） · Take approved points back, with a reason · roles: organiser */
  'POST /api/points-claims/{id}/take-back': { params: { id: string }; query: { on?: string | undefined }; body: RefusePoints; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 兑换积分（兑换码只显示一次） · Spend points on a reward; its code is shown once · roles: organiser, entrant */
  'POST /api/points-ledgers/{id}/vouchers': { params: { id: string }; query: { on?: string | undefined }; body: DrawPointsVoucher; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined; code?: string | undefined } };
  /** 停用兑换商户的链接 · Revoke a partner’s link · roles: organiser */
  'POST /api/points-partners/{id}/revoke': { params: { id: string }; query: { on?: string | undefined }; body: RevokePointsPartner; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 退回未使用的兑换码（积分返还） · Give a voucher back that was not used; its points return · roles: organiser, entrant */
  'POST /api/points-vouchers/{id}/return': { params: { id: string }; query: { on?: string | undefined }; body: ReturnPointsVoucher; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 商户兑付兑换码（凭链接，无需登录） · Redeem a code as a partner (public, no sign-in) · public */
  'POST /api/public/points-partners/{key}': { params: { key: string }; query: { on?: string | undefined }; body: RedeemPointsVoucher; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined; label?: string | undefined } };
  /** 提交合理化建议（公众，无需登录） · Make a suggestion (public, no sign-in) · public */
  'POST /api/public/suggestion-links/{key}': { params: { key: string }; query: { on?: string | undefined }; body: MakeSuggestion; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined; receipt?: string | undefined } };
  /** 登记本人同意公开姓名 · Record that a person agrees to publish the name · roles: organiser, hr */
  'POST /api/publication-consents/{id}/give': { params: { id: string }; query: { on?: string | undefined }; body: RecordConsent; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记本人撤回同意（公示即不再列其姓名） · Record that a person withdraws it; notices name them no longer · roles: organiser, hr */
  'POST /api/publication-consents/{id}/withdraw': { params: { id: string }; query: { on?: string | undefined }; body: RecordConsent; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 公布成绩，或冻结、收回公布 · Publish results, freeze or withdraw what is published · roles: organiser */
  'POST /api/publications/{id}': { params: { id: string }; query: { on?: string | undefined }; body: SetPublicationInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记年终评审 · Record a year-end review · roles: organiser, checker */
  'POST /api/reviews': { query: { on?: string | undefined }; body: RecordReview; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记群机器人（地址与密钥不再显示） · Register a robot of a group chat; its address is not shown again · roles: organiser, admin */
  'POST /api/robots': { query: { on?: string | undefined }; body: RegisterRobot; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 停用群机器人 · Remove a robot of a group chat · roles: organiser, admin */
  'POST /api/robots/{id}/remove': { params: { id: string }; query: { on?: string | undefined }; body: RemoveRobot; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 关闭检查并封存成绩 · Close a round and seal its results · roles: organiser */
  'POST /api/rounds/{id}/close': { params: { id: string }; query: { on?: string | undefined }; body: ({ reason?: string | undefined } | null); answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 批量导入评分 · Import marks · roles: checker, organiser */
  'POST /api/rounds/{id}/marks/import': { params: { id: string }; query: { on?: string | undefined; preview?: ("true" | "false") | undefined; faults?: ("json" | "xlsx") | undefined; sheet?: string | undefined; hidden?: ("true" | "false") | undefined }; answer: { rows: number; accepted: number; preview?: { new: number; changed: number; same: number; faulty: number; lines: { row: number; outcome: ("new" | "changed" | "same") }[] } | undefined; notes: { zh: string; en: string }[]; faults: { row: number; column?: string | undefined; cell?: string | undefined; zh: string; en: string }[]; faultsTotal: number } };
  /** 开启检查 · Open a round · roles: organiser */
  'POST /api/rounds/{id}/open': { params: { id: string }; query: { on?: string | undefined }; body: ({ reason?: string | undefined } | null); answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 批量导入计划 · Import plans · roles: entrant, organiser */
  'POST /api/rounds/{id}/plans/import': { params: { id: string }; query: { on?: string | undefined; preview?: ("true" | "false") | undefined; faults?: ("json" | "xlsx") | undefined; sheet?: string | undefined; hidden?: ("true" | "false") | undefined }; answer: { rows: number; accepted: number; preview?: { new: number; changed: number; same: number; faulty: number; lines: { row: number; outcome: ("new" | "changed" | "same") }[] } | undefined; notes: { zh: string; en: string }[]; faults: { row: number; column?: string | undefined; cell?: string | undefined; zh: string; en: string }[]; faultsTotal: number } };
  /** 批量导入完成情况：上报，或核验 · Import progress: reports, or verifications · roles: entrant, organiser, checker */
  'POST /api/rounds/{id}/progress/import': { params: { id: string }; query: { on?: string | undefined; preview?: ("true" | "false") | undefined; faults?: ("json" | "xlsx") | undefined; sheet?: string | undefined; hidden?: ("true" | "false") | undefined }; answer: { rows: number; accepted: number; preview?: { new: number; changed: number; same: number; faulty: number; lines: { row: number; outcome: ("new" | "changed" | "same") }[] } | undefined; notes: { zh: string; en: string }[]; faults: { row: number; column?: string | undefined; cell?: string | undefined; zh: string; en: string }[]; faultsTotal: number } };
  /** 重新开启已关闭的检查（说明理由） · Reopen a closed round, with a reason · roles: organiser */
  'POST /api/rounds/{id}/reopen': { params: { id: string }; query: { on?: string | undefined }; body: ReopenRound; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 由模板起草方案 · Draft a scheme from a template · roles: organiser */
  'POST /api/schemes': { query: { on?: string | undefined }; body: DraftScheme; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 发布前预览新方案对已关闭周期的影响 · Preview how a new scheme would change closed periods · roles: organiser, committee */
  'POST /api/schemes/impact': { body: PreviewImpact; answer: ImpactView };
  /** 发布方案（发布的版本不再变更） · Publish a scheme as an immutable version · roles: organiser */
  'POST /api/schemes/{id}/publish': { params: { id: string }; query: { on?: string | undefined }; body: ({ acceptUnsupported?: boolean | undefined } | null); answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 退出登录（本人全部令牌立即失效） · Sign out and revoke all of one’s own tokens · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'POST /api/sign-out': { query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记工作室 · Register a studio · roles: organiser */
  'POST /api/studios': { query: { on?: string | undefined }; body: RegisterStudio; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 导入工作室名单 · Import a list of studios · roles: organiser */
  'POST /api/studios/import': { query: { on?: string | undefined; preview?: ("true" | "false") | undefined; faults?: ("json" | "xlsx") | undefined; sheet?: string | undefined; hidden?: ("true" | "false") | undefined }; answer: { rows: number; accepted: number; preview?: { new: number; changed: number; same: number; faulty: number; lines: { row: number; outcome: ("new" | "changed" | "same") }[] } | undefined; notes: { zh: string; en: string }[]; faults: { row: number; column?: string | undefined; cell?: string | undefined; zh: string; en: string }[]; faultsTotal: number } };
  /** 批量认定工作室 · Recognise many studios · roles: organiser */
  'POST /api/studios/recognise': { query: { on?: string | undefined }; body: RecogniseStudios; answer: { accepted: number; faults: { id: string; zh: string; en: string }[] } };
  /** 更正工作室信息 · Amend a studio · roles: organiser */
  'POST /api/studios/{id}/amend': { params: { id: string }; query: { on?: string | undefined }; body: AmendStudio; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 更换带头人 · Change a studio’s leader · roles: organiser */
  'POST /api/studios/{id}/change-leader': { params: { id: string }; query: { on?: string | undefined }; body: ChangeLeader; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 复核确认工作室 · Confirm a recognised studio again · roles: organiser */
  'POST /api/studios/{id}/confirm': { params: { id: string }; query: { on?: string | undefined }; body: ConfirmStudio; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 在工作室名录中公开 · List a studio in the directory · roles: organiser */
  'POST /api/studios/{id}/list': { params: { id: string }; query: { on?: string | undefined }; body: ListStudioInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 认定工作室（含复核、恢复） · Recognise, confirm or resume a studio · roles: organiser */
  'POST /api/studios/{id}/recognise': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 暂停工作室 · Suspend a studio · roles: organiser */
  'POST /api/studios/{id}/suspend': { params: { id: string }; query: { on?: string | undefined }; body: SuspendStudio; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 从工作室名录中撤下 · Remove a studio from the directory · roles: organiser */
  'POST /api/studios/{id}/unlist': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 生成合理化建议链接与二维码 · Make a link for suggestions, with its QR code · roles: organiser */
  'POST /api/suggestion-links': { query: { on?: string | undefined }; body: OpenSuggestionLink; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined; address?: string | undefined; code?: string | undefined } };
  /** 停用合理化建议链接 · Revoke a link for suggestions · roles: organiser */
  'POST /api/suggestion-links/{id}/revoke': { params: { id: string }; query: { on?: string | undefined }; body: RevokeSuggestionLink; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 采纳合理化建议并起草成果 · Adopt a suggestion, which drafts an output · roles: organiser, alliance-leader */
  'POST /api/suggestions/{id}/adopt': { params: { id: string }; query: { on?: string | undefined }; body: AdoptSuggestionInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 不采纳合理化建议（建议人可见理由） · Decline a suggestion; its proposer reads why · roles: organiser, alliance-leader */
  'POST /api/suggestions/{id}/decline': { params: { id: string }; query: { on?: string | undefined }; body: DeclineSuggestion; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 删除建议人信息 · Erase who made a suggestion · roles: organiser, hr, admin */
  'POST /api/suggestions/{id}/erase-proposer': { params: { id: string }; query: { on?: string | undefined }; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 接办合理化建议 · Take up a suggestion · roles: organiser, alliance-leader */
  'POST /api/suggestions/{id}/take-up': { params: { id: string }; query: { on?: string | undefined }; body: TakeUpSuggestion; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记建议试用情况 · Record how a suggestion is tried · roles: organiser, alliance-leader */
  'POST /api/suggestions/{id}/try': { params: { id: string }; query: { on?: string | undefined }; body: TrySuggestion; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 组建队伍 · Form a team · roles: organiser */
  'POST /api/teams': { query: { on?: string | undefined }; body: FormTeamInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 批量导入队伍与队员 · Import teams and their members · roles: organiser */
  'POST /api/teams/import': { query: { on?: string | undefined; preview?: ("true" | "false") | undefined; faults?: ("json" | "xlsx") | undefined; sheet?: string | undefined; hidden?: ("true" | "false") | undefined }; answer: { rows: number; accepted: number; preview?: { new: number; changed: number; same: number; faulty: number; lines: { row: number; outcome: ("new" | "changed" | "same") }[] } | undefined; notes: { zh: string; en: string }[]; faults: { row: number; column?: string | undefined; cell?: string | undefined; zh: string; en: string }[]; faultsTotal: number } };
  /** 更正队伍名称或单位 · Amend a team · roles: organiser */
  'POST /api/teams/{id}/amend': { params: { id: string }; query: { on?: string | undefined }; body: AmendTeam; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 解散队伍 · Dissolve a team · roles: organiser */
  'POST /api/teams/{id}/dissolve': { params: { id: string }; query: { on?: string | undefined }; body: ({ to?: string | undefined } | null); answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 队员入队 · A member joins · roles: organiser */
  'POST /api/teams/{id}/join': { params: { id: string }; query: { on?: string | undefined }; body: JoinTeam; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 队员离队 · A member leaves · roles: organiser */
  'POST /api/teams/{id}/leave': { params: { id: string }; query: { on?: string | undefined }; body: LeaveTeam; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记单位 · Register a unit · roles: organiser */
  'POST /api/units': { query: { on?: string | undefined }; body: RegisterUnit; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 批量导入单位 · Import units · roles: organiser */
  'POST /api/units/import': { query: { on?: string | undefined; preview?: ("true" | "false") | undefined; faults?: ("json" | "xlsx") | undefined; sheet?: string | undefined; hidden?: ("true" | "false") | undefined }; answer: { rows: number; accepted: number; preview?: { new: number; changed: number; same: number; faulty: number; lines: { row: number; outcome: ("new" | "changed" | "same") }[] } | undefined; notes: { zh: string; en: string }[]; faults: { row: number; column?: string | undefined; cell?: string | undefined; zh: string; en: string }[]; faultsTotal: number } };
  /** 更正单位名称 · Amend a unit’s name · roles: organiser */
  'POST /api/units/{id}/amend': { params: { id: string }; query: { on?: string | undefined }; body: AmendUnit; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 恢复误停用的单位 · Restore a unit that was retired by mistake · roles: organiser */
  'POST /api/units/{id}/restore': { params: { id: string }; query: { on?: string | undefined }; body: RestoreUnit; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 停用单位（重复登记的可并入另一单位） · Retire a unit, or merge one entered twice · roles: organiser */
  'POST /api/units/{id}/retire': { params: { id: string }; query: { on?: string | undefined }; body: RetireUnit; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 登记用户 · Register a user · roles: admin, operator */
  'POST /api/users': { query: { on?: string | undefined }; body: RegisterUserInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 批量登记用户 · Import users · roles: admin, operator */
  'POST /api/users/import': { query: { on?: string | undefined; preview?: ("true" | "false") | undefined; faults?: ("json" | "xlsx") | undefined; sheet?: string | undefined; hidden?: ("true" | "false") | undefined }; answer: { rows: number; accepted: number; preview?: { new: number; changed: number; same: number; faulty: number; lines: { row: number; outcome: ("new" | "changed" | "same") }[] } | undefined; notes: { zh: string; en: string }[]; faults: { row: number; column?: string | undefined; cell?: string | undefined; zh: string; en: string }[]; faultsTotal: number } };
  /** 安排代理人 · Appoint a deputy · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'POST /api/users/{id}/deputies': { params: { id: string }; query: { on?: string | undefined }; body: AppointDeputy; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 提前结束代理 · End a deputyship early · roles: organiser, checker, entrant, alliance-leader, committee, supervisor, finance, hr, auditor, admin, operator */
  'POST /api/users/{id}/deputies/{deputyship}/end': { params: { id: string; deputyship: string }; query: { on?: string | undefined }; body: EndDeputy; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 发放密码重设代码（只显示一次） · Give a code to choose another password with, shown once · roles: admin, operator */
  'POST /api/users/{id}/offer-password-reset': { params: { id: string }; query: { on?: string | undefined }; body: OfferPasswordReset; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined; code?: string | undefined; until?: string | undefined } };
  /** 取消动态口令（设备与恢复代码都已遗失） · Remove a second factor whose device and recovery codes are lost · roles: admin, operator */
  'POST /api/users/{id}/remove-second-factor': { params: { id: string }; query: { on?: string | undefined }; body: RemoveSecondFactor; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 设置评审委员会成员及任期 · Set who is on a committee, and for how long · roles: organiser */
  'PUT /api/award-committees/{id}': { params: { id: string }; query: { on?: string | undefined }; body: SetAwardCommitteeInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 设置表彰规则 · Set the rules for honours · roles: organiser, committee */
  'PUT /api/award-rules': { query: { on?: string | undefined }; body: SetAwardRulesInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 收录全年放假调休安排 · Load the published days off of a year · roles: operator */
  'PUT /api/calendars/{year}': { params: { year: number }; query: { on?: string | undefined }; body: PublishCalendarInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 设置证书版式 · Set a layout of certificates · roles: organiser, committee */
  'PUT /api/certificate-layouts/{id}': { params: { id: string }; query: { on?: string | undefined }; body: SetCertificateLayout; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 填报计划；开启后由组织者调整 · Set the plan; once the round is open, an organiser revises it · roles: entrant, organiser */
  'PUT /api/checks/{id}/plan': { params: { id: string }; query: { on?: string | undefined }; body: SetPlan; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 参赛单位自评 · Score oneself, as an entrant · roles: entrant */
  'PUT /api/checks/{id}/self-score': { params: { id: string }; query: { on?: string | undefined }; body: ScoreSelf; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 保存部门评分表 · Save a department’s sheet · roles: checker */
  'PUT /api/checks/{id}/sheets/{department}': { params: { id: string; department: string }; query: { on?: string | undefined }; body: SaveSheet; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 设定催办规则（竞赛启动后） · Set the reminder rules of a launched competition · roles: organiser */
  'PUT /api/competitions/{id}/reminders': { params: { id: string }; query: { on?: string | undefined }; body: SetRemindersInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 设定年度任务日程（结账、催办、工作室复核） · Set when years close, remind and studios are confirmed · roles: organiser */
  'PUT /api/duty-calendar': { query: { on?: string | undefined }; body: SetDutyCalendarInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 保存成果规则草稿 · Save a draft of output rules · roles: organiser */
  'PUT /api/output-rules/{id}': { params: { id: string }; query: { on?: string | undefined }; body: SaveOutputRules; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 按工号登记或更新人员（人力资源接入；重复与旧版次不作更改） · Put a person by employee number (inbound HR, by revision) · roles: organiser, hr */
  'PUT /api/people/{externalId}': { params: { externalId: string }; query: { on?: string | undefined }; body: PutPerson; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 保存方案草稿 · Save a draft of a scheme · roles: organiser */
  'PUT /api/schemes/{id}': { params: { id: string }; query: { on?: string | undefined }; body: SaveScheme; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
  /** 修改用户 · Amend a user · roles: admin, operator */
  'PUT /api/users/{id}': { params: { id: string }; query: { on?: string | undefined }; body: AmendUserInput; answer: { id: string; version: number; remarks?: { zh: string; en: string }[] | undefined } };
}

export type AcknowledgeRevision = { revision: number; reason: string };
export type ActOnBehalf = { user?: string | undefined };
export type Actor = { sub: string; org: string; roles: ("organiser" | "checker" | "entrant" | "alliance-leader" | "committee" | "supervisor" | "finance" | "hr" | "auditor" | "admin" | "operator")[]; departments: string[]; units: string[]; scopes?: ("hr:read" | "hr:reconcile" | "webhooks")[] | undefined; behalf?: string | undefined; ownUnits?: string[] | undefined };
export type AddCandidateInput = { honour: string; group?: (string | null) | undefined; recipient: string; place?: number | undefined; joint?: boolean | undefined; reason: string };
export type AdoptOutput = { unit: string; adoptedOn: string; yuan?: number | undefined };
export type AdoptSuggestionInput = { alliance: string; kind: string; applied: ("production" | "operation" | "research" | "management")[]; contributors?: string[] | undefined; reason: string };
export type AllianceAnswer = { alliance: string; org: string; code: string; name: string; shortName: string; status: ("proposed" | "approved" | "dissolved"); form?: ("linked" | "same-type" | "cross-type") | undefined; reason?: string | undefined; agreement?: string | undefined; since?: string | undefined; to?: string | undefined; duty: AllianceDuty; members: AllianceMemberAnswer[]; plaques: PlaqueAnswer[]; from?: { pairing: string; number: number } | undefined; amendments?: { name?: string | undefined; form?: ("linked" | "same-type" | "cross-type") | undefined; agreement?: string | undefined; reason: string; on: string }[] | undefined };
export type AllianceDuty = { minimum: number; aim: number; foundingYear: ("full" | "pro-rata") };
export type AllianceListed = { alliance: string; org: string; code: string; name: string; shortName: string; status: ("proposed" | "approved" | "dissolved"); form?: ("linked" | "same-type" | "cross-type") | undefined; reason?: string | undefined; agreement?: string | undefined; since?: string | undefined; to?: string | undefined; duty: AllianceDuty; members: AllianceMemberAnswer[]; plaques: PlaqueAnswer[]; from?: { pairing: string; number: number } | undefined; amendments?: { name?: string | undefined; form?: ("linked" | "same-type" | "cross-type") | undefined; agreement?: string | undefined; reason: string; on: string }[] | undefined; year?: DutyAnswer | undefined };
export type AllianceMemberAnswer = { studio: string; code: string; name: string; employer: string; leading: boolean; union?: string | undefined; place: ("waiting" | "reserved" | "refused"); refusal?: { reason: string; holders: PlaceHolder[] } | undefined; from?: string | undefined; to?: string | undefined; now?: { name: string; status: ("registered" | "recognised" | "suspended") } | undefined };
export type AmendAlliance = { name?: string | undefined; form?: ("linked" | "same-type" | "cross-type") | undefined; agreement?: string | undefined; reason: string };
export type AmendCompetition = { name?: string | undefined; theme?: string | undefined; slogan?: string | undefined; approval?: string | undefined; registration?: { from: string; to: string } | undefined; tracks?: { track: string; schemeVersion?: number | undefined; periods?: { id: string; label: string; from: string; to: string }[] | undefined }[] | undefined; reason: string };
export type AmendJointProject = { topic?: string | undefined; goal?: string | undefined; studios?: string[] | undefined; milestones?: { title: string; due: string }[] | undefined; reason: string };
export type AmendOrganisation = { name: string; deputyDays?: number | undefined; secondFactor?: ("optional" | "required") | undefined };
export type AmendOutput = { kind?: string | undefined; title?: string | undefined; code?: string | undefined; summary?: string | undefined; applied?: ("production" | "operation" | "research" | "management")[] | undefined; contributors?: string[] | undefined; adoptedOn?: string | undefined; evidence?: { title: string; reference: string }[] | undefined; files?: string[] | undefined; wonElsewhere?: string | undefined };
export type AmendPerson = { name: string; role?: string | undefined };
export type AmendStudio = { name?: string | undefined; employer?: string | undefined; district?: string | undefined; level?: ("national" | "provincial" | "district" | "enterprise") | undefined; trade?: string | undefined; chain?: string | undefined; stage?: number | undefined; offers?: string[] | undefined; seeks?: string[] | undefined; capacity?: number | undefined };
export type AmendTeam = { name: string; shortName: string; unit?: string | undefined };
export type AmendUnit = { name: string; shortName: string };
export type AmendUserInput = { userName: string; name: string; contact?: string | undefined; password?: string | undefined; roles: ("organiser" | "checker" | "entrant" | "alliance-leader" | "committee" | "supervisor" | "finance" | "hr" | "auditor" | "admin" | "operator")[]; departments?: string[] | undefined; units?: string[] | undefined };
export type AmendWebhook = { url: string; name: string; eventTypes: ("award-granted" | "award-corrected" | "award-revoked")[]; account?: WebhookAccount | undefined };
export type AnnounceCompetitionInput = { id?: string | undefined; name: string; year: number; theme: string; slogan: string; approval?: string | undefined; tracks: { track: string; label: string; scheme: string; schemeVersion?: number | undefined; groups?: { id: string; label: string }[] | undefined; periods?: { id: string; label: string; from: string; to: string }[] | undefined }[]; registration: { from: string; to: string } };
export type AnnounceContest = { id?: string | undefined; name: string; year: number; competition?: string | undefined; scheme: string; schemeVersion?: number | undefined; tracks: { track: string; entrants: ("unit" | "team" | "studio" | "person"); perUnit?: number | undefined }[]; registration: { from: string; to: string } };
export type AnswerAppeal = { answer: string };
export type AnswerContestAppeal = { answer: string };
export type AnswerObjection = { answer: string };
export type AppealExplained = { check: string; appeal: string; round: string; competition: string; entrant: Entrant; about: ("criterion" | "veto"); item: string; itemLabel: string; departments: string[]; reason: string; evidence: string[]; files?: NamedFile[] | undefined; revision: number; answerBy: string; by: string; at: string; status: ("open" | "upheld" | "dismissed"); answers: { department: string; answer: string; by: string; at: string }[]; decided?: { finding: string; revision: number; decidedBy: string; at: string } | undefined; before?: ShownResult | undefined; after?: ShownResult | undefined; moves: MovedIn[] };
export type AppealView = { check: string; appeal: string; round: string; competition: string; entrant: Entrant; about: ("criterion" | "veto"); item: string; itemLabel: string; departments: string[]; reason: string; evidence: string[]; files?: NamedFile[] | undefined; revision: number; answerBy: string; by: string; at: string; status: ("open" | "upheld" | "dismissed"); answers: { department: string; answer: string; by: string; at: string }[]; decided?: { finding: string; revision: number; decidedBy: string; at: string } | undefined };
export type AppointDeputy = { deputy: string; from: string; to: string; reason: string };
export type ApproveAlliance = { form: ("linked" | "same-type" | "cross-type"); reason: string; agreement: string; since?: string | undefined; duty?: DutyOfAlliance | undefined };
export type ApprovePoints = { ids: string[] };
export type Attempt = { at: string; status?: number | undefined; answer: string; milliseconds: number };
export type AwardBarView = { bar: string; unit: string; name: string; kind: ("wage-arrears" | "insurance-arrears" | "no-union" | "safety-accident" | "mass-incident" | "other"); happenedOn: string; years: number; document: string; by: string; lifted?: { reason: string; by: string } | undefined };
export type AwardCommitteeView = { committee: string; name: string; members: CommitteeMember[] };
export type AwardListSummary = { list: string; kind: ("competition" | "plaque" | "duty" | "outputs" | "hand"); title: string; year: number; competition?: string | undefined; reviewed: boolean; notice?: { notice: string; from: string; lastDay: string } | undefined; candidates: { [key: string]: number }; held: number; decisions: { decision: string; number: string; date: string }[] };
export type AwardListView = { list: string; kind: ("competition" | "plaque" | "duty" | "outputs" | "hand"); title: string; year: number; competition?: string | undefined; evaluation?: string | undefined; honours: ListHonour[]; scoredBy: string[]; candidates: CandidateView[]; reviewed: boolean; reviewedBy?: string | undefined; reviewedFor?: string | undefined; approvals?: { [key: string]: string } | undefined; overrides?: { recipient: string; name: string; failures: EligibilityFailure[]; reason: string; by: string; behalf?: string | undefined }[] | undefined; ties?: { honour: string; group: (string | null); before: { candidate: string; state: ("proposed" | "referred" | "provisional" | "passed-over" | "removed" | "barred" | "struck" | "granted"); joint: boolean }[] }[] | undefined; ballot?: { ballot: string; carried: string[]; failed: string[]; effect: ("holds" | "no-quorum" | "earlier-holds"); reason?: string | undefined } | undefined; ballots?: { ballot: string; carried: string[]; failed: string[]; effect: ("holds" | "no-quorum" | "earlier-holds"); reason?: string | undefined }[] | undefined; papers?: RequiredPaper[] | undefined; papersLastDay?: string | undefined; returned?: { reason: string; by: string }[] | undefined; objections: string[]; notice?: { notice: string; from: string; lastDay: string } | undefined; decisions: { decision: string; number: string; date: string }[]; revisions?: { revision: number; reason: string; changes: { honour: string; group: (string | null); unit: string; name: string; before: (string | null); after: (string | null) }[]; blocking: boolean; acknowledged?: string | undefined }[] | undefined };
export type AwardReturnView = { decision: string; documentNumber: string; status: ("open" | "settled"); out: number; items: { grant: string; item: string; kind: ("plaque" | "certificate"); recipient: Recipient; honour: string; revokedOn: string; returnBy?: string | undefined; state: ("out" | "returned" | "lost"); on?: string | undefined; reason?: string | undefined }[] };
export type AwardRules = { barYears: { cause: string; years: number }[]; anotherDecides?: boolean | undefined; byBallot?: boolean | undefined; papers?: RequiredPaper[] | undefined };
export type BallotRule = { quorum: { numerator: number; denominator: number }; majority: { numerator: number; denominator: number; orEqual: boolean }; of: ("cast" | "voters") };
export type BallotView = { ballot: string; list: string; committee: string; title: string; candidates: string[]; voters: string[]; recusals: { user: string; substitute?: string | undefined; reason: string }[]; rule: BallotRule; closesAt: string; reason?: string | undefined; status: ("open" | "closed"); cast: string[]; result?: { voters: number; cast: number; quorate: boolean; results: { candidate: string; for: number; against: number; abstain: number; carried: boolean }[] } | undefined };
export type Bar = { cause: string; level: ("stage" | "year"); at: string };
export type BenefitBand = { from: number; points: number };
export type CalendarDocument = { title: string; number: string; date: string };
export type CalendarView = { year: number; version: number; daysOff: string[]; makeUpDays: string[]; document?: CalendarDocument | undefined };
export type CancelCompetition = { reason: string };
export type CancelContest = { reason: string };
export type CandidateSource = { event: string; stream: string };
export type CandidateView = { candidate: string; honour: string; group: (string | null); recipient: Recipient; place?: number | undefined; joint: boolean; score?: number | undefined; state: ("proposed" | "referred" | "provisional" | "passed-over" | "removed" | "barred" | "struck" | "granted"); nominatedBy: string[]; sources?: CandidateSource[] | undefined; holds: string[]; reason?: string | undefined; recommendations: string[]; decision?: string | undefined };
export type CastVote = { votes: { candidate: string; vote: ("for" | "against" | "abstain") }[] };
export type CertificateLayout = { layout: string; name: string; paper: ("A4" | "A3"); orientation: ("landscape" | "portrait"); border: boolean; texts: CertificateText[]; qr: { x: number; y: number; size: number }; seal?: { x: number; y: number; size: number; sha256: string } | undefined };
export type CertificateText = { text: string; x: number; y: number; width: number; size: number; bold: boolean; align: ("left" | "center" | "right") };
export type CertificatesView = { decision: string; series: string; layout?: string | undefined; certificates: { grant: string; revision: number; number: string }[] };
export type CertifiedBenefit = { yuan: number; from: string; to: string; gross?: number | undefined; cost?: number | undefined; provisional?: boolean | undefined; until?: string | undefined; reason?: string | undefined };
export type CertifyBenefit = { yuan?: number | undefined; gross?: number | undefined; cost?: number | undefined; from: string; to: string; reason?: string | undefined };
export type ChangeLeader = { leader: string; name?: string | undefined; reason: string };
export type ChangePassword = { userName: string; password: string; newPassword: string; oneTimeCode?: string | undefined };
export type CheckCriterion = { id: string; label: string; owner: string; from: ("sheet" | "work" | "site-days"); kind: ("value" | "ratio" | "events" | "level"); points?: number | undefined; most?: number | undefined; codes?: string[] | undefined; only?: string[] | undefined; due: boolean };
export type CheckDepartment = { id: string; label: string };
export type CheckSummary = { check: string; round: string; competition: string; entrant: Entrant; track: string; period: Period; status: ("made" | "open" | "sealed" | "withdrawn"); score: (number | null); sheets: { department: string; status: ("draft" | "submitted" | "returned") }[]; vetoes: string[]; correctionDue: boolean };
export type CheckView = { check: string; round: string; competition: string; entrant: Entrant; track: string; period: Period; status: ("made" | "open" | "sealed" | "withdrawn"); correctionDue: boolean; departments: CheckDepartment[]; criteria: CheckCriterion[]; vetoRules: VetoRule[]; siteDays: { plan: number; done: number; provisional?: boolean | undefined }; plan?: { revision: number; items: { [key: string]: PlanItem }; reason?: string | undefined } | undefined; reported: { [key: string]: DoneItem }; verified: { [key: string]: VerifiedItem }; voided?: string[] | undefined; sheets: { [key: string]: { status: ("draft" | "submitted" | "returned"); marks: { [key: string]: Mark }; by: string; reason?: string | undefined } }; vetoes: { veto: string; kind: string; level: ("item" | "stage" | "year"); evidence: string[]; by: string; at: string }[]; sealed?: { revision: number; inputs: { [key: string]: Mark }; vetoes: StandingVeto[]; result: EntrantResult; scoredBy: string[]; digest: string; inputDigest?: string | undefined; resultDigest?: string | undefined; reason?: string | undefined } | undefined };
export type CheckerView = { user: string; name?: string | undefined; units: string[]; departments: string[] };
export type ClaimPointsInput = { person: string; way: string; times?: number | undefined; on: string; evidence: string };
export type CloseJointProject = { result: string; reason?: string | undefined };
export type ClosePointsCampaign = { reason: string };
export type CommitteeMember = { user: string; seat: string; from: string; to?: string | undefined; voting: boolean; substitute?: string | undefined; units: string[]; person?: string | undefined };
export type CompetitionSummary = { competition: string; name: string; year: number; theme: string; slogan: string; state: ("announced" | "launched" | "closed" | "cancelled"); registration: { from: string; to: string }; registrationEnded: boolean; copyOf?: string | undefined; approval?: string | undefined; reason?: string | undefined };
export type CompetitionView = { competition: string; name: string; year: number; theme: string; slogan: string; state: ("announced" | "launched" | "closed" | "cancelled"); registration: { from: string; to: string }; registrationEnded: boolean; copyOf?: string | undefined; approval?: string | undefined; reason?: string | undefined; tracks: { track: string; label: string; scheme: string; schemeVersion: number; groups: { id: string; label: string }[]; periods: Period[]; entries: { registered: number; accepted: number; rejected: number; withdrawn: number } }[] };
export type CompleteEvaluation = { competition: string; track: string };
export type ConfirmSecondFactor = { userName: string; password: string; oneTimeCode: string };
export type ConfirmStudio = { reason: string };
export type ConflictsView = { list: string; committee: string; items: { user: string; seat: string; voting: boolean; conflicts: { candidate: string; name?: string | undefined; why: ("own-unit" | "own-person" | "nominated" | "scored") }[]; substitute?: string | undefined }[] };
export type ContestAppealExplained = { appeal: string; stage: string; contest: string; contestName: string; stageLabel: string; contestant: string; entrant: ContestEntrant; item: (string | null); itemLabel: string; reason: string; evidence: string[]; revision: number; answerBy: string; by: string; at: string; status: ("open" | "upheld" | "dismissed"); answers: { answer: string; by: string; at: string }[]; decided?: { finding: string; decidedBy: string; at: string } | undefined; code?: string | undefined; name?: string | undefined; before?: { status: ("scored" | "not-assessable" | "pending" | "invalid"); score: (number | null); place: (number | null); absence?: ("did-not-start" | "did-not-finish" | "disqualified") | undefined; text: { zh: string; en: string } } | undefined; after?: { status: ("scored" | "not-assessable" | "pending" | "invalid"); score: (number | null); place: (number | null); absence?: ("did-not-start" | "did-not-finish" | "disqualified") | undefined; text: { zh: string; en: string } } | undefined; moves: { contestant: string; entrant: ContestEntrant; group: (string | null); before: PublishedStanding; after: PublishedStanding; code?: string | undefined; name?: string | undefined }[] };
export type ContestAppealView = { appeal: string; stage: string; contest: string; contestName: string; stageLabel: string; contestant: string; entrant: ContestEntrant; item: (string | null); itemLabel: string; reason: string; evidence: string[]; revision: number; answerBy: string; by: string; at: string; status: ("open" | "upheld" | "dismissed"); answers: { answer: string; by: string; at: string }[]; decided?: { finding: string; decidedBy: string; at: string } | undefined; code?: string | undefined; name?: string | undefined };
export type ContestCause = { what: ("performance" | "scorecard" | "tie" | "stage"); id: string; revision: number; reason?: string | undefined };
export type ContestEntrant = { type: ("unit" | "team" | "studio" | "person"); id: string; code?: string | undefined; name?: string | undefined; unit?: string | undefined };
export type ContestExplanation = { stage: string; contestant: string; code?: string | undefined; name?: string | undefined; place: (number | null); score: (number | null); absence?: ("did-not-start" | "did-not-finish" | "disqualified") | undefined; performance?: { performance: string; stage: string; contestant: string; revision: number; marks: { [key: string]: Mark }; absence?: ("did-not-start" | "did-not-finish" | "disqualified") | undefined; by: string; reason?: string | undefined } | undefined; tree?: { [key: string]: Json } | undefined; text: { zh: string; en: string } };
export type ContestMissingView = { stage: string; count: number; items: { contestant: string; code?: string | undefined; name?: string | undefined; missing: string[] }[] };
export type ContestRevisionView = { stage: string; revision: number; causes: ContestCause[]; digest: string; moved: number; moves: { contestant: string; entrant: ContestEntrant; group: (string | null); before: PublishedStanding; after: PublishedStanding; code?: string | undefined; name?: string | undefined }[] };
export type ContestStageView = { stage: string; contest: string; contestName: string; year: number; competition?: string | undefined; track: string; trackLabel: string; entrants: ("unit" | "team" | "studio" | "person"); name: string; label: string; period: (string | null); periodLabel: (string | null); scheme: string; schemeVersion: number; status: ("made" | "open" | "closed"); to: ("hidden" | "entrants" | "public"); revision?: number | undefined; digest?: string | undefined; inputDigest?: string | undefined; resultDigest?: string | undefined; causes?: ContestCause[] | undefined; appeals?: { from: string; workingDays: number; lastDay: string } | undefined };
export type ContestStanding = { place: (number | null); joint: boolean; contestant: string; code?: string | undefined; name?: string | undefined; unit?: string | undefined; group: (string | null); groupLabel: (string | null); status: ("scored" | "not-assessable" | "pending" | "invalid"); absence?: ("did-not-start" | "did-not-finish" | "disqualified") | undefined; score: (number | null); band: (string | null); bandLabel: (string | null); bars: Bar[]; figures: { [key: string]: number }; provisional?: { missing: string[]; ifNothing: (number | null); ifFull: (number | null) } | undefined };
export type ContestStandingsView = { stage: string; contest: string; contestName: string; year: number; competition?: string | undefined; track: string; trackLabel: string; entrants: ("unit" | "team" | "studio" | "person"); name: string; label: string; period: (string | null); periodLabel: (string | null); scheme: string; schemeVersion: number; status: ("made" | "open" | "closed"); to: ("hidden" | "entrants" | "public"); revision?: number | undefined; digest?: string | undefined; inputDigest?: string | undefined; resultDigest?: string | undefined; causes?: ContestCause[] | undefined; appeals?: { from: string; workingDays: number; lastDay: string } | undefined; items: ContestStanding[]; honours: { honour: string; label: string; group: (string | null); seats: number; admits: boolean; granted: { contestant: string; entrant: ContestEntrant; place?: number | undefined; joint: boolean; score?: number | undefined; code?: string | undefined; name?: string | undefined }[]; referred: { contestant: string; entrant: ContestEntrant; place?: number | undefined; joint: boolean; score?: number | undefined; code?: string | undefined; name?: string | undefined }[]; provisional: { contestant: string; entrant: ContestEntrant; place?: number | undefined; joint: boolean; score?: number | undefined; code?: string | undefined; name?: string | undefined }[] }[] };
export type ContestSummary = { contest: string; name: string; year: number; competition?: string | undefined; scheme: string; schemeVersion: number; tracks: ContestTrack[]; registration: { from: string; to: string }; state: ("announced" | "cancelled"); reason?: string | undefined };
export type ContestTrack = { track: string; label: string; entrants: ("unit" | "team" | "studio" | "person"); perUnit?: number | undefined; groups: { id: string; label: string }[]; stages: { stage: string; label: string; periods: { id: string; label: string }[] }[] };
export type ContestView = { contest: string; name: string; year: number; competition?: string | undefined; scheme: string; schemeVersion: number; tracks: ContestTrack[]; registration: { from: string; to: string }; state: ("announced" | "cancelled"); reason?: string | undefined; stages: ContestStageView[] };
export type ContestantView = { contestant: string; squad: string; contest: string; track: string; group?: string | undefined; entrant: ContestEntrant; represents?: string | undefined; state: ("registered" | "accepted" | "rejected" | "withdrawn"); reason?: string | undefined; code?: string | undefined; name?: string | undefined };
export type CopyCompetition = { id?: string | undefined; year: number; approval?: string | undefined };
export type CorrectDuty = { reason: string };
export type CorrectGrant = { recipientName?: string | undefined; honourName?: string | undefined; honourShortName?: string | undefined; level?: ("national" | "provincial" | "district" | "group" | "enterprise") | undefined; documentNumber?: string | undefined; prize?: (number | null) | undefined; validFrom?: string | undefined; validTo?: (string | null) | undefined; recipient?: string | undefined; reason: string };
export type CorrectMarks = { contestant: string; seat: string; marks: { [key: string]: ({ value: number; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { parts: { weight: number; plan: number; done: number; accepted?: number | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { events: { code: string; times?: number | undefined; subject?: string | undefined; ref?: string | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { level: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { na: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { plan: number; done: number; accepted?: number | undefined; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined }) }; reason: string };
export type CorrectPerformanceInput = { contestant: string; marks?: { [key: string]: ({ value: number; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { parts: { weight: number; plan: number; done: number; accepted?: number | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { events: { code: string; times?: number | undefined; subject?: string | undefined; ref?: string | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { level: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { na: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { plan: number; done: number; accepted?: number | undefined; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined }) } | undefined; absence?: (("did-not-start" | "did-not-finish" | "disqualified") | null) | undefined; reason: string };
export type CorrectResultInput = { reason: string; marks?: { [key: string]: ({ value: number; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { parts: { weight: number; plan: number; done: number; accepted?: number | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { events: { code: string; times?: number | undefined; subject?: string | undefined; ref?: string | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { level: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { na: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { plan: number; done: number; accepted?: number | undefined; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined }) } | undefined; raise?: { kind: string; evidence: string[] }[] | undefined; lift?: string[] | undefined };
export type CorrectionsView = { check: string; items: { revision: number; reason: string; by?: string | undefined; inputDigest?: string | undefined; resultDigest?: string | undefined; moves: Moved[] }[] };
export type DecideAppealInput = { outcome: ("upheld" | "dismissed"); finding: string; marks?: { [key: string]: ({ value: number; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { parts: { weight: number; plan: number; done: number; accepted?: number | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { events: { code: string; times?: number | undefined; subject?: string | undefined; ref?: string | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { level: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { na: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { plan: number; done: number; accepted?: number | undefined; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined }) } | undefined; raise?: { kind: string; evidence: string[] }[] | undefined; lift?: string[] | undefined };
export type DecideContestAppealInput = { outcome: ("upheld" | "dismissed"); finding: string; marks?: { [key: string]: ({ value: number; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { parts: { weight: number; plan: number; done: number; accepted?: number | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { events: { code: string; times?: number | undefined; subject?: string | undefined; ref?: string | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { level: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { na: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { plan: number; done: number; accepted?: number | undefined; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined }) } | undefined; absence?: (("did-not-start" | "did-not-finish" | "disqualified") | null) | undefined; sheets?: { panel: string; seat: string; marks: { [key: string]: ({ value: number; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { parts: { weight: number; plan: number; done: number; accepted?: number | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { events: { code: string; times?: number | undefined; subject?: string | undefined; ref?: string | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { level: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { na: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { plan: number; done: number; accepted?: number | undefined; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined }) } }[] | undefined };
export type DecideContestTieInput = { honour: string; group?: (string | null) | undefined; granted: string[]; reason: string };
export type DecideObjection = { outcome: ("upheld" | "dismissed"); finding: string; effect: string };
export type DecidePlaqueRemoval = ({ outcome: "removed"; reason: string; returnBy: string } | { outcome: "kept"; reason: string });
export type DecideProposals = { numbers?: number[] | undefined; fromWeight?: number | undefined };
export type DecisionDocument = { number: string; date: string; signatory: string; grantedBy: string; validTo?: string | undefined };
export type DecisionView = { decision: string; list: string; title: string; year: number; document: DecisionDocument; pages: number; recorded: number; grants: string[]; revoked?: { reason: string; returnBy: string; revokedOn: string } | undefined };
export type DeclineInvitation = { reason: string };
export type DeclineSuggestion = { reason: string };
export type Delivery = { delivery: string; message: string; grant: string; revision: number; event: ("award-granted" | "award-corrected" | "award-revoked"); state: ("waiting" | "delivered" | "failed"); attempts: Attempt[]; next?: string | undefined; key?: string | undefined };
export type DeputyView = { user: string; organisation: string; deputyship: string; deputy: string; by: string; from: string; to: string; reason: string; userName?: string | undefined; deputyName?: string | undefined; state: ("coming" | "current" | "over" | "ended"); ended?: { reason?: string | undefined; by: string } | undefined };
export type Difference = { grant: string; revision: number; heldRevision?: number | undefined; status: ("granted" | "corrected" | "revoked"); recipientName: string; honourName: string; message: string };
export type DigestTo = ({ kind: "user"; user: string } | { kind: "robot"; robot: string });
export type DigestView = { digest: string; to: DigestTo; at: string; state: ("waiting" | "settled"); lines: number; last?: { part: number; outcome: ("sent" | "no-address" | "failed"); channel: ("mail" | "log" | "dingtalk" | "feishu" | "wecom"); lines: number; message: string; reason?: string | undefined; at: string } | undefined };
export type DirectoryAnswer = { studio: string; code: string; name: string; employer: string; district: string; level: ("national" | "provincial" | "district" | "enterprise"); trade: string; leader?: string | undefined; chain?: string | undefined; stage?: number | undefined; offers?: string[] | undefined; seeks?: string[] | undefined; union: string };
export type DisableWebhook = { reason: string };
export type DisputeGame = { reason: string };
export type DissolveAlliance = { reason: string; to?: string | undefined };
export type DoneItem = ({ parts: { id: string; done: number }[] } | { done: number });
export type DossierView = { dossier: string; list: string; papers: { paper: string; handedIn?: { files?: NamedFile[] | undefined; characters?: number | undefined; by: string; on: string } | undefined; waived?: { reason: string; by: string } | undefined; text?: string | undefined }[] };
export type DossiersView = { list: string; title: string; lastDay?: string | undefined; lacking: number; items: { candidate: string; name?: string | undefined; honour: string; honourName: string; state: ("proposed" | "referred" | "provisional" | "passed-over" | "removed" | "barred" | "struck" | "granted"); papers: { paper: string; label: string; state: ("missing" | "handed-in" | "waived"); by?: string | undefined; on?: string | undefined; reason?: string | undefined; files?: NamedFile[] | undefined }[] }[] };
export type DraftAwardListInput = ({ kind: "plaque"; id?: string | undefined; title: string; year: number; honour: { code: string; name: string; shortName: string; level: ("national" | "provincial" | "district" | "group" | "enterprise") }; alliances: string[] } | { kind: "duty"; id?: string | undefined; title: string; year: number; honour: { code: string; name: string; shortName: string; level: ("national" | "provincial" | "district" | "group" | "enterprise") }; status?: ("met" | "exceeded") | undefined } | { kind: "outputs"; id?: string | undefined; title: string; year: number; honour: { code: string; name: string; shortName: string; level: ("national" | "provincial" | "district" | "group" | "enterprise") }; atLeast?: number | undefined } | { kind: "hand"; id?: string | undefined; title: string; year: number; competition?: string | undefined; honours: { code: string; name: string; shortName: string; level: ("national" | "provincial" | "district" | "group" | "enterprise"); group?: (string | null) | undefined; seats?: (number | null) | undefined; prize?: number | undefined }[] });
export type DraftOutputRules = { template: ("five-small-alterations" | "five-small-creations") };
export type DraftScheme = { id?: string | undefined; template: string };
export type DrawFixtureInput = { form: ("round-robin" | "swiss" | "single-elimination" | "double-elimination"); group?: string | undefined; criterion?: string | undefined; seedBy?: string | undefined; seeded?: string[] | undefined; legs?: number | undefined; rounds?: number | undefined; third?: boolean | undefined; rules?: TableRules | undefined; reason?: string | undefined };
export type DrawJudgingPanelInput = { item?: string | undefined; pool: { judge: string; unit?: string | undefined; avoids?: string[] | undefined }[]; seats: number; lookAgain?: number | undefined; reason?: string | undefined };
export type DrawPointsVoucher = { reward: string };
export type DuplicateAnswer = { output: string; alliance: string; title: string; kind: string; status: ("draft" | "submitted" | "accepted" | "rejected" | "withdrawn"); adoptedOn: string; percent: number; by: ("code" | "title" | "summary"); zh: string; en: string };
export type DutyAnswer = { alliance: string; year: number; outputs: number; minimum: number; aim: number; due: string; status: ("met" | "behind" | "open" | "not-due" | "exceeded"); closed: boolean; text: { zh: string; en: string }; behindSince?: string | undefined; correctionDue?: boolean | undefined; corrections?: { outputs: number; minimum: number; aim: number; counted?: string[] | undefined; status: ("met" | "behind" | "not-due" | "exceeded"); revision: number; reason: string }[] | undefined; heldFor?: string[] | undefined; rectification?: { by: string; reason: string; outcome?: ("rectified" | "not-rectified" | "undecided") | undefined; madeUp?: number | undefined; undecided?: string[] | undefined } | undefined };
export type DutyBoardLine = { alliance: string; year: number; outputs: number; minimum: number; aim: number; due: string; status: ("met" | "behind" | "open" | "not-due" | "exceeded"); closed: boolean; text: { zh: string; en: string }; behindSince?: string | undefined; correctionDue?: boolean | undefined; corrections?: { outputs: number; minimum: number; aim: number; counted?: string[] | undefined; status: ("met" | "behind" | "not-due" | "exceeded"); revision: number; reason: string }[] | undefined; heldFor?: string[] | undefined; rectification?: { by: string; reason: string; outcome?: ("rectified" | "not-rectified" | "undecided") | undefined; madeUp?: number | undefined; undecided?: string[] | undefined } | undefined; code: string; name: string; kinds: { kind: string; outputs: number }[]; applied: { applied: ("production" | "operation" | "research" | "management"); outputs: number }[]; undecided: string[] };
export type DutyCalendar = { closeAfterDays?: number | undefined; daysBefore: number[]; confirmYears?: number | undefined };
export type DutyOfAlliance = { minimum: number; aim: number; foundingYear: ("full" | "pro-rata") };
export type EligibilityFailure = { recipient: string; honour: (string | null); rule: ("result-barred" | "unit-barred" | "honour-held"); why: { zh: string; en: string }; source: { event: string; stream: string; cause: string } };
export type EligibilityView = { list: string; title: string; year: number; failing: number; items: { candidate?: string | undefined; recipient: string; name: string; honour?: string | undefined; state?: ("proposed" | "referred" | "provisional" | "passed-over" | "removed" | "barred" | "struck" | "granted") | undefined; failures: { rule: ("result-barred" | "unit-barred" | "honour-held"); why: { zh: string; en: string }; source: { event: string; stream: string; cause: string }; overridden?: { reason: string; by: string } | undefined }[] }[] };
export type EndDeputy = { reason: string };
export type EndMachine = { reason: string };
export type EnterContestant = { track: string; entrant: string; group?: string | undefined; represents?: string | undefined };
export type EnterGame = { score?: [number, number] | undefined; winner?: (string | null) | undefined; how?: ("walkover" | "forfeit") | undefined };
export type Entrant = { entry: string; unit: string; code: string; name: string; shortName: string; track: string; group?: string | undefined; parent?: string | undefined };
export type EntrantResult = { status: ("scored" | "not-assessable" | "pending" | "invalid"); score: (number | null); band: (string | null); bars: Bar[]; figures: { [key: string]: number }; alerts?: string[] | undefined };
export type EntryView = { entry: string; unit: string; code: string; name: string; shortName: string; track: string; group?: string | undefined; parent?: string | undefined; competition: string; state: ("registered" | "accepted" | "rejected" | "withdrawn"); reason?: string | undefined; statuses: { status: ("not-started" | "under-construction" | "suspended" | "completed"); from: string; to?: string | undefined; reason: string }[] };
export type EvaluationRevisionView = { evaluation: string; revision: number; reason: string; causes: RevisionCause[]; digest: string; inputDigest?: string | undefined; resultDigest?: string | undefined; moved: number; moves: Moved[]; honourMoves: HonourMove[] };
export type EvaluationView = { evaluation: string; competition: string; track: string; revision: number; digest: string; scheme?: string | undefined; schemeVersion?: number | undefined; inputDigest?: string | undefined; resultDigest?: string | undefined; honours: { honour: string; label: string; group: (string | null); seats: number; granted: Honoured[]; referred: Honoured[]; provisional: Honoured[] }[]; reason?: string | undefined; reopened: { round: string; trackLabel: string; periodLabel: string; reason: string }[] };
export type Explanation = { result: string; entrant: Entrant; track: string; stage: string; period: (string | null); scheme: string; schemeVersion: number; revision: number; outcome: EntrantResult; score: (number | null); provisional?: Provisional | undefined; criteria: { criterion: string; label: string; within?: string | undefined; adjustment: boolean; most?: number | undefined; points?: number | undefined; raw?: number | undefined; mark?: Mark | undefined }[]; honours?: { honour: string; label: string; seat: ("granted" | "referred" | "provisional") }[] | undefined; vetoes: StandingVeto[]; scoredBy: string[]; inputDigest?: string | undefined; resultDigest?: string | undefined; tree: { [key: string]: Json }; text: { zh: string; en: string } };
export type FileAnswer = { name: string; type: string; size: number; sha256: string; originalSha256: string; id: string; uploadedAt: string; thumbnail: boolean };
export type FileAppealInput = { id?: string | undefined; about?: ("criterion" | "veto") | undefined; item: string; reason: string; evidence?: string[] | undefined; files?: string[] | undefined };
export type FileContestAppealInput = { contestant: string; item?: string | undefined; reason: string; evidence?: string[] | undefined };
export type FileObjectionInput = { objection?: string | undefined; candidate: string; channel: ("letter" | "phone" | "visit"); from: ("person" | "unit"); receivedOn: string; postmarkedOn?: string | undefined; statement: string; evidence?: string[] | undefined; objector: { name: string; contact?: string | undefined } };
export type FixtureGame = { game: string; part: ("main" | "lower" | "final" | "third"); round: number; sides: [({ contestant: string; code?: string | undefined; name?: string | undefined } | null), ({ contestant: string; code?: string | undefined; name?: string | undefined } | null)]; status: ("waiting" | "open" | "entered" | "disputed" | "final" | "bye" | "off"); outcome?: GameOutcome | undefined; confirmedBy: string[]; reason?: string | undefined };
export type FixtureLine = { place: number; contestant: string; code?: string | undefined; name?: string | undefined; played: number; won: number; drawn: number; lost: number; scored: number; conceded: number; points: number };
export type FixtureSummary = { fixture: string; stage: string; contest: string; group: (string | null); groupLabel: (string | null); form: ("round-robin" | "swiss" | "single-elimination" | "double-elimination"); draw: number; seed: string; rounds: number; rules: { win: number; draw: number; loss: number; forfeit?: number | undefined; walkover: [number, number]; by: ("points" | "head-to-head" | "difference" | "scored" | "wins")[] }; criterion: string; reason?: string | undefined; by: string; status: ("running" | "ended") };
export type FixtureView = { fixture: string; stage: string; contest: string; group: (string | null); groupLabel: (string | null); form: ("round-robin" | "swiss" | "single-elimination" | "double-elimination"); draw: number; seed: string; rounds: number; rules: { win: number; draw: number; loss: number; forfeit?: number | undefined; walkover: [number, number]; by: ("points" | "head-to-head" | "difference" | "scored" | "wins")[] }; criterion: string; reason?: string | undefined; by: string; status: ("running" | "ended"); contestants: { contestant: string; code?: string | undefined; name?: string | undefined; rank: (number | null) }[]; games: FixtureGame[]; byes: { round: number; contestant: string; code?: string | undefined; name?: string | undefined }[]; table: FixtureLine[]; places: { contestant: string; code?: string | undefined; name?: string | undefined; place: number }[] };
export type FormSuggestion = { studio: string; form: ("linked" | "same-type" | "cross-type"); zh: string; en: string };
export type FormTeamInput = { id?: string | undefined; code: string; name: string; shortName: string; unit?: string | undefined; members?: { person: string; from?: string | undefined; substitute?: boolean | undefined; to?: string | undefined }[] | undefined };
export type FoundAlliances = { code: string; since?: string | undefined; form: ("suggested" | "linked" | "same-type" | "cross-type"); reason: string; agreement?: string | undefined; duty?: DutyOfAlliance | undefined; answerDays?: number | undefined; numbers?: number[] | undefined };
export type GameOutcome = { winner: (string | null); score?: [number, number] | undefined; how?: ("walkover" | "forfeit") | undefined };
export type Grant = { grant: string; revision: number; status: ("granted" | "corrected" | "revoked"); decision: string; documentNumber: string; honour: GrantedHonour; collective: boolean; grantedBy: string; competition?: string | undefined; year: number; place?: number | undefined; joint: boolean; recipient: Recipient; decisionDate: string; validFrom: string; validTo?: string | undefined; formerRecipient?: Recipient | undefined; reason?: string | undefined; prize?: number | undefined };
export type GrantedHonour = { code: string; name: string; shortName: string; level: ("national" | "provincial" | "district" | "group" | "enterprise") };
export type GroupAnswer = { leader: { studio: string; name: string }; members: { studio: string; name: string; number: number; weight: number }[]; total: number };
export type HandIn = { paper: string; files?: string[] | undefined; text?: string | undefined };
export type HeldGrant = { grant: string; revision: number; status?: ("granted" | "corrected" | "revoked") | undefined };
export type HonourMove = { honour: string; label: string; group: (string | null); unit: string; code: string; name: string; before: (("granted" | "referred" | "provisional") | null); after: (("granted" | "referred" | "provisional") | null) };
export type Honoured = { entry: string; unit: string; code: string; name: string; shortName: string; track: string; group?: string | undefined; parent?: string | undefined; score?: number | undefined; place?: number | undefined; joint: boolean };
export type HrRow = { grant: string; revision: number; status: ("granted" | "corrected" | "revoked"); recordedAt: string; decision: string; documentNumber: string; honourCode: string; honourName: string; shortName: string; level: ("national" | "provincial" | "district" | "group" | "enterprise"); collective: boolean; grantedBy: string; competition?: string | undefined; year: number; place?: number | undefined; joint: boolean; recipientType: ("unit" | "studio" | "alliance" | "team" | "person"); recipientId: string; externalId?: string | undefined; recipientName?: string | undefined; recipientUnit?: string | undefined; members?: string[] | undefined; formerRecipientId?: string | undefined; formerExternalId?: string | undefined; decisionDate: string; validFrom: string; validTo?: string | undefined; reason?: string | undefined; prize?: number | undefined };
export type ImpactView = { competition: string; track: string; scheme: string; schemeVersion: number; findings: SchemeFinding[]; changes: SchemeChange[]; incompatible: SchemeFinding[]; moves: { entry: string; code: string; name: string; group: (string | null); before: { status: ("scored" | "not-assessable" | "pending" | "invalid"); score: (number | null); place: (number | null); honours: string[] }; after: { status: ("scored" | "not-assessable" | "pending" | "invalid"); score: (number | null); place: (number | null); honours: string[] }; track: string; stage: string; period: (string | null) }[]; rescored: number; refused?: { stage: string; code: string; at: string; message: string } | undefined };
export type InvitationAnswer = { invitation: string; studio: string; request: number; alliance: string; code: string; name: string; studioName: string; studioCode: string; from: string; to: string; lapsesAt: string; status: ("open" | "accepted" | "declined" | "lapsed" | "withdrawn"); reason?: string | undefined };
export type IssueCertificates = { layout?: string | undefined };
export type IssueDecision = { number: string; date: string; signatory: string; grantedBy: string; validTo?: string | undefined };
export type JoinAlliance = { studio: string; from?: string | undefined; answerDays?: number | undefined };
export type JoinTeam = { person: string; from?: string | undefined; substitute?: boolean | undefined };
export type JointProjectAnswer = { project: string; alliance: string; owner: string; studios: string[]; topic: string; goal: string; members?: ProjectMember[] | undefined; milestones?: { title: string; due: string; reachedOn?: string | undefined; note?: string | undefined }[] | undefined; from: string; reports: { progress: string; on: string }[]; outputs?: { output: string; title: string }[] | undefined; result?: string | undefined; to?: string | undefined; reason?: string | undefined; amendments?: { topic?: string | undefined; goal?: string | undefined; members?: ProjectMember[] | undefined; milestones?: ProjectMilestone[] | undefined; reason: string; on: string }[] | undefined };
export type Json = (string | number | boolean | null | Json[] | { [key: string]: Json });
export type JudgeCalibration = { judge: string; seats: string[]; marked: number; mean: number; offset: number; spread: number };
export type JudgingCalibration = { panel: string; judges: JudgeCalibration[]; moves: { contestant: string; code?: string | undefined; name?: string | undefined; before: (number | null); after: (number | null) }[]; text: { zh: string; en: string } };
export type JudgingPanelView = { panel: string; stage: string; contest: string; item: string; itemLabel: string; draw: number; seed?: string | undefined; pool?: { judge: string; unit?: string | undefined; avoids: string[]; ties: number; seed?: string | undefined }[] | undefined; seats: number; lookAgain: number; reason?: string | undefined; by: string; status: ("drawn" | "locked"); seat?: string | undefined };
export type LeaveAlliance = { studio: string; to?: string | undefined; reason: string; successor?: string | undefined };
export type LeaveTeam = { person: string; to?: string | undefined };
export type LeftOutAnswer = { studio: string; name: string; reason: ("no-place" | "no-possible-pair" | "lost-to-others"); zh: string; en: string; best?: { with: string; weight: number } | undefined };
export type LengthenNotice = { lastDay: string; reason: string };
export type LiftAwardBar = { reason: string };
export type LiftVeto = { reason: string };
export type LinkOutput = { output: string };
export type ListHonour = { code: string; name: string; shortName: string; level: ("national" | "provincial" | "district" | "group" | "enterprise"); group: (string | null); seats: (number | null); prize?: number | undefined };
export type ListStudioInput = { shows?: ("leader" | "chain" | "offers" | "seeks")[] | undefined };
export type LogOutput = { id?: string | undefined; alliance: string; kind: string; title: string; code?: string | undefined; summary?: string | undefined; applied: ("production" | "operation" | "research" | "management")[]; contributors: string[]; adoptedOn: string; evidence: { title: string; reference: string }[]; files?: string[] | undefined; wonElsewhere?: string | undefined };
export type LookAgain = { contestant: string; reason: string };
export type MachineToken = { access_token: string; token_type: "Bearer"; expires_in: number; scope: string };
export type MachineView = { machine: string; organisation: string; name: string; scopes: ("hr:read" | "hr:reconcile" | "webhooks")[]; keys: { key: string; until?: string | undefined; lastUsedAt?: string | undefined }[]; ended?: string | undefined };
export type MakeSuggestion = { title: string; text: string; proposer: string; contact?: string | undefined };
export type Mark = ({ value: number; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { parts: { weight: number; plan: number; done: number; accepted?: number | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { events: { code: string; times?: number | undefined; subject?: string | undefined; ref?: string | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { level: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { na: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { plan: number; done: number; accepted?: number | undefined; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined });
export type MarkContestant = { contestant: string; marks: { [key: string]: ({ value: number; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { parts: { weight: number; plan: number; done: number; accepted?: number | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { events: { code: string; times?: number | undefined; subject?: string | undefined; ref?: string | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { level: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { na: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { plan: number; done: number; accepted?: number | undefined; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined }) } };
export type MeView = { actor: Actor; name?: string | undefined; organisationName?: string | undefined; behalf?: { user: string; name?: string | undefined } | undefined; mayActFor?: { user: string; name?: string | undefined; to: string }[] | undefined };
export type MissingView = { round: string; items: { check: string; entry: string; unit: string; what: ("plan" | "progress" | "sheet" | "result"); department?: string | undefined; departmentLabel?: string | undefined; criteria: string[]; code: string; name: string }[]; next?: string | undefined; total?: number | undefined };
export type MovePerson = { unit: string; from?: string | undefined };
export type Moved = { entry: string; code: string; name: string; group: (string | null); before: PublishedStanding; after: PublishedStanding };
export type MovedIn = { entry: string; code: string; name: string; group: (string | null); before: PublishedStanding; after: PublishedStanding; track: string; stage: string; period: (string | null) };
export type NameHonour = { code: string; name: string; shortName: string; level: ("national" | "provincial" | "district" | "group" | "enterprise"); seats?: (number | null) | undefined; prize?: number | undefined; approval?: string | undefined };
export type NamedFile = { file: string; name: string; type: string; size: number; sha256: string; originalSha256: string };
export type NeedAnswer = { need: string; studio: string; unit: string; problem: string; details?: string | undefined; on: string; by: string; status: ("open" | "withdrawn" | "solved"); reason?: string | undefined; result?: string | undefined };
export type NoteAward = { wonElsewhere: string };
export type NoticeView = { notice: string; list: string; title: string; from: string; workingDays: number; firstDayCounts: boolean; lastDay: string; closesAt: string; channels: ObjectionChannel[]; review?: number | undefined; items: { honour: string; recipient?: string | undefined; person?: string | undefined; unit?: string | undefined; group?: string | undefined; unnamed?: true | undefined }[]; ended: boolean; lengthened?: { from: string; reason: string }[] | undefined; withdrawn?: string | undefined };
export type ObjectionChannel = { kind: ("letter" | "phone" | "visit"); where: string };
export type ObjectionFiling = { channel: ("letter" | "phone" | "visit"); from: ("person" | "unit"); receivedOn: string; postmarkedOn?: string | undefined; statement: string; evidence: string[] };
export type ObjectionView = { objection: string; list: string; candidate: string; filing: ObjectionFiling; nominatedBy: string[]; status: ("open" | "upheld" | "dismissed"); answers: string[]; finding?: string | undefined; effect?: string | undefined; decidedBy?: string | undefined };
export type OddSetAnswer = { set: number; of: string[]; price: number };
export type OfferPasswordReset = Record<string, unknown>;
export type OpenBallotInput = { id?: string | undefined; list: string; committee: string; candidates?: string[] | undefined; quorum?: { numerator: number; denominator: number } | undefined; majority?: { numerator: number; denominator: number; orEqual?: boolean | undefined } | undefined; of?: ("cast" | "voters") | undefined; closesAt: string; reason?: string | undefined };
export type OpenJointProject = { id?: string | undefined; alliance: string; topic: string; goal: string; studios?: string[] | undefined; milestones?: { title: string; due: string }[] | undefined; from?: string | undefined };
export type OpenPointsCampaignInput = { id?: string | undefined; name: string; year: number; from: string; to: string; spendBy: string; earning: { way: string; label: string; points: number; mostPerDay?: number | undefined }[]; rewards?: { reward: string; label: string; points: number }[] | undefined; feeds?: { criterion?: string | undefined; stages: { stage: string; from: string; to: string }[] } | undefined };
export type OpenPointsPartner = { label: string; rewards?: string[] | undefined };
export type OpenSuggestionLink = { label: string; days?: number | undefined; origin?: string | undefined };
export type OrganisationView = { organisation: string; code: string; name: string; deputyDays?: number | undefined; secondFactor?: ("optional" | "required") | undefined };
export type OutputAnswer = { output: string; alliance: string; owner: string; studios: string[]; kind: string; title: string; code?: string | undefined; summary?: string | undefined; applied: ("production" | "operation" | "research" | "management")[]; contributors: string[]; adoptedOn: string; evidence: OutputEvidence[]; files?: NamedFile[] | undefined; wonElsewhere?: string | undefined; suggestion?: { suggestion: string; by: string[] } | undefined; status: ("draft" | "submitted" | "accepted" | "rejected" | "withdrawn"); year: number; counts: boolean; reason?: string | undefined; benefit?: CertifiedBenefit | undefined; benefitsBefore?: CertifiedBenefit[] | undefined; rule?: OutputRule | undefined; points?: number | undefined; comparisons?: OutputComparison[] | undefined; adoptions?: { unit: string; adoptedOn: string; yuan?: number | undefined }[] | undefined };
export type OutputComparison = { output: string; same: boolean; reason: string };
export type OutputEvidence = { title: string; reference: string };
export type OutputKind = { kind: string; points: number; evidence: string[]; benefitNeeded: boolean };
export type OutputRule = { version: number; kind: string; points: number; evidence: string[]; benefitNeeded: boolean; bands: BenefitBand[]; most: number };
export type OutputRulesAnswer = { rules: string; version: number; body?: OutputRulesBody | undefined; draft?: OutputRulesBody | undefined; text: { zh: string[]; en: string[] } };
export type OutputRulesBody = { title: string; kinds: OutputKind[]; applied: ("production" | "operation" | "research" | "management")[]; fields: ("code" | "summary" | "files")[]; bands: BenefitBand[]; most: number };
export type OutputRulesTemplateAnswer = { template: ("five-small-alterations" | "five-small-creations"); body: OutputRulesBody; text: { zh: string[]; en: string[] } };
export type OutputRulesVersionAnswer = { rules: string; version: number; body: OutputRulesBody; text: { zh: string[]; en: string[] } };
export type OverrideEligibility = { recipient: string; reason: string };
export type PairingAnswer = { pairing: string; mode: ("stable" | "balanced" | "best"); studios: number; status: ("running" | "completed" | "cancelled" | "failed"); input?: string | undefined; after?: string | undefined; requestedAt?: string | undefined; progress?: PairingProgress | undefined; left?: number | undefined; count?: number | undefined; pages?: number | undefined; total?: number | undefined; bound?: number | undefined; blocking?: number | undefined; digest?: string | undefined; leftPages?: number | undefined; pricePages?: number | undefined; prices?: string | undefined; overall?: number | undefined; modes?: PairingModeCost[] | undefined; repetition?: { repetition: number; digest?: string | undefined; equal?: boolean | undefined } | undefined; failure?: string | undefined };
export type PairingInputAnswer = { pairing: string; page: number; studios: { studio: string; version: number }[]; kept: [string, string][]; forbidden: [string, string][]; leaders: PairingLeader[] };
export type PairingLeader = { studio: string; members: number };
export type PairingModeCost = { mode: ("stable" | "balanced" | "best"); total: number; bound: number; worstOff: number; alone: number; blocking: number };
export type PairingPrice = { studio: string; price: number; last: number };
export type PairingProgress = { stage: ("waiting" | "reading" | "candidates" | "sort" | "auction" | "exact" | "proof" | "writing"); done: number; of: number };
export type PairingReason = { part: ("need" | "offer" | "form" | "district" | "level" | "topics"); points: number; zh: string; en: string };
export type PerformanceView = { performance: string; stage: string; contestant: string; revision: number; marks: { [key: string]: Mark }; absence?: ("did-not-start" | "did-not-finish" | "disqualified") | undefined; by: string; reason?: string | undefined; code?: string | undefined; name?: string | undefined };
export type Period = { id: string; label: string; from: string; to: string };
export type PersonView = { person: string; state: ("active" | "left" | "erased"); externalId?: string | undefined; name?: string | undefined; role?: string | undefined; unit: string; from: string; to?: string | undefined; revision: number };
export type PlaceHolder = { alliance: string; code: string; name: string };
export type PlanItem = ({ parts: { id: string; label: string; weight: number; plan: number; due?: string | undefined }[] } | { plan: number });
export type PlaqueAnswer = { grant: string; honour: string; documentNumber: string; date: string; revision: number };
export type PlaqueRemovalView = { removal: string; of: ("alliance" | "studio"); holder: string; name: string; grants: string[]; reason: string; on: string; proposedBy: string[]; status: ("open" | "removed" | "kept"); decided?: { outcome: ("removed" | "kept"); reason: string; returnBy?: string | undefined; on: string; by: string } | undefined };
export type PointsCampaignView = { campaign: string; name: string; year: number; from: string; to: string; spendBy: string; earning: { way: string; label: string; points: number; mostPerDay?: number | undefined }[]; rewards: { reward: string; label: string; points: number }[]; contest?: string | undefined; track?: string | undefined; criterion?: string | undefined; stages: { stage: string; from: string; to: string }[]; state: ("open" | "closed"); reason?: string | undefined };
export type PointsClaimView = { ledger: string; campaign: string; person: string; claim: string; points: number; unit: string; way: string; label: string; times: number; on: string; evidence: string; code?: string | undefined; name?: string | undefined; state: ("waiting" | "approved" | "rejected" | "taken-back"); reason?: string | undefined };
export type PointsLedgerSummary = { ledger: string; campaign: string; person: string; unit: string; code?: string | undefined; name?: string | undefined; earned: number; spent: number; balance: number; waiting: number };
export type PointsLedgerView = { ledger: string; campaign: string; person: string; unit: string; code?: string | undefined; name?: string | undefined; earned: number; spent: number; balance: number; waiting: number; entries: { what: ("approved" | "taken-back" | "drawn" | "returned"); of: string; label: string; points: number; balance: number; at: string }[]; vouchers: { voucher: string; reward: string; label: string; points: number; until: string; at: string; state: ("drawn" | "redeemed" | "returned"); partnerLabel?: string | undefined }[]; text: { zh: string; en: string } };
export type PointsPartnerView = { partner: string; campaign: string; label: string; rewards: string[]; until: string; revoked?: string | undefined };
export type PostNeed = { id?: string | undefined; studio: string; unit: string; problem: string; details?: string | undefined };
export type PreviewImpact = { competition: string; track: string; body: { [key: string]: Json } };
export type Problem = { type: string; title: string; titleEn: string; status: number; detail: string; detailEn: string; instance?: string | undefined; params?: { [key: string]: unknown } | undefined; errors?: { at: string; zh: string; en: string }[] | undefined };
export type ProjectMember = { studio: string; code: string; name: string };
export type ProjectMilestone = { title: string; due: string };
export type ProposalAnswer = { number: number; studios: [string, string]; names: [string, string]; weight: number; kept: boolean; reasons: PairingReason[]; form?: ("linked" | "same-type" | "cross-type") | undefined; decision: ("open" | "accepted" | "dropped"); alliance?: { alliance: string; code: string; name: string; status: ("proposed" | "approved" | "dissolved") } | undefined };
export type ProposeAlliance = { id?: string | undefined; code: string; name: string; shortName: string; studios: string[]; since?: string | undefined; answerDays?: number | undefined; from?: { pairing: string; number: number } | undefined };
export type ProposedEntry = { unit: string; code: string; name: string; shortName: string; track: string; group?: string | undefined };
export type Provisional = { due: number; in: number; missing: { what: ("plan" | "progress" | "sheet" | "result"); departmentLabel?: string | undefined; criteria: string[] }[]; ifNothing: (number | null); ifFull: (number | null) };
export type PublicNoticeView = { notice: string; title: string; from: string; workingDays: number; firstDayCounts: boolean; lastDay: string; closesAt: string; channels: ObjectionChannel[]; items: { honour: string; recipient: string; group?: string | undefined; unnamed?: true | undefined }[]; ended: boolean; lengthened?: { from: string; reason: string }[] | undefined; withdrawn?: string | undefined };
export type PublicationConsentView = { person: string; externalId?: string | undefined; name?: string | undefined; status: ("given" | "withdrawn"); history: { on: string; means: ("written" | "electronic" | "oral"); by: string; status: ("given" | "withdrawn") }[] };
export type PublicationView = { publication: string; competition: string; track: string; period: (string | null); to: ("hidden" | "entrants" | "public"); rows: ("own" | "all"); frozen: boolean; reason?: string | undefined; appeals?: { from: string; workingDays: number; lastDay: string } | undefined };
export type PublishCalendarInput = { daysOff: string[]; makeUpDays?: string[] | undefined; document: { title: string; number: string; date: string } };
export type PublishContestStage = { to: ("hidden" | "entrants" | "public"); appealDays?: number | undefined; reason?: string | undefined };
export type PublishNoticeInput = { list: string; from: string; workingDays?: number | undefined; firstDayCounts: boolean; closingTime?: string | undefined; channels: { kind: ("letter" | "phone" | "visit"); where: string }[] };
export type PublishedStanding = { status: ("scored" | "not-assessable" | "pending" | "invalid"); score: (number | null); place: (number | null) };
export type PutPerson = { name: string; role?: string | undefined; unit: string; from: string; to?: string | undefined; revision: number };
export type RaiseVeto = { id?: string | undefined; kind: string; evidence: string[] };
export type ReachMilestone = { milestone: string; on?: string | undefined; note?: string | undefined };
export type Recipient = { type: ("unit" | "studio" | "alliance" | "team" | "person"); id: string; externalId?: string | undefined; name?: string | undefined; unit?: string | undefined; members?: string[] | undefined };
export type RecogniseStudios = { ids: string[] };
export type RecommendCandidate = { candidate: string; reason: string };
export type Reconciliation = { held: number; agreeing: number; missing: { count: number; items: Difference[] }; outdated: { count: number; items: Difference[] }; toRevoke: { count: number; items: Difference[] }; unknown: { count: number; items: HeldGrant[] }; resend: { grants: string[] }[]; notes: { zh: string; en: string }[]; faults: { row: number; column?: string | undefined; cell?: string | undefined; zh: string; en: string }[]; faultsTotal: number };
export type RecordAwardBar = { id?: string | undefined; unit: string; kind: ("wage-arrears" | "insurance-arrears" | "no-union" | "safety-accident" | "mass-incident" | "other"); happenedOn: string; years?: number | undefined; document: string };
export type RecordConsent = { on?: string | undefined; means: ("written" | "electronic" | "oral") };
export type RecordPerformanceInput = { contestant: string; marks?: { [key: string]: ({ value: number; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { parts: { weight: number; plan: number; done: number; accepted?: number | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { events: { code: string; times?: number | undefined; subject?: string | undefined; ref?: string | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { level: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { na: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { plan: number; done: number; accepted?: number | undefined; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined }) } | undefined; absence?: (("did-not-start" | "did-not-finish" | "disqualified") | null) | undefined };
export type RecordProjectStatus = { status: ("not-started" | "under-construction" | "suspended" | "completed"); from: string; reason: string };
export type RecordReview = { entry: string; marks: { [key: string]: ({ value: number; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { parts: { weight: number; plan: number; done: number; accepted?: number | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { events: { code: string; times?: number | undefined; subject?: string | undefined; ref?: string | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { level: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { na: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { plan: number; done: number; accepted?: number | undefined; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined }) }; reason?: string | undefined };
export type RecoveryCodes = { recoveryCodes: string[] };
export type RectifyDuty = { rectifyBy: string; reason: string };
export type Recuse = { reason: string };
export type RecuseJudge = { contestant: string; seat?: string | undefined; reason: string };
export type RedeemPointsVoucher = { voucher: string };
export type RefusePoints = { reason: string };
export type RegisterEntry = { unit: string; track: string; group?: string | undefined };
export type RegisterMachine = { name: string; scopes: ("hr:read" | "hr:reconcile" | "webhooks")[] };
export type RegisterOrganisation = { code: string; name: string };
export type RegisterPerson = { externalId: string; name: string; role?: string | undefined; unit: string; from?: string | undefined };
export type RegisterRobot = { kind: ("dingtalk" | "feishu" | "wecom"); name: string; url: string; secret?: string | undefined };
export type RegisterStudio = { id?: string | undefined; code: string; name: string; leader: string; employer: string; district: string; level: ("national" | "provincial" | "district" | "enterprise"); trade: string; chain?: string | undefined; stage?: number | undefined; offers: string[]; seeks: string[]; capacity: number };
export type RegisterUnit = { id?: string | undefined; kind: ("branch" | "project-department" | "employer"); code: string; name: string; shortName: string; parent?: string | undefined };
export type RegisterUserInput = { userName: string; name: string; contact?: string | undefined; password: string; organisation?: string | undefined; roles: ("organiser" | "checker" | "entrant" | "alliance-leader" | "committee" | "supervisor" | "finance" | "hr" | "auditor" | "admin" | "operator")[]; departments?: string[] | undefined; units?: string[] | undefined };
export type RegisterWebhookInput = { id?: string | undefined; url: string; name: string; eventTypes?: ("award-granted" | "award-corrected" | "award-revoked")[] | undefined; past?: boolean | undefined; form?: ("standard" | "successfactors") | undefined; account?: WebhookAccount | undefined };
export type RegroupEntry = { group: string };
export type RejectContestant = { reason: string };
export type RejectEntry = { reason: string };
export type RejectOutput = { reason: string };
export type ReminderRule = { task: ("set-plan" | "report-progress" | "verify-progress" | "submit-sheet"); whom: ("owner" | "organiser"); daysBefore: number[]; everyDays?: number | undefined };
export type ReminderRuleInput = { task: ("set-plan" | "report-progress" | "verify-progress" | "submit-sheet"); whom?: ("owner" | "organiser") | undefined; daysBefore?: number[] | undefined; everyDays?: number | undefined };
export type ReminderText = { text: string; missing: number };
export type RemindersView = { competition: string; rules: ReminderRule[]; reason?: string | undefined; by?: string | undefined };
export type RemoveCandidate = { candidate: string; reason: string };
export type RemoveRobot = { reason: string };
export type RemoveSecondFactor = { reason: string };
export type ReopenRound = { reason: string };
export type ReopenTieInput = { honour: string; group?: (string | null) | undefined; reason: string };
export type ReplayWebhook = { since?: string | undefined; until?: string | undefined; grants?: string[] | undefined };
export type ReportJointProject = { progress: string };
export type ReportProgress = { items: { [key: string]: ({ parts: { id: string; done: number }[] } | { done: number }) } };
export type RequiredPaper = { paper: string; label: string; kind: ("file" | "text"); characters?: number | undefined; neededBy: ("all" | "collective" | "personal") };
export type ResetPassword = { userName: string; code: string; newPassword: string };
export type ResolveTieInput = { honour: string; group?: (string | null) | undefined; granted?: string[] | undefined; joint?: boolean | undefined; reason: string };
export type RestoreUnit = { reason: string };
export type RetireUnit = { into?: string | undefined; reason: string };
export type ReturnAwardList = { reason: string };
export type ReturnPointsVoucher = { reason: string };
export type ReturnSheet = { reason: string };
export type ReviewAwardListInput = { bars?: { candidate: string; reason: string }[] | undefined; quotas?: { label: string; atLeast: number; counted: string[] }[] | undefined };
export type ReviewView = { review: string; competition: string; track: string; entrant: Entrant; marks: { [key: string]: Mark }; recordedBy: string[] };
export type RevisionCause = { what: ("result" | "review"); id: string; label: string; revision: number; reason?: string | undefined };
export type RevokeDecision = { reason: string; returnBy: string };
export type RevokeGrant = { reason: string };
export type RevokePointsPartner = { reason: string };
export type RevokeSuggestionLink = { reason: string };
export type RobotView = { robot: string; organisation: string; kind: ("dingtalk" | "feishu" | "wecom"); name: string; removed?: string | undefined };
export type RotateMachineInput = { overlapHours?: number | undefined };
export type RoundSummary = { round: string; competition: string; competitionName: string; year: number; track: string; trackLabel: string; stage: string; period: Period; scheme: string; schemeVersion: number; status: ("made" | "open" | "closing" | "closed"); entrants: number; digest?: string | undefined; undone?: { attempt: number; digest: string; reason: string; by: string }[] | undefined };
export type RoundView = { round: string; competition: string; competitionName: string; year: number; track: string; trackLabel: string; stage: string; period: Period; scheme: string; schemeVersion: number; status: ("made" | "open" | "closing" | "closed"); entrants: number; digest?: string | undefined; undone?: { attempt: number; digest: string; reason: string; by: string }[] | undefined; panel: string[]; departments: CheckDepartment[]; checks: { made: number; open: number; sealed: number; withdrawn: number } };
export type RunAgainInput = { id?: string | undefined; mode?: ("stable" | "balanced" | "best") | undefined; kept?: [string, string][] | undefined; forbidden?: [string, string][] | undefined };
export type RunPairingInput = { id?: string | undefined; studios?: string[] | undefined; mode?: ("stable" | "balanced" | "best") | undefined; leaders?: { studio: string; members: number }[] | undefined; kept?: [string, string][] | undefined; forbidden?: [string, string][] | undefined };
export type SaveOutputRules = { body: { title: string; kinds: { kind: string; points: number; evidence: string[]; benefitNeeded: boolean }[]; applied: ("production" | "operation" | "research" | "management")[]; fields: ("code" | "summary" | "files")[]; bands: { from: number; points: number }[]; most: number } };
export type SaveScheme = { body: { [key: string]: Json } };
export type SaveSheet = { marks: { [key: string]: ({ value: number; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { parts: { weight: number; plan: number; done: number; accepted?: number | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { events: { code: string; times?: number | undefined; subject?: string | undefined; ref?: string | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { level: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { na: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { plan: number; done: number; accepted?: number | undefined; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined }) } };
export type SchemeChange = { effect: ("scores" | "places" | "honours" | "wording"); kind: ("added" | "removed" | "changed" | "reordered"); at: string; zh: string; en: string };
export type SchemeComparison = { scheme: string; from: number; to: number; changes: SchemeChange[] };
export type SchemeFinding = { code: string; severity: ("error" | "warning"); at: string; zh: string; en: string };
export type SchemeSummary = { scheme: string; published: number; drafting?: number | undefined };
export type SchemeTemplate = { template: string; title: string };
export type SchemeVersionView = { scheme: string; version: number; body: { [key: string]: Json } };
export type SchemeView = { scheme: string; published: number; drafting?: number | undefined; body: { [key: string]: Json }; findings: SchemeFinding[] };
export type ScoreSelf = { marks: { [key: string]: ({ value: number; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { parts: { weight: number; plan: number; done: number; accepted?: number | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { events: { code: string; times?: number | undefined; subject?: string | undefined; ref?: string | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { level: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { na: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { plan: number; done: number; accepted?: number | undefined; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined }) } };
export type ScorecardView = { contestant: string; code?: string | undefined; name?: string | undefined; marked: number; differs?: boolean | undefined; reviewed?: string | undefined; sheets: SeatSheet[] };
export type SeasonView = { stages: { track: string; stage: string; period: (string | null); entrants: { id: string; group: (string | null); members?: string[] | undefined; inputs: { [key: string]: Mark }; vetoes: StandingVeto[] }[] }[] };
export type SeatSheet = { seat: string; judge?: string | undefined; recused: boolean; marks?: { [key: string]: Mark } | undefined };
export type SecondFactorOffer = { secret: string; uri: string; qr: string };
export type SelfScoreView = { check: string; by?: string | undefined; at?: string | undefined; items: { criterion: string; label: string; department: string; departmentLabel: string; most?: number | undefined; self?: { mark: Mark; points?: number | undefined } | undefined; sheet?: { mark: Mark; points?: number | undefined } | undefined }[]; totals: { self: number; sheet: number } };
export type Session = { token: string; expiresAt: string; actor: Actor; name?: string | undefined; organisationName?: string | undefined };
export type SetAwardCommitteeInput = { name: string; members: { user: string; seat: string; from: string; to?: string | undefined; voting: boolean; substitute?: string | undefined; units?: string[] | undefined; person?: string | undefined }[] };
export type SetAwardRulesInput = { barYears: { cause: string; years: number }[]; anotherDecides?: boolean | undefined; byBallot?: boolean | undefined; papers?: { paper: string; label: string; kind: ("file" | "text"); characters?: number | undefined; neededBy?: ("all" | "collective" | "personal") | undefined }[] | undefined };
export type SetCertificateLayout = { name: string; paper: ("A4" | "A3"); orientation: ("landscape" | "portrait"); border: boolean; texts: { text: string; x: number; y: number; width: number; size: number; bold: boolean; align: ("left" | "center" | "right") }[]; qr: { x: number; y: number; size: number }; seal?: { x: number; y: number; size: number; image?: string | undefined } | undefined };
export type SetDutyCalendarInput = { closeAfterDays?: number | undefined; daysBefore?: number[] | undefined; confirmYears?: number | undefined };
export type SetListPapersInput = { papers?: { paper: string; label: string; kind: ("file" | "text"); characters?: number | undefined; neededBy?: ("all" | "collective" | "personal") | undefined }[] | undefined; lastDay?: string | undefined };
export type SetNotifications = { email?: string | undefined; mail: boolean; quietFrom: string; quietTo: string };
export type SetNotificationsInput = { email?: string | undefined; mail?: boolean | undefined; quietFrom?: string | undefined; quietTo?: string | undefined };
export type SetPlan = { items: { [key: string]: ({ parts: { id: string; label: string; weight: number; plan: number; due?: string | undefined }[] } | { plan: number }) }; reason?: string | undefined };
export type SetPublicationInput = { to: ("hidden" | "entrants" | "public"); frozen?: boolean | undefined; appealDays?: number | undefined; reason?: string | undefined };
export type SetRemindersInput = { rules: ReminderRuleInput[]; reason?: string | undefined };
export type SetReturnDate = { items: { grant: string; item: string }[]; returnBy: string; reason?: string | undefined };
export type SetSecondFactor = { userName: string; password: string; oneTimeCode?: string | undefined };
export type SettleGame = { score?: [number, number] | undefined; winner?: (string | null) | undefined; how?: ("walkover" | "forfeit") | undefined; reason: string };
export type ShownResult = { outcome: EntrantResult; score: (number | null); provisional?: Provisional | undefined; tree: { [key: string]: Json }; text: { zh: string; en: string }; place: (number | null) };
export type SignIn = { userName: string; password: string; oneTimeCode?: string | undefined };
export type SolveNeed = { result: string };
export type Standing = { place: (number | null); joint: boolean; result: string; entry: string; unit: string; code: string; name: string; shortName: string; group: (string | null); groupLabel: (string | null); status: ("scored" | "not-assessable" | "pending" | "invalid"); score: (number | null); band: (string | null); bandLabel: (string | null); bars: { cause: string; level: ("stage" | "year"); at: string; label: string; atLabel?: string | undefined }[]; alerts: string[]; figures: { [key: string]: number }; provisional?: Provisional | undefined };
export type StandingVeto = { id: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined };
export type StandingsPage = { competition: string; competitionName: string; year: number; track: string; trackLabel: string; stage: string; period: (string | null); periodLabel: (string | null); state: ("provisional" | "final"); items: Standing[]; total: number; hash: string; honours: { honour: string; label: string; group: (string | null); seats: number; granted: Honoured[]; referred: Honoured[]; provisional: Honoured[] }[]; next?: string | undefined };
export type StrikeProjectStatus = { from: string; reason: string };
export type StudioAnswer = { studio: string; code: string; name: string; leader: string; employer: string; district: string; level: ("national" | "provincial" | "district" | "enterprise"); trade: string; chain?: string | undefined; stage?: number | undefined; offers: string[]; seeks: string[]; capacity: number; status: ("registered" | "recognised" | "suspended"); places: PlaceHolder[]; plaques: PlaqueAnswer[]; confirmBy?: string | undefined; toConfirm?: boolean | undefined; needs?: { need: string; problem: string; unit: string }[] | undefined; shows?: ("leader" | "chain" | "offers" | "seeks")[] | undefined };
export type SuggestionAnswer = { title: string; status: ("proposed" | "taken-up" | "tried" | "adopted" | "declined"); on: string; studioName?: string | undefined; note?: string | undefined; reason?: string | undefined; suggestion: string; link: string; text: string; proposer: string; label: string; studio?: string | undefined; alliance?: string | undefined; output?: string | undefined; name?: string | undefined; contact?: string | undefined };
export type SuggestionLinkAnswer = { link: string; label: string; until: string; revoked?: string | undefined };
export type SuggestionSeen = { title: string; status: ("proposed" | "taken-up" | "tried" | "adopted" | "declined"); on: string; studioName?: string | undefined; note?: string | undefined; reason?: string | undefined };
export type SuspendStudio = { reason: string };
export type TableRules = { win: number; draw: number; loss: number; forfeit?: number | undefined; walkover: [number, number]; by: ("points" | "head-to-head" | "difference" | "scored" | "wins")[] };
export type TakeBack = { items: { grant: string; item: string }[]; on?: string | undefined };
export type TakeUpSuggestion = { studio: string };
export type Task = { task: ("open-round" | "close-round" | "set-plan" | "report-progress" | "verify-progress" | "submit-sheet" | "answer-appeal" | "decide-appeal" | "review-entries" | "review-contestants" | "open-contest-stage" | "close-contest-stage" | "publish-contest-stage" | "mark-contestants" | "look-again" | "enter-games" | "confirm-games" | "settle-game" | "decide-contest-tie" | "approve-points" | "launch-competition" | "answer-invitation" | "approve-alliance" | "certify-benefit" | "accept-output" | "mend-output" | "meet-duty" | "close-duty-year" | "rectify-duty" | "confirm-studio" | "take-up-suggestion" | "decide-suggestion" | "hand-in-papers" | "review-list" | "resolve-tie" | "publish-notice" | "answer-objection" | "decide-objection" | "issue-decision" | "cast-vote" | "decide-plaque-removal" | "collect-returns"); text: { zh: string; en: string }; about: string; count?: number | undefined; since?: string | undefined; until?: string | undefined; link: string };
export type TeamView = { team: string; code: string; name: string; shortName: string; unit?: string | undefined; to?: string | undefined; members: { person: string; from: string; to?: string | undefined; substitute?: boolean | undefined; externalId?: string | undefined; name?: string | undefined }[] };
export type TokenRequest = { grant_type: "client_credentials"; client_id?: string | undefined; client_secret?: string | undefined; scope?: string | undefined };
export type TrySuggestion = { note: string };
export type UndoEntryDecision = { reason: string };
export type UnitView = { unit: string; kind: ("branch" | "project-department" | "employer"); code: string; name: string; shortName: string; parent?: string | undefined; retired?: { into?: string | undefined; reason: string } | undefined };
export type UserView = { user: string; organisation: string; roles: ("organiser" | "checker" | "entrant" | "alliance-leader" | "committee" | "supervisor" | "finance" | "hr" | "auditor" | "admin" | "operator")[]; departments: string[]; units: string[]; userName?: string | undefined; name?: string | undefined; contact?: string | undefined; secondFactor?: boolean | undefined };
export type VerifiedItem = ({ parts: { id: string; done: number; accepted: number }[] } | { done: number; accepted: number });
export type VerifyProgress = { items: { [key: string]: ({ parts: { id: string; done: number; accepted: number }[] } | { done: number; accepted: number }) } };
export type VetoRule = { id: string; label: string; zero?: string | undefined; bars?: ("stage" | "year") | undefined; raisedBy?: string[] | undefined };
export type WaivePaper = { paper: string; reason: string };
export type WebhookAccount = { user: string; password: string };
export type WebhookSending = { waiting: number; paused: boolean; behind: number; failed?: number | undefined };
export type WebhookView = { webhook: string; url: string; eventTypes: ("award-granted" | "award-corrected" | "award-revoked")[]; name: string; form?: ("standard" | "successfactors") | undefined; state: ("active" | "disabled" | "removed"); cause?: ("asked" | "gone") | undefined; reason?: string | undefined };
export type WhatIfInput = { marks?: { [key: string]: ({ value: number; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { parts: { weight: number; plan: number; done: number; accepted?: number | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { events: { code: string; times?: number | undefined; subject?: string | undefined; ref?: string | undefined }[]; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { level: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { na: string; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined } | { plan: number; done: number; accepted?: number | undefined; by?: string | undefined; at?: string | undefined; evidence?: string[] | undefined }) } | undefined; raise?: { kind: string; evidence: string[] }[] | undefined; lift?: string[] | undefined };
export type WhatIfView = { result: string; entrant: Entrant; track: string; stage: string; period: (string | null); before: ShownResult; after: ShownResult; moves: MovedIn[] };
export type WhyAnswer = { reason: ("chosen" | "kept" | "forbidden" | "not-possible" | "same-employer" | "nothing-in-common" | "no-leader" | "no-place" | "partners-already" | "worth-more-elsewhere" | "a-tie"); weight: number; prices: [number, number]; odd: number; zh: string; en: string; reasons: PairingReason[]; against?: ("same-employer" | "nothing-in-common" | "worth-more-elsewhere") | undefined; cost?: number | undefined };
export type WithdrawContestant = { reason: string };
export type WithdrawEntry = { reason: string };
export type WithdrawNeed = { reason: string };
export type WithdrawOutput = { reason: string };
export type WriteOff = { items: { grant: string; item: string }[]; reason: string };
