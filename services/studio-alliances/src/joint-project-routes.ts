// Routes of joint projects.
import {
  closeJointProject,
  id,
  isRefusal,
  jointProjectAnswer,
  openJointProject,
  reportJointProject,
  roles,
} from '@jiangong/contracts';
import { definedOnly, get, pageOf, paging, post } from '@jiangong/service-kit';
import { z } from 'zod';
import { workable } from './access.ts';
import { jointProjectCommand } from './joint-project.ts';
import { projects } from './views.ts';
import { belongingTo, outside, scope, workers, working } from './work-routes.ts';

const onProject = working('joint-projects', projects);

export const jointProjectRoutes = [
  post('/joint-projects', {
    summary: ['立项联合攻关课题', 'Open a joint project'],
    roles: workers,
    body: openJointProject,
    async handle(request) {
      const { id, alliance: which, from = request.businessDate, ...data } = request.body;
      const alliance = await workable(request, which);
      if (isRefusal(alliance)) return alliance;
      const late = outside(alliance, from);
      if (late) return late;
      return jointProjectCommand(id ?? request.newId(), 'open', { ...belongingTo(alliance), ...data, from });
    },
  }),
  onProject('report', ['汇报课题进展', 'Report on a joint project'], reportJointProject, (id, data) =>
    jointProjectCommand(id, 'report', data),
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
  }),
];
