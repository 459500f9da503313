/**
 * Invented studios, seeded: the same seed gives the same profiles everywhere. 20 chains × 6 stages make 120 trades of ten skills
 * each; trades and employers are spread by Zipf's law, so a few are large and most are small, as in life.
 */
import type { Studio } from '../src/index.ts';

export interface SampleOptions {
  readonly count: number;
  readonly seed: number;
  /** every studio takes one alliance only */
  readonly single?: boolean;
  /** skills are Chinese phrases of four to six characters instead of codes */
  readonly chinese?: boolean;
}

/** mulberry32: uniform numbers in [0, 1) from a 32-bit seed. */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Draws 0 … size − 1, item i in proportion to (i + 1)^−exponent. */
function zipf(size: number, exponent: number, next: () => number): () => number {
  const upTo = new Float64Array(size);
  let sum = 0;
  for (let i = 0; i < size; i++) {
    sum += (i + 1) ** -exponent;
    upTo[i] = sum;
  }
  return () => {
    const x = next() * sum;
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! > x) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

const STAGES = 6;
const TRADES = 20 * STAGES;
const SKILLS = 10;
const districts = '东城 西城 朝阳 丰台 石景山 海淀 通州 大兴 顺义 昌平 房山 门头沟 经开'.split(' ');
const levels = ['国家级', '市级', '区级'];
const characters =
  '焊接数控机床车铣磨钳工装夹具模型铸造锻压热处理检测探伤液气动电力变配线缆仪表传感器网络编程软件算法图像识别机器人路径规划' +
  '轨道交通信号桥梁隧道盾构混凝土钢筋脚手架吊装测量防水保温节能环境监控调度物流仓储质量安全培训标准化设计工艺流程优化';

export function sample({ count, seed, single = false, chinese = false }: SampleOptions): Studio[] {
  const next = random(seed);
  const below = (n: number) => Math.floor(next() * n);
  // Which trades are large must not follow their place in the chain.
  const trades = Array.from({ length: TRADES }, (_, i) => i);
  for (let i = TRADES - 1; i > 0; i--) {
    const j = below(i + 1);
    [trades[i], trades[j]] = [trades[j]!, trades[i]!];
  }
  const phrases = Array.from({ length: TRADES * SKILLS }, (_, t) =>
    chinese
      ? Array.from({ length: 4 + below(3) }, () => characters[below(characters.length)]).join('')
      : `k${Math.floor(t / SKILLS)}-${t % SKILLS}`,
  );
  const tradeOf = zipf(TRADES, 0.7, next);
  const employerOf = zipf(Math.max(2, Math.floor(count / 4)), 0.6, next);
  const skillOf = (trade: number) => phrases[trade * SKILLS + below(SKILLS)]!;
  const adjacent = (trade: number) => {
    const stage = trade % STAGES;
    const up = stage === 0 || (stage < STAGES - 1 && next() < 0.5);
    return up ? trade + 1 : trade - 1;
  };
  return Array.from({ length: count }, (_, i) => {
    const trade = trades[tradeOf()]!;
    const offers = Array.from({ length: 3 + below(4) }, () => skillOf(next() < 0.7 ? trade : below(TRADES)));
    const seeks = Array.from({ length: 1 + below(4) }, () => {
      const x = next();
      return skillOf(x < 0.5 ? trade : x < 0.8 ? adjacent(trade) : below(TRADES));
    });
    const c = next();
    return {
      id: `s${String(i).padStart(6, '0')}`,
      employer: `e${employerOf()}`,
      district: districts[below(districts.length)]!,
      level: levels[below(levels.length)]!,
      trade: `t${trade}`,
      chain: `c${Math.floor(trade / STAGES)}`,
      stage: (trade % STAGES) + 1,
      offers,
      seeks,
      capacity: single ? 1 : c < 0.2 ? 1 : c < 0.6 ? 2 : c < 0.9 ? 3 : 5,
    };
  });
}
