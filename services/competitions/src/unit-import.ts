// Units from a file. One that is there already takes its name from the file; branches come before their project departments.
import { refuse, registerUnit } from '@jiangong/contracts';
import { imports, labelsOfKind } from '@jiangong/service-kit';
import { unitCommand } from './unit.ts';
import { unitId, unitRegistration } from './unit-routes.ts';
import { units } from './views.ts';

const { code, name, shortName } = registerUnit.shape;

export const unitImport = imports('/units/import', {
  summary: ['批量导入单位', 'Import units'],
  roles: ['organiser'],
  columns: [
    {
      key: 'code',
      label: ['编码', 'code'],
      aliases: ['单位编码', '单位编号', '编号'],
      kind: 'code',
      required: true,
      schema: code,
      example: 'XM-07',
      help: ['本组织内不重复，与人力资源系统一致', 'unique in the organisation, as the HR system has it'],
    },
    {
      key: 'name',
      label: ['名称', 'name'],
      aliases: ['单位名称', '全称', '单位全称'],
      kind: 'text',
      required: true,
      schema: name,
      example: '第七工程项目经理部',
    },
    {
      key: 'shortName',
      label: ['简称', 'short name'],
      aliases: ['单位简称'],
      kind: 'text',
      required: true,
      schema: shortName,
      example: '七项目部',
    },
    {
      key: 'kind',
      label: ['类别', 'kind'],
      aliases: ['单位类别', '类型'],
      kind: 'choice',
      required: true,
      labels: labelsOfKind('unitKind'),
      example: '项目部',
    },
    {
      key: 'parent',
      label: ['上级编码', 'parent code'],
      aliases: ['上级单位编码', '上级', '所属分支机构编码'],
      kind: 'code',
      example: 'FG-01',
      help: [
        '项目部所属分支机构的编码；可以在同一份文件里',
        'the code of the branch that a project department belongs to; it may be in the same file',
      ],
    },
  ],
  keyOf: ({ code }) => code,
  async handle({ code, name, shortName, kind, parent: parentCode }, { actor, read }) {
    const [parent] = parentCode ? await read.all(units, { code: parentCode }) : [];
    if (parentCode && !parent) return refuse('unit-parent-unknown', { parent: parentCode });
    const [known] = await read.all(units, { code });
    if (known?.kind === kind && known.parent === parent?.unit)
      return unitCommand(known.unit, 'amend', { name, shortName });
    const unit = { unit: unitId(actor.org, code), kind, code, name, shortName };
    return unitRegistration({ ...unit, ...(parent ? { parent: parent.unit } : {}) }, parent, read);
  },
});
