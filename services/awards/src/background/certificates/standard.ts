// The layout of certificates where a union has set none, and what a preview shows.
import type { Content, Look } from './look.ts';

export const standardLook: Look = {
  paper: 'A4',
  orientation: 'landscape',
  border: true,
  texts: [
    { text: '荣誉证书', x: 20, y: 26, width: 257, size: 48, bold: true, align: 'center' },
    { text: '{recipient}：', x: 35, y: 68, width: 227, size: 22, bold: true, align: 'left' },
    {
      text: '　　在{year}年度评选中成绩突出，被授予“{honour}”称号。特发此证，以资鼓励。',
      ...{ x: 35, y: 88, width: 227, size: 20, bold: false, align: 'left' },
    },
    { text: '{grantedBy}\n{date}', x: 150, y: 145, width: 112, size: 16, bold: false, align: 'right' },
    { text: '文号：{documentNumber}\n编号：{number}', x: 64, y: 166, width: 100, size: 10, bold: false, align: 'left' },
  ],
  qr: { x: 35, y: 160, size: 25 },
};

export const sample: Content = {
  words: {
    ...{ recipient: '（样张）万泉寺中阳广场项目部', honour: '优胜项目部', year: '2025', place: '1' },
    ...{ grantedBy: '公司工会委员会', documentNumber: '工发〔2025〕1号', date: '2025年1月20日', number: '样张' },
  },
  link: 'https://example.invalid/',
};
