// Studios from a file; one that is there already takes what the file says of it.
import { studioId, studioLevel, studioProfile, valueLabels } from '@jiangong/contracts';
import { imports } from '@jiangong/service-kit';
import { studioCommand } from './studio.ts';

const { code, name, leader, employer, district, trade, chain, stage, offers, seeks, capacity } = studioProfile.shape;
const statuses = Object.fromEntries((['registered', 'recognised'] as const).map((s) => [s, valueLabels.studio[s]]));
const levels = Object.fromEntries(studioLevel.options.map((level) => [level, valueLabels.level[level]]));

/** The list of studios has the same columns, so that it can be taken out, looked over and imported again. */
export const studioImport = imports('/studios/import', {
  summary: ['导入工作室名单', 'Import a list of studios'],
  roles: ['organiser'],
  columns: [
    {
      key: 'code',
      label: ['编码', 'code'],
      aliases: ['工作室编码', '工作室编号', '编号'],
      kind: 'code',
      required: true,
      schema: code,
      example: 'GZS-05',
    },
    {
      key: 'name',
      label: ['名称', 'name'],
      aliases: ['工作室名称', '工作室'],
      kind: 'text',
      required: true,
      schema: name,
      example: '张杰创新工作室',
    },
    {
      key: 'leader',
      label: ['带头人', 'leader'],
      aliases: ['带头人编号', '领衔人'],
      kind: 'code',
      required: true,
      schema: leader,
      example: 'P-0005',
      help: ['带头人的人员编号', 'the person id of the leader'],
    },
    {
      key: 'employer',
      label: ['所在单位', 'employer'],
      aliases: ['单位', '单位名称'],
      kind: 'text',
      required: true,
      schema: employer,
      example: '北汽越野车',
    },
    {
      key: 'district',
      label: ['所在区', 'district'],
      aliases: ['区', '地区'],
      kind: 'text',
      required: true,
      schema: district,
      example: '顺义区',
    },
    {
      key: 'level',
      label: ['级别', 'level'],
      aliases: ['工作室级别'],
      kind: 'choice',
      required: true,
      labels: levels,
      example: '省市级',
    },
    {
      key: 'trade',
      label: ['工种', 'trade'],
      aliases: ['专业', '行业'],
      kind: 'text',
      required: true,
      schema: trade,
      example: '汽车装调',
    },
    { key: 'chain', label: ['产业链', 'chain'], kind: 'text', schema: chain, example: '汽车制造' },
    {
      key: 'stage',
      label: ['产业链环节', 'stage'],
      aliases: ['环节'],
      kind: 'number',
      schema: stage,
      example: '3',
      help: ['在产业链中的位置，1 至 99', 'the place in the chain, 1 to 99'],
    },
    {
      key: 'offers',
      label: ['能提供', 'offers'],
      aliases: ['可提供', '特长'],
      kind: 'list',
      schema: offers,
      example: '整车装调；异响诊断',
    },
    {
      key: 'seeks',
      label: ['想解决', 'seeks'],
      aliases: ['需求', '难题'],
      kind: 'list',
      schema: seeks,
      example: '高强钢成形',
    },
    {
      key: 'capacity',
      label: ['可结盟数', 'capacity'],
      aliases: ['联盟数'],
      kind: 'number',
      required: true,
      schema: capacity,
      example: '2',
    },
    {
      key: 'status',
      label: ['认定状态', 'status'],
      aliases: ['状态'],
      kind: 'choice',
      labels: statuses,
      example: '已认定',
      help: ['“已认定”的同时予以认定；不填则只登记', 'recognised ones are recognised with it; empty: registered only'],
    },
  ],
  keyOf: ({ code }) => code,
  handle: ({ level, status, ...row }, { actor }) =>
    studioCommand(studioId(actor.org, row.code), 'import', {
      ...{ ...row, level: studioLevel.parse(level) },
      ...(status === 'recognised' ? { recognised: true as const } : {}),
    }),
});
