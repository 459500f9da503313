// Example data for every scheme that ships: a small season that shows its rules, as the evaluate command reads it.
import type { Season } from '../input.ts';
import anQuan from './an-quan.example.json' with { type: 'json' };
import duoPai from './duo-pai.example.json' with { type: 'json' };
import gongLu from './gong-lu.example.json' with { type: 'json' };
import hongHuangQi from './hong-huang-qi.example.json' with { type: 'json' };
import jiFen from './ji-fen.example.json' with { type: 'json' };
import jiNeng from './ji-neng.example.json' with { type: 'json' };
import jianJia from './jian-jia.example.json' with { type: 'json' };
import lanQiu from './lan-qiu.example.json' with { type: 'json' };
import liuBiLiuSai from './liu-bi-liu-sai.example.json' with { type: 'json' };
import liuBiYiChuang from './liu-bi-yi-chuang.example.json' with { type: 'json' };
import liuYou from './liu-you.example.json' with { type: 'json' };
import qiBiQiSai from './qi-bi-qi-sai.example.json' with { type: 'json' };
import qiBiYiChuang from './qi-bi-yi-chuang.example.json' with { type: 'json' };
import shengHua from './sheng-hua.example.json' with { type: 'json' };
import shiErXiang from './shi-er-xiang.example.json' with { type: 'json' };
import wuBiWuSai from './wu-bi-wu-sai.example.json' with { type: 'json' };
import wuGongLi from './wu-gong-li.example.json' with { type: 'json' };
import xinYong from './xin-yong.example.json' with { type: 'json' };

/** Example seasons by scheme id, one for each shipped scheme. */
export const examples: Readonly<Record<string, Season>> = {
  'qi-bi-qi-sai': qiBiQiSai as Season,
  'sheng-hua': shengHua as Season,
  'gong-lu': gongLu as Season,
  'duo-pai': duoPai as Season,
  'wu-gong-li': wuGongLi as Season,
  'jian-jia': jianJia as Season,
  'liu-you': liuYou as Season,
  'ji-fen': jiFen as Season,
  'ji-neng': jiNeng as Season,
  'lan-qiu': lanQiu as Season,
  'shi-er-xiang': shiErXiang as Season,
  'liu-bi-liu-sai': liuBiLiuSai as Season,
  'wu-bi-wu-sai': wuBiWuSai as Season,
  'liu-bi-yi-chuang': liuBiYiChuang as Season,
  'qi-bi-yi-chuang': qiBiYiChuang as Season,
  'an-quan': anQuan as Season,
  'hong-huang-qi': hongHuangQi as Season,
  'xin-yong': xinYong as Season,
};
