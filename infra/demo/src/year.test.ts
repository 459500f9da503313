// The year comes to what is committed, keeps its promises, is played on where it was interrupted, and never twice.
import { recompute } from '@jiangong/verify';
import { expect, test } from 'vitest';
import { archiveOf, forged, inPython } from './archive.fixture.ts';
import { forgeries } from './forgeries.fixture.ts';
import { chapters } from './index.ts';
import { widthOf } from './table.ts';
import { YEAR } from './year.expected.ts';
import { install, playUnseen, settle, unseen } from './year.fixture.ts';

const total = chapters.reduce((sum, { steps }) => sum + steps, 0);
/** What the first year that is played here exports. */
let archive: Record<string, string>;

test('the year has the committed digest, and its progress bar ends with it', { timeout: 120_000 }, async () => {
  const { url, admin, running } = await install();
  let steps = 0;
  const progress = {
    ...unseen,
    step() {
      steps += 1;
    },
  };
  const { digest, lines, brief } = await playUnseen({ url, admin, progress });
  expect(steps).toBe(total);
  expect(lines.at(-1)).toBe(`digest: ${YEAR}`);
  expect(digest).toBe(YEAR);
  const text = lines.join('\n');
  for (const promised of [
    '本期无效',
    '不予评定',
    '否决：拖欠工资',
    '3 并列',
    '已撤销',
    '已更正',
    '不成立',
    '2024第四季度流动红旗',
    '重新开启后再次关闭',
    '2024-10-08',
    '未达 behind',
    '谢绝 declined',
    '附件 file: 应用单位证明.pdf',
    '暂定效益至2024-11-26 provisional: 262000元',
    '相同 the same',
    '不同 different',
    '来自合理化建议 from a suggestion',
    '更正为 corrected to 2',
    '孟昭阳（演示）',
    '云杉科创园项目钢筋班（演示） 3人',
    '证书 2 张',
    '12 项荣誉的最新版次已收到 12 项；共 15 条消息，核对发现差异后补发 1 条',
    url,
  ])
    expect(text).toContain(promised);
  // The terminal: one screen of 100 columns.
  expect(brief.length).toBeLessThanOrEqual(25);
  for (const line of brief) expect(widthOf(line)).toBeLessThanOrEqual(100);
  expect(brief.at(-1)).toBe(`digest: ${YEAR}`);
  for (const promised of ['yijian.organiser', 'yijian.hr', 'chanye.shougang', admin.password, 'data/demo.txt', url])
    expect(brief.join('\n')).toContain(promised);

  // The pairing run, made before anybody had declared an alliance, finds at least seven of the nine, and says why.
  const [, found] = /其中 (\d) 对与首批 9 个联盟一致/.exec(text)!;
  expect(Number(found)).toBeGreaterThanOrEqual(7);
  expect(text).toContain('刘更生创新工作室所需，钟连盛创新工作室所长：掐丝珐琅镶嵌');

  // Again: the same report, and no command.
  const commands: string[] = [];
  const watching: typeof fetch = (input, init) => {
    if (init?.method !== 'GET' && !String(input).endsWith('/sign-in')) commands.push(String(input));
    return fetch(input, init);
  };
  const again = await playUnseen({ url, admin, fetch: watching });
  expect(again).toEqual({ digest, lines, brief });
  expect(commands).toEqual([]);
  await settle(running);
  archive = await archiveOf(running);
  await running.stop();
});

test('every score, place, honour, duty and grant comes to what is written, in Python as well', () => {
  const { checked, differences } = recompute(archive);
  expect(differences).toEqual([]);
  const { commits, inputs, scores, ...rest } = checked;
  expect(commits).toBeGreaterThan(1_500);
  expect(inputs).toBe(scores);
  expect(scores).toBeGreaterThan(70);
  const others = [
    'awards',
    'candidates',
    'closings',
    'decisions',
    'digests',
    'duties',
    'grants',
    'honours',
    'revisions',
  ];
  expect(Object.keys(rest).toSorted()).toEqual([...others, 'years']);
  expect(JSON.parse(inPython(archive))).toEqual(checked);
});

const kindsOf = (differences: { at: string }[]) => [...new Set(differences.map(({ at }) => at.split('/')[1]))];

test.each(forgeries)('a forgery of %s, chained anew, is noticed', (_, forgery, kinds) => {
  const found = kindsOf(recompute(forged(archive, forgery)).differences);
  expect(found).toEqual(expect.arrayContaining(kinds));
  expect(found).not.toContain('commits');
});

test('Python notices all forgeries, too', () => {
  const all = forgeries.reduce((so, [, forgery]) => forged(so, forgery), archive);
  const said = inPython(all);
  for (const kind of kindsOf(recompute(all).differences)) expect(said).toMatch(new RegExp(`: /${kind}`));
});

test('a text that was changed, and a commit that is left out, break the chain', () => {
  const text = archive['quarterly-checks']!;
  const commits = text.split('\n');
  const at = commits.findIndex((line) => line.includes('"sheet-saved"'));
  const changed = text.replace(commits[at]!, commits[at]!.replace('"sheet-saved"', '"sheet-seen"'));
  const left = commits.toSpliced(at, 1).join('\n');
  for (const damaged of [changed, left])
    expect(kindsOf(recompute({ 'quarterly-checks': damaged }).differences)).toContain('commits');
  expect(inPython({ 'quarterly-checks': text.replace('"sheet-saved"', '"sheet-seen"') })).toContain('does not follow');
});

test('an interrupted year continues', { timeout: 120_000 }, async () => {
  const { url, admin, running } = await install();
  for (const part of [0.1, 0.35, 0.6, 0.85]) {
    let steps = 0;
    const progress = {
      ...unseen,
      step(count = 1) {
        steps += count;
        if (steps > total * part) throw new Error('interrupted');
      },
    };
    await expect(playUnseen({ url, admin, progress })).rejects.toThrow('interrupted');
  }
  expect((await playUnseen({ url, admin })).digest).toBe(YEAR);
  await running.stop();
});
