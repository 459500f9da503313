// What the alliances log. All of it is invented, and says so in its title.

export interface Output {
  alliance: string;
  kind: string;
  title: string;
  applied: ('production' | 'operation' | 'research' | 'management')[];
  adoptedOn: string;
  /** Certified benefit in yuan, over a year from the adoption. */
  benefit?: number;
  /** What was certified before the year was over, up to a day. */
  provisional?: { yuan: number; to: string };
  wonElsewhere?: string;
  /** Sent back once for this reason, then submitted again with a file. */
  rejected?: string;
  /** Title of a file that proves it. */
  file?: string;
  /** Who logs it, where it is another than the first leader. */
  by?: string;
  /** An output that was accepted before and is alike, and what the accepter writes of it. */
  alike?: { title: string; same: boolean; reason: string };
}
type More = Pick<Output, 'benefit' | 'provisional' | 'wonElsewhere' | 'rejected' | 'file' | 'by' | 'alike'>;
const titled = (title: string) => `${title}（演示）`;
const output = (
  alliance: string,
  adoptedOn: string,
  [kind, title, ...applied]: [string, string, ...Output['applied']],
  more: More = {},
): Output => ({ alliance, kind, title: titled(title), applied, adoptedOn, ...more });

export const outputs: Output[] = [
  output('LM-01', '2023-10-16', ['先进操作法', '合金薄带装配变形补偿法', 'production'], {
    benefit: 680000,
    file: '应用证明',
  }),
  output('LM-02', '2023-11-08', ['五小成果', '錾刻软爪夹具', 'production']),
  output('LM-03', '2023-10-08', ['先进操作法', '高强钢门框回弹补偿法', 'production'], { benefit: 1260000 }),
  output('LM-03', '2023-12-05', ['五小成果', '冲压件快换定位销', 'production']),
  output('LM-04', '2023-09-20', ['技艺成果', '硬木嵌珐琅基底处理', 'production', 'research']),
  output('LM-05', '2023-11-27', ['标准', '检修焊缝失效判据卡', 'operation']),
  output('LM-06', '2023-12-11', ['五小成果', '仪表阀门定位器调试台', 'operation'], {
    rejected: '缺少应用单位出具的应用证明',
  }),
  output('LM-07', '2023-10-30', ['管理成果', '售后故障反馈到总装的闭环单', 'management', 'production']),
  output('LM-08', '2023-09-11', ['培训成果', '难加工材料切削实训课', 'research']),
  output('LM-09', '2023-12-18', ['五小成果', '内饰木饰面装配对位样板', 'production']),
  output('LM-01', '2024-05-13', ['QC成果', '降低合金构件装配返修率', 'production']),
  output('LM-01', '2024-09-23', ['专利', '薄带卷取张力调节装置', 'production'], { benefit: 920000 }),
  output('LM-02', '2024-06-17', ['专利', '薄壁件柔性支撑装置', 'production', 'research']),
  output('LM-03', '2024-04-22', ['QC成果', '降低门框合边开裂率', 'production'], { benefit: 870000 }),
  output('LM-03', '2024-10-14', ['标准', '高强钢件装调作业指导书', 'management']),
  output('LM-04', '2024-08-19', ['技艺成果', '珐琅嵌饰公差控制法', 'production']),
  output('LM-05', '2024-07-15', ['论文', '检修件断口判读方法', 'research'], {
    wonElsewhere: '行业学会优秀论文（演示）',
  }),
  output('LM-06', '2024-05-27', ['先进操作法', '控制回路两步整定法', 'operation'], {
    benefit: 540000,
    provisional: { yuan: 262000, to: '2024-11-26' },
  }),
  output('LM-06', '2024-11-04', ['五小成果', '现场数据采集转接盒', 'production']),
  output('LM-07', '2024-03-25', ['五小成果', '线束插接防错夹具', 'production']),
  output('LM-07', '2024-08-26', ['管理成果', '故障码与工位对照库', 'management', 'operation']),
  output('LM-08', '2024-06-24', ['先进操作法', '五轴清根刀路优化法', 'production'], { benefit: 450000 }),
  output('LM-08', '2024-11-11', ['先进操作法', '五轴清根刀路优化法（薄壁件）', 'production'], {
    alike: { title: titled('五轴清根刀路优化法'), same: false, reason: '加工对象与刀路策略均不同，为另一操作法' },
  }),
  output('LM-08', '2024-12-02', ['培训成果', '校企双师带徒课程包', 'management']),
  output('LM-09', '2024-09-09', ['五小成果', '木饰面卡扣装配检具', 'production']),
  output('LM-09', '2024-11-18', ['五小成果', '木饰面卡扣装配检具改进', 'production'], {
    alike: { title: titled('木饰面卡扣装配检具'), same: true, reason: '与已认可的检具为同一件，仅更换夹头材质' },
  }),
];

/** Of 2023, and logged when that year was closed: the year is corrected. */
export const late = output('LM-04', '2023-12-20', ['技艺成果', '珐琅底胎烧制变形控制法', 'production'], {
  by: 'dongcheng.zhong',
});
export const yearCorrection = { year: 2023, on: '2024-02-26', reason: '结账后补报一项年内采用的成果，经认可予以补计' };
