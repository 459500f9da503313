// The job of paper sheets: for each unit and department one to fill in by hand, with the code of its page.
import { type Block, drawCode, gap, MM, paragraph, pdfOf, sheet, table } from '@jiangong/documents';

export interface PaperItem {
  label: string;
  full: string;
  /** Tariff and clause, or what was planned. */
  how: string;
  /** Work done and accepted is entered, not points. */
  isWork: boolean;
}
export interface Paper {
  unit: string;
  code: string;
  department: string;
  items: PaperItem[];
  vetoes: string[];
  /** The page of the same sheet. */
  link: string | undefined;
}
export interface Papers {
  competition: string;
  track: string;
  period: string;
  papers: Paper[];
}

const CODE = 24 * MM;
/** Lines to write on by hand. */
const ROOM = '\n\n';
/** Unit and department, with the code on their right. */
function head({ unit, code, department, link }: Paper, width: number): Block {
  const text = link === undefined ? width : width - CODE - 4 * MM;
  const lines = [
    paragraph(`单位：${unit}（${code}）`, text, { size: 12, bold: true }),
    paragraph(`部门：${department}`, text, { size: 12, bold: true }),
    paragraph(link === undefined ? '' : '扫描右侧二维码，打开本表录入。', text, { size: 9 }),
  ];
  return {
    height: Math.max(
      link === undefined ? 0 : CODE,
      lines.reduce((sum, { height }) => sum + height, 0),
    ),
    keep: true,
    draw(doc, left, top) {
      let at = top;
      for (const line of lines) {
        line.draw(doc, left, at);
        at += line.height;
      }
      if (link !== undefined) drawCode(doc, link, { left: left + width - CODE, top, size: CODE });
    },
  };
}

function part({ competition, track, period }: Papers, paper: Paper) {
  const marks = paper.items.filter(({ isWork }) => !isWork);
  const work = paper.items.filter(({ isWork }) => isWork);
  return sheet({
    paper: 'A4',
    footer: `${paper.unit} · ${paper.department}`,
    content: (width) => [
      paragraph(competition, width, { size: 16, bold: true, align: 'center', keep: true }),
      paragraph(`${track} ${period}检查评分表`, width, { size: 13, align: 'center', keep: true }),
      { ...gap(6), keep: true },
      head(paper, width),
      gap(8),
      ...(work.length === 0
        ? []
        : table(
            [
              { title: '进度内容', share: 4 },
              { title: '计划', share: 4 },
              { title: '实际完成', share: 2 },
              { title: '验收合格', share: 2 },
            ],
            work.map(({ label, how }) => [label, how, '', '']),
            width,
          )),
      ...(work.length === 0 || marks.length === 0 ? [] : [gap(8)]),
      ...(marks.length === 0
        ? []
        : table(
            [
              { title: '指标', share: 2.6 },
              { title: '满分', share: 0.9, align: 'center' },
              { title: '评分办法', share: 4.4 },
              { title: '事项与次数、依据', share: 3 },
              { title: '得分', share: 1.1 },
            ],
            marks.map(({ label, full, how }) => [label, full, how, ROOM, '']),
            width,
            { size: 9 },
          )),
      ...(paper.vetoes.length === 0
        ? []
        : [
            gap(8),
            paragraph('一票否决（发生的请打勾，写明情形与依据）', width, { size: 10, bold: true, keep: true }),
            ...paper.vetoes.map((veto) => paragraph(`□ ${veto}`, width, { size: 10 })),
          ]),
      gap(14),
      paragraph('检查人签字：＿＿＿＿＿＿　　受检单位确认：＿＿＿＿＿＿　　日期：＿＿＿＿年＿＿月＿＿日', width, {
        size: 10,
      }),
    ],
  });
}

export default (papers: Papers) =>
  pdfOf(
    `${papers.competition} ${papers.period}评分表`,
    papers.papers.map((paper) => part(papers, paper)),
  );
