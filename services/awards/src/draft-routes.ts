// Route that drafts a list: by hand, of chosen alliances, or of those who met a year's duty or have accepted outputs.
import { draftAwardList, type Read, refuse, withRecordId } from '@jiangong/contracts';
import { definedOnly, post } from '@jiangong/service-kit';
import type { z } from 'zod';
import { awardListCommand, type Draft } from './award-list.ts';
import { known } from './known-recipients.ts';
import { countedOutputs, dutyYears, type Merit, ofDuties, ofOutputs } from './merits.ts';
import { calledOf } from './names.ts';

type Chosen = Exclude<z.infer<typeof draftAwardList>, { kind: 'hand' }>;
/** The alliances that a list begins with: chosen by a person, or by what they did in the year. */
async function meritsOf(body: Chosen, read: Read): Promise<Merit[]> {
  switch (body.kind) {
    case 'plaque':
      return [...new Set(body.alliances)].map((alliance) => ({ alliance }));
    case 'duty':
      return ofDuties(await read.all(dutyYears, { year: body.year }), body.status);
    case 'outputs':
      return ofOutputs(await read.all(countedOutputs, { year: body.year }), body.atLeast);
    default:
      return body satisfies never;
  }
}

export const draftRoutes = [
  post('/award-lists', {
    summary: [
      '拟定表彰名单（授牌、年度任务、认可成果或手工）',
      'Draft an award list: plaques, duties, outputs, or by hand',
    ],
    roles: ['organiser'],
    body: draftAwardList,
    async handle(request) {
      const { body, newId } = request;
      const { kind, title, year } = body;
      const head = { kind, title, year, scoredBy: [] };
      if (body.kind === 'hand') {
        const { competition, honours } = body;
        const data: Draft = { ...head, ...definedOnly({ competition }), honours, candidates: [] };
        return withRecordId(body.id, newId(), (list) => awardListCommand(list, 'draft', data));
      }
      const merits = await meritsOf(body, request.read);
      if (merits.length === 0) return refuse('nobody-to-draft', { year });
      const alliances = await known(
        merits.map(({ alliance }) => alliance),
        request,
      );
      if ('refused' in alliances) return alliances;
      const strangers = alliances.filter((a) => a.type !== 'alliance').map(calledOf);
      if (strangers.length) return refuse('recipient-unknown', { recipients: strangers });
      const honour = { honour: body.honour.code, group: null };
      const candidates = alliances.map((recipient, at) => {
        const { alliance: _, ...merit } = merits[at]!;
        return { ...honour, recipient, joint: false, state: 'proposed' as const, ...merit };
      });
      const data: Draft = { ...head, honours: [{ ...body.honour, group: null, seats: null }], candidates };
      return withRecordId(body.id, newId(), (list) => awardListCommand(list, 'draft', data));
    },
  }),
];
