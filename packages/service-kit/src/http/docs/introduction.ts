// What the API's page says first: how to sign in, repeat, replace, page, and read a refusal.
export const introduction = `
工会劳动竞赛、季度检查、创新工作室联盟与评优表彰的接口。示例取自演示年度，单位与数据均为虚构。
*Labour competitions, quarterly checks, studio alliances and awards. The examples are those of the demonstration year.*

**登录 Sign-in.** \`POST /sign-in\` 以用户名和密码换取令牌；此后每次请求带 \`Authorization: Bearer <令牌>\`。点「Authorize」填入令牌，即可在本页试用。
*\`POST /sign-in\` answers a token; send it as \`Authorization: Bearer …\`. Press “Authorize” to try operations on this page.*

**重复提交 Repeating.** 给每个命令一个 \`Idempotency-Key\`（自拟，如 UUID）。超时或断网后用同一个键、同样的内容再发一次：已办理的不会再办，答复相同；同一个键换了内容则拒绝（422）。
*Give each command an \`Idempotency-Key\`. The same key and body may be sent again: nothing is done twice and the answer is the same. Another body under the same key is refused (422).*

**答复 Answers.** 200 已办理，201 已新建；202 已办理，页面稍后可见，有 \`location\` 时见该处；503 请稍后重试，见 \`Retry-After\`。
*200 done, 201 created, 202 done and visible in a moment, at \`location\` if there is one, 503 retry after \`Retry-After\` seconds.*

**修改 Replacing.** 读取时得到 \`ETag\`；\`PUT\` 须带 \`If-Match\`，他人已先改动则答 412，没有带则答 428。
*Reads carry an \`ETag\`; \`PUT\` requires it as \`If-Match\`: 412 if somebody changed it meanwhile, 428 if it is missing.*

**分页 Paging.** 列表每页至多 200 条（\`limit\`）；有 \`next\` 就以 \`cursor=<next>\` 续读，也可跟随 \`Link: rel="next"\`。\`format=csv\` 与 \`format=xlsx\` 下载表格。
*Lists come in pages of at most 200; go on with \`cursor=<next>\` or \`Link: rel="next"\`. \`format=csv\` and \`format=xlsx\` download tables where offered.*

**导入 Imports.** xlsx、csv、tsv 按内容识别（UTF-8、UTF-16、GBK）。先取 \`…/import/template.xlsx\`，再以 \`preview=true\` 预览，然后导入；有误的行按行、栏、格子说明，\`faults=xlsx\` 取回这些行，末栏是原因，改好后再导入。
*xlsx, csv and tsv files are known by their content. Fill in \`…/import/template.xlsx\`, try it with \`preview=true\`, then import it; faults name row, column and cell, and \`faults=xlsx\` answers the faulty rows as a file.*

**业务日期 Business date.** 规则按北京时间的日期判断；主办单位补录往日事项时可带 \`on=2024-04-10\`。
*Rules judge by the date in Beijing; an organiser may enter the past with \`on\`.*

**拒绝 Problems.** 未予办理时答复 \`application/problem+json\`（RFC 9457）：\`type\` 是固定的种类，可由程序判断；\`title\`、\`detail\` 是给人看的中文，英文在 \`titleEn\`、\`detailEn\`；\`errors\` 指出哪一项有误、怎样改正。
*Refusals are RFC 9457 problems: \`type\` is stable and for programs, titles and details are for people, \`errors\` names each field and what to do.*
`;
