// A suggestion of a worker by the link of a workshop, and the output that it becomes. All of it is invented.

export const link = { label: '装置仪表车间（演示）', days: 120 };
export const suggestion = {
  title: '现场接线盒防水改造（演示）',
  text: '雨季接线盒进水频繁误报，可加装一体式密封圈并下移进线口',
  proposer: '仪表车间职工（演示）',
};
export const takenUp = { studio: 'GZS-11', by: 'chanye.yanshan', note: '在2号装置区试装六只，两个月无误报' };
export const adopted = {
  alliance: 'LM-06',
  kind: '五小成果',
  applied: ['operation'],
  contributors: ['P-0011'],
  reason: '误报次数由每月九次降为零，予以采纳并推广',
  on: '2024-10-21',
};
