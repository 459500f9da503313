// The seventeen studios of the first nine alliances. Names and employers are as published; everything else about them
// (trade as worded here, skills, problems, levels, codes) is invented for the demonstration.
import type { StudioProfile } from '@jiangong/contracts';

export type Studio = Omit<StudioProfile, 'studio'>;

/** Half of the lines that every profile has in common. */
const studio = (
  number: number,
  leader: string,
  [employer, district, level]: [string, string, Studio['level']],
  [trade, chain, stage]: [string, string?, number?],
  { offers, seeks, capacity = 1 }: { offers: string[]; seeks: string[]; capacity?: number },
): Studio => ({
  code: `GZS-${String(number).padStart(2, '0')}`,
  name: `${leader}创新工作室`,
  leader: `P-${String(number).padStart(4, '0')}`,
  employer,
  district,
  level,
  trade,
  ...(chain ? { chain } : {}),
  ...(stage ? { stage } : {}),
  offers,
  seeks,
  capacity,
});

export const studios: Studio[] = [
  studio(1, '文新理', ['首钢北冶', '昌平区', 'provincial'], ['特种合金冶炼', '航天结构件', 1], {
    offers: ['精密合金熔炼', '薄带轧制'],
    seeks: ['合金构件装配精度'],
  }),
  studio(2, '蔡善军', ['航天三院', '丰台区', 'national'], ['航天部件装配', '航天结构件', 2], {
    offers: ['合金构件装配精度', '精密测量'],
    seeks: ['精密合金熔炼'],
  }),
  studio(3, '冯超', ['时尚工美', '东城区', 'provincial'], ['金属工艺制作'], {
    offers: ['金属錾刻', '表面着色'],
    seeks: ['薄壁零件夹持'],
  }),
  studio(4, '于尧炳', ['航天五院', '海淀区', 'national'], ['航天器零件加工'], {
    offers: ['薄壁零件夹持', '数控程序优化'],
    seeks: ['金属錾刻'],
  }),
  studio(5, '张杰', ['北汽越野车', '顺义区', 'provincial'], ['汽车装调', '汽车制造', 3], {
    offers: ['整车装调', '异响诊断'],
    seeks: ['高强钢成形'],
  }),
  studio(6, '王保勇', ['首钢京唐', '石景山区', 'provincial'], ['汽车板轧制', '汽车制造', 2], {
    offers: ['高强钢成形', '板形控制'],
    seeks: ['整车装调'],
  }),
  studio(7, '刘更生', ['金隅集团', '东城区', 'national'], ['京作家具制作'], {
    offers: ['榫卯结构', '硬木表面处理'],
    seeks: ['掐丝珐琅镶嵌', '内饰件装配公差'],
    capacity: 2,
  }),
  studio(8, '钟连盛', ['东城区总工会', '东城区', 'national'], ['景泰蓝制作'], {
    offers: ['掐丝珐琅镶嵌', '釉色配制'],
    seeks: ['硬木表面处理'],
  }),
  studio(9, '刘宏', ['首钢技术研究院', '石景山区', 'provincial'], ['钢铁材料检测'], {
    offers: ['材料失效分析', '焊接性能试验'],
    seeks: ['检修作业标准化'],
  }),
  studio(10, '张春岩', ['丰台区总工会', '丰台区', 'district'], ['设备检修'], {
    offers: ['检修作业标准化', '应急抢修组织'],
    seeks: ['材料失效分析'],
  }),
  studio(11, '杜建强', ['燕山石化', '房山区', 'provincial'], ['装置仪表维护'], {
    offers: ['控制回路整定', '仪表故障预判'],
    seeks: ['产线数据采集'],
  }),
  studio(12, '黄兴良', ['经开区总工会', '经开区', 'district'], ['装置仪表维护'], {
    offers: ['产线数据采集', '传感器改装'],
    seeks: ['控制回路整定'],
  }),
  studio(13, '郭大鹏', ['首钢宝马服务', '石景山区', 'enterprise'], ['汽车维修', '整车制造与服务', 2], {
    offers: ['售后故障归因', '电气诊断'],
    seeks: ['总装工艺参数'],
  }),
  studio(14, '郭迎亮', ['华晨宝马', '沈阳市', 'provincial'], ['汽车总装', '整车制造与服务', 1], {
    offers: ['总装工艺参数', '产线防错'],
    seeks: ['售后故障归因'],
  }),
  studio(15, '江伟', ['京城机电工贸技师学院', '朝阳区', 'district'], ['数控加工'], {
    offers: ['技能培训课程', '多轴编程'],
    seeks: ['难加工材料切削'],
  }),
  studio(16, '刘争', ['航天一院', '丰台区', 'national'], ['数控加工'], {
    offers: ['难加工材料切削', '刀具选型'],
    seeks: ['技能培训课程'],
  }),
  studio(17, '赵郁', ['北汽奔驰', '经开区', 'national'], ['汽车装调'], {
    offers: ['内饰件装配公差', '装配防错'],
    seeks: ['榫卯结构'],
  }),
];
