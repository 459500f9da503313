// What follows where a plaque should come off, and where grants are revoked: a decision to take, and things to come back.
import { byTarget, plaqueRemovalId } from '@jiangong/contracts';
import { on } from '@jiangong/service-kit';
import { businessDateOf } from '@jiangong/service-kit/calendar';
import { grantCommand } from '../grant.ts';
import { decisions, grants } from '../views.ts';
import { owedOf } from './owed.ts';
import { plaqueRemovalCommand } from './plaque-removal.ts';

export const returnReactions = [
  on('plaque-removal-proposed', async ({ data, actor, behalf }, read) => {
    const { of, id: holder, name, reason, on: day } = data;
    const found = await Promise.all(data.grants.map((id) => read.get(grants, id)));
    const standing = found.flatMap((grant) => (grant && grant.status !== 'revoked' ? [grant.grant] : []));
    if (standing.length === 0) return [];
    const proposedBy = [actor, ...(behalf === undefined ? [] : [behalf])];
    const opened = { of, holder, name, grants: standing, reason, on: day, proposedBy };
    return [plaqueRemovalCommand(plaqueRemovalId(holder, day), 'open', opened)];
  }),
  on('plaque-removal-decided', async ({ data: { outcome, grants: ids, reason, returnBy, on: day } }, read) => {
    if (outcome === 'kept') return [];
    const found = (await Promise.all(ids.map((id) => read.get(grants, id)))).filter((grant) => grant !== undefined);
    const byDecision = [...Map.groupBy(found, ({ decision }) => decision)];
    const owed = await Promise.all(
      byDecision.map(([decision, of]) =>
        owedOf(
          decision,
          of.map(({ grant }) => grant),
          { revokedOn: day, returnBy },
          read,
        ),
      ),
    );
    const revoking = ids.map((id) => grantCommand(id, 'revoke', { reason }, day));
    return byTarget([...revoking, ...owed.flat()]);
  }),
  on('decision-revoked', async ({ data: { decision, grants: ids, revokedOn, returnBy } }, read) =>
    byTarget(await owedOf(decision, ids, { revokedOn, returnBy }, read)),
  ),
  // One that fell alone; what falls with its decision is to come back with it.
  on('award-revoked', async ({ data: { grant, decision }, time }, read) => {
    const row = await read.get(decisions, decision);
    const fallen = { revokedOn: businessDateOf(time), returnBy: undefined };
    return row?.revoked ? [] : byTarget(await owedOf(decision, [grant], fallen, read));
  }),
];
