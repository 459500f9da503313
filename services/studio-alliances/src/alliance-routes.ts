// Routes of alliances.
import {
  allianceAnswer,
  allianceForm,
  allianceId,
  allianceListed,
  amendAlliance,
  approveAlliance,
  dissolveAlliance,
  formSuggestion,
  id,
  isRefusal,
  joinAlliance,
  leaveAlliance,
  proposeAlliance,
  type RequestedMember,
  refuse,
  roles,
  withRecordId,
  year,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post, type Request } from '@jiangong/service-kit';
import { z } from 'zod';
import { leads, readable } from './access.ts';
import { allianceCommand } from './alliance.ts';
import { memberOf, membersOf } from './alliance-members.ts';
import { dutiesOf } from './duty-query.ts';
import { yearOf } from './duty-rules.ts';
import { sameMembers, wrongSource } from './founding.ts';
import { invitations } from './invitation-view.ts';
import { memberText, shownMembers } from './member-now.ts';
import { suggestForms } from './profiles.ts';
import { formLabels } from './state-labels.ts';
import { knownStudio } from './studio-directory.ts';
import { tables } from './tables.ts';
import { type AllianceRow, alliances, currentMembers, studios } from './views.ts';

const byId = z.object({ id });

/**
 * The alliances of the token's studios, in whichever organisation: found by the places that hold them; and those of other
 * organisations that the union's studios are invited to.
 */
async function mine(request: Request): Promise<AllianceRow[]> {
  const { actor, read } = request;
  const everywhere = read.everywhere();
  const own = await Promise.all(actor.units.map((unit) => read.get(studios, unit)));
  const led = own.flatMap((studio) => studio?.places.map((p) => p.alliance) ?? []);
  const invited = await everywhere.all(invitations, { to: actor.org, status: ['open', 'accepted'] });
  const ids = [...new Set([...led, ...invited.map((i) => i.alliance)])];
  const rows = await Promise.all(ids.map((id) => readable(request, id)));
  const ours = await Promise.all(rows.map((row) => !isRefusal(row) && (row.org !== actor.org || leads(request, row))));
  return rows.filter((_, at) => ours[at]) as AllianceRow[];
}

export const allianceRoutes = [
  post('/alliances', {
    summary: ['提出联盟', 'Propose an alliance'],
    roles: ['organiser'],
    body: proposeAlliance,
    async handle(request) {
      const { id, studios: ids, ...data } = request.body;
      const members = await membersOf(request, ids);
      if (isRefusal(members)) return members;
      // That very alliance, proposed again, exists already: its stream says so.
      const own = id ?? allianceId(request.actor.org, data.code);
      const wrong = (await wrongSource(request, data.from, ids, own)) ?? (await sameMembers(request.read, ids, own));
      if (wrong) return wrong;
      const led = members.map((m, at): RequestedMember => ({ ...m, leading: at === 0 }));
      return withRecordId(id, allianceId(request.actor.org, data.code), (alliance) =>
        allianceCommand(alliance, 'propose', { ...data, members: led }),
      );
    },
  }),
  post('/alliances/:id/approve', {
    summary: ['批准联盟并确定形式', 'Approve an alliance and set its form'],
    roles: ['organiser'],
    params: byId,
    body: approveAlliance,
    handle: ({ params, body }) => allianceCommand(params.id, 'approve', body),
  }),
  post('/alliances/:id/amend', {
    summary: ['更正联盟名称、形式或协议', 'Amend an alliance’s name, form or agreement'],
    roles: ['organiser'],
    params: byId,
    body: amendAlliance,
    handle: ({ params, body }) => allianceCommand(params.id, 'amend', body),
  }),
  post('/alliances/:id/join', {
    summary: ['吸收成员或再次邀请', 'Add a member, or invite a refused studio again'],
    roles: ['organiser'],
    params: byId,
    body: joinAlliance,
    async handle(request) {
      const { studio, ...data } = request.body;
      const member = await memberOf(request, studio);
      if (isRefusal(member)) return member;
      const alliance = await request.read.get(alliances, request.params.id);
      const present = alliance?.members.filter((m) => m.to === undefined && m.place !== 'refused') ?? [];
      const wouldBe = new Set([...present.map((m) => m.studio), studio]);
      const same =
        wouldBe.size > present.length ? await sameMembers(request.read, [...wouldBe], request.params.id) : undefined;
      return same ?? allianceCommand(request.params.id, 'join', { ...data, member });
    },
  }),
  post('/alliances/:id/leave', {
    summary: ['成员退出', 'Remove a member'],
    roles: ['organiser'],
    params: byId,
    body: leaveAlliance,
    async handle({ params, body, read }) {
      const alliance = await read.everywhere().get(alliances, params.id);
      for (const named of [body.studio, body.successor].filter((each) => each !== undefined))
        if (!alliance?.members.some((m) => m.studio === named) && !(await knownStudio(read, named)))
          return refuse('not-found', { what: named });
      return allianceCommand(params.id, 'leave', body);
    },
  }),
  post('/alliances/:id/dissolve', {
    summary: ['解散联盟', 'Dissolve an alliance'],
    roles: ['organiser'],
    params: byId,
    body: dissolveAlliance,
    handle: ({ params, body }) => allianceCommand(params.id, 'dissolve', body),
  }),
  get('/alliances', {
    summary: ['联盟名单及年度成果', 'List alliances with their annual duty'],
    roles,
    querystring: z.object({
      ...paging,
      status: allianceListed.shape.status.optional(),
      form: allianceForm.optional(),
      /** The year whose duty is shown; the current one by default. */
      year: z.coerce.number().pipe(year).optional(),
      /** Those of the token's own studios, and those of other unions that the union's studios are invited to. */
      mine: z.enum(['true', 'false']).optional(),
    }),
    answer: pageOf(allianceListed),
    async query(request) {
      const { query, read, businessDate } = request;
      const { status, form, year = yearOf(businessDate), mine: own, ...page } = query;
      const found =
        own === 'true'
          ? { items: await mine(request) }
          : await read.page(alliances, definedOnly({ status, form }), { after: page.cursor, limit: page.limit });
      const lines = await dutiesOf(read, found.items, year, businessDate);
      const shown = await shownMembers(read, found.items);
      return { ...found, items: shown.map((a) => ({ ...a, year: lines.get(a.alliance) })) };
    },
    table: ({ items }) => ({
      name: '联盟',
      columns: ['编号', '名称', '形式', '成员', '授牌', '年度成果'].map((title) => ({ title })),
      rows: items.map((a) => [
        a.code,
        a.name,
        a.form && formLabels[a.form],
        currentMembers(a).map(memberText).join('、'),
        a.plaques.map((p) => p.honour).join('、'),
        a.year?.text.zh,
      ]),
    }),
  }),
  get('/alliances/:id', {
    summary: ['查看联盟', 'Read an alliance'],
    roles,
    params: byId,
    answer: allianceAnswer,
    async query(request) {
      const alliance = await readable(request, request.params.id);
      return isRefusal(alliance) ? alliance : (await shownMembers(request.read, [alliance]))[0];
    },
    stream: ({ id }) => `alliance/${id}`,
  }),
  get('/alliances/:id/suggestions', {
    summary: ['联盟形式建议（由批准人确定）', 'Suggest forms for an alliance'],
    roles,
    params: byId,
    answer: pageOf(formSuggestion),
    async query(request) {
      const alliance = await readable(request, request.params.id);
      if (isRefusal(alliance)) return alliance;
      const present = alliance.members.filter((m) => m.to === undefined);
      // Of what another union wrote in its studio's profile, the directory's entry is used.
      const rows = await Promise.all(present.map((m) => knownStudio(request.read, m.studio)));
      const leading = rows.find((_, at) => present[at]!.leading);
      const others = rows.filter((row) => row !== undefined && row !== leading) as NonNullable<typeof leading>[];
      return { items: leading ? suggestForms(leading, others) : [] };
    },
    table: tables.suggestions,
  }),
];
