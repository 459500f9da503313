// Examples of the papers of a list's candidates, by hand: the year has no dossiers.
import { awardListPapersSet, paperHandedIn, paperWaived, standardPapers } from '@jiangong/contracts';
import type { ApiExample } from '@jiangong/contracts/examples';

const type = 'application/json';
const changed = (id: string, version: number) => ({ answer: { status: '200', type, body: { id, version } } });
const { list, lastDay } = awardListPapersSet.example;
const { dossier, files, by, on } = paperHandedIn.example;
const { paper, reason, by: waivedBy } = paperWaived.example;
const [first, second] = ['seal', paper].map((of) => standardPapers.find((each) => each.paper === of)!);
const shown = [
  { paper: first!.paper, label: first!.label, state: 'handed-in', by, on, files },
  { paper, label: second!.label, state: 'waived', by: waivedBy, reason },
];
const candidate = { candidate: dossier, name: '万泉寺中阳广场项目部', honour: 'winner' };

export const written: Record<string, ApiExample> = {
  'POST /api/award-lists/{id}/papers': { request: { type, body: { papers: [first], lastDay } }, ...changed(list, 3) },
  'GET /api/award-lists/{id}/dossiers': {
    answer: {
      ...{ status: '200', type },
      body: {
        ...{ list, title: '2024年“七比七赛”劳动竞赛：优胜项目部', lastDay, lacking: 0 },
        items: [{ ...candidate, honourName: '2024年度优胜项目部', state: 'proposed', papers: shown }],
      },
    },
  },
  'GET /api/award-lists/{id}/dossiers/{candidate}': {
    answer: {
      ...{ status: '200', type },
      body: { dossier, list, papers: [{ paper: first!.paper, handedIn: { files, by, on } }] },
    },
  },
  'POST /api/award-lists/{id}/dossiers/{candidate}/hand-in': {
    request: { type, body: { paper: first!.paper, files: files!.map(({ file }) => file) } },
    ...changed(dossier, 1),
  },
  'POST /api/award-lists/{id}/dossiers/{candidate}/waive': {
    request: { type, body: { paper, reason } },
    ...changed(dossier, 2),
  },
  'POST /api/award-lists/{id}/dossiers/{candidate}/erase-texts': changed(dossier, 3),
};
