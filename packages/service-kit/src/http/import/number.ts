// Numbers as people write them: decimal, with thousands or a percent sign; the noise of binary fractions is rounded away.
import { type Cell, plain, quoted, type Read, wrong } from './characters.ts';

const DECIMAL = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+)?$/;
const PLACES = 1e4;
/** `0.1 + 0.2` is this near to what is meant. */
const NOISE = 1e-9;

export function numberOf({ text, kind }: Cell, column: 'number' | 'percent'): Read<number> {
  if (kind === 'd')
    return wrong(
      `是日期（${text}），应为数字；请把单元格设为数值格式后重新填写`,
      `is a date (${text}) and must be a number; format the cell as a number and enter it again`,
    );
  const written = plain(text).replaceAll(' ', '').replace(/^−/, '-');
  const isPercent = kind === 'p' || written.endsWith('%');
  const digits = written.replace(/%$/, '');
  // A number of a spreadsheet may come as 1e-7.
  const isDecimal = kind === 'n' || kind === 'p' || (/\d/.test(digits) && DECIMAL.test(digits));
  const number = isDecimal ? Number(digits.replaceAll(',', '')) : Number.NaN;
  if (!Number.isFinite(number))
    return wrong(`应为数字，现为「${quoted(text)}」`, `must be a number, and is “${quoted(text)}”`);
  const value = Math.round(number * PLACES) / PLACES;
  if (Math.abs(value - number) > NOISE)
    return wrong(`最多四位小数，现为 ${number}`, `takes at most four decimals, and is ${number}`);
  if (!isPercent && column === 'percent' && value > 0 && value <= 1)
    return wrong(
      `${value} 不知是 ${value}% 还是 ${value * 100}%，请写明百分号`,
      `${value} may be ${value}% or ${value * 100}%; write the percent sign`,
    );
  if (!isPercent || column === 'percent') return { value: value + 0 };
  return {
    value,
    remark: {
      zh: `是百分比，按百分号前的数 ${value} 读入`,
      en: `is a percentage, read as ${value}, the number before the sign`,
    },
  };
}
