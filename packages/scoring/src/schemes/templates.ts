// The schemes that ship, by id: documents to start from, as plain data. Every one is parsed and validated by a test.
import type { SchemeInput } from '../schema/scheme.ts';
import anQuan from './an-quan.json' with { type: 'json' };
import duoPai from './duo-pai.json' with { type: 'json' };
import gongLu from './gong-lu.json' with { type: 'json' };
import hongHuangQi from './hong-huang-qi.json' with { type: 'json' };
import jiFen from './ji-fen.json' with { type: 'json' };
import jiNeng from './ji-neng.json' with { type: 'json' };
import jianJia from './jian-jia.json' with { type: 'json' };
import lanQiu from './lan-qiu.json' with { type: 'json' };
import liuBiLiuSai from './liu-bi-liu-sai.json' with { type: 'json' };
import liuBiYiChuang from './liu-bi-yi-chuang.json' with { type: 'json' };
import liuYou from './liu-you.json' with { type: 'json' };
import qiBiQiSai from './qi-bi-qi-sai.json' with { type: 'json' };
import qiBiYiChuang from './qi-bi-yi-chuang.json' with { type: 'json' };
import shengHua from './sheng-hua.json' with { type: 'json' };
import shiErXiang from './shi-er-xiang.json' with { type: 'json' };
import wuBiWuSai from './wu-bi-wu-sai.json' with { type: 'json' };
import wuGongLi from './wu-gong-li.json' with { type: 'json' };
import xinYong from './xin-yong.json' with { type: 'json' };

/**
 * Shipped schemes by id, as a union writes them (docs/schemes names the document behind each); `parseScheme` fills in the
 * defaults.
 */
export const templates: Readonly<Record<string, SchemeInput>> = {
  'qi-bi-qi-sai': qiBiQiSai as SchemeInput,
  'sheng-hua': shengHua as SchemeInput,
  'gong-lu': gongLu as SchemeInput,
  'duo-pai': duoPai as SchemeInput,
  'wu-gong-li': wuGongLi as SchemeInput,
  'jian-jia': jianJia as SchemeInput,
  'liu-you': liuYou as SchemeInput,
  'ji-fen': jiFen as SchemeInput,
  'ji-neng': jiNeng as SchemeInput,
  'lan-qiu': lanQiu as SchemeInput,
  'shi-er-xiang': shiErXiang as SchemeInput,
  'liu-bi-liu-sai': liuBiLiuSai as SchemeInput,
  'wu-bi-wu-sai': wuBiWuSai as SchemeInput,
  'liu-bi-yi-chuang': liuBiYiChuang as SchemeInput,
  'qi-bi-yi-chuang': qiBiYiChuang as SchemeInput,
  'an-quan': anQuan as SchemeInput,
  'hong-huang-qi': hongHuangQi as SchemeInput,
  'xin-yong': xinYong as SchemeInput,
};
