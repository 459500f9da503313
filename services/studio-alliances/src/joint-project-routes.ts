// Routes of joint projects.
import {
  amendJointProject,
  closeJointProject,
  id,
  isRefusal,
  jointProjectAnswer,
  linkOutput,
  openJointProject,
  reachMilestone,
  refuse,
  reportJointProject,
  roles,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { readable, workable, workOf } from './access.ts';
import { jointProjectCommand } from './joint-project.ts';
import { tables } from './tables.ts';
import { type AllianceRow, currentMembers, outputs, projects } from './views.ts';
import { belongingTo, outside, scope, workers, working } from './work-routes.ts';

const byId = z.object({ id });
const onProject = working('joint-projects', projects);

/** The studios that a body names, as events say them; undefined where it names none. */
function membersIn(alliance: AllianceRow, named: readonly string[] | undefined) {
  const members = currentMembers(alliance);
  const stray = named?.find((studio) => !members.some((member) => member.studio === studio));
  if (stray) return refuse('not-a-member', { studio: stray });
  return (
    named &&
    members.filter(({ studio }) => named.includes(studio)).map(({ studio, code, name }) => ({ studio, code, name }))
  );
}

export const jointProjectRoutes = [
  post('/joint-projects', {
    summary: ['立项联合攻关课题', 'Open a joint project'],
    roles: workers,
    body: openJointProject,
    async handle(request) {
      const { id, alliance: which, from = request.businessDate, studios: named, ...data } = request.body;
      const alliance = await workable(request, which);
      if (isRefusal(alliance)) return alliance;
      const late = outside(alliance, from);
      if (late) return late;
      const members = membersIn(alliance, named);
      if (isRefusal(members)) return members;
      const opened = { ...belongingTo(alliance), ...data, ...definedOnly({ members }), from };
      return jointProjectCommand(id ?? request.newId(), 'open', opened);
    },
  }),
  post('/joint-projects/:id/amend', {
    summary: ['更正课题内容', 'Amend a joint project'],
    roles: workers,
    params: byId,
    body: amendJointProject,
    async handle(request) {
      const project = await workOf(request, projects, request.params.id, workable);
      if (isRefusal(project)) return project;
      const alliance = await workable(request, project.alliance);
      if (isRefusal(alliance)) return alliance;
      const { studios: named, ...data } = request.body;
      const members = membersIn(alliance, named);
      if (isRefusal(members)) return members;
      return jointProjectCommand(project.project, 'amend', { ...data, ...definedOnly({ members }) });
    },
  }),
  onProject('report', ['汇报课题进展', 'Report on a joint project'], reportJointProject, (id, data) =>
    jointProjectCommand(id, 'report', data),
  ),
  onProject('reach', ['登记节点完成', 'Record that a milestone is reached'], reachMilestone, (id, data) =>
    jointProjectCommand(id, 'reach', data),
  ),
  post('/joint-projects/:id/link', {
    summary: ['关联课题成果', 'Link an output to a joint project'],
    roles: workers,
    params: byId,
    body: linkOutput,
    async handle(request) {
      const project = await workOf(request, projects, request.params.id, workable);
      if (isRefusal(project)) return project;
      const output = await request.read.everywhere().get(outputs, request.body.output);
      if (output?.alliance !== project.alliance) return refuse('not-found', { what: request.body.output });
      return jointProjectCommand(project.project, 'link', { output: output.output, title: output.title });
    },
  }),
  onProject('unlink', ['取消课题成果关联', 'Take back the link of an output'], linkOutput, (id, data) =>
    jointProjectCommand(id, 'unlink', data),
  ),
  onProject('close', ['课题结题', 'Close a joint project'], closeJointProject, (id, data) =>
    jointProjectCommand(id, 'close', data),
  ),
  get('/joint-projects', {
    summary: ['联合攻关课题列表', 'List joint projects'],
    roles,
    querystring: z.object({ ...paging, alliance: id.optional() }),
    answer: pageOf(jointProjectAnswer),
    async query(request) {
      const { alliance, ...page } = request.query;
      const within = await scope(request, alliance);
      return isRefusal(within)
        ? within
        : request.read.everywhere().page(projects, definedOnly(within), { after: page.cursor, limit: page.limit });
    },
    table: tables.projects,
  }),
  get('/joint-projects/:id', {
    summary: ['查看联合攻关课题', 'Read a joint project'],
    roles,
    params: byId,
    answer: jointProjectAnswer,
    query: (request) => workOf(request, projects, request.params.id, readable),
    stream: ({ id }) => `joint-project/${id}`,
  }),
];
