// How files name a unit, wherever a service imports rows about units.
import { rowFault } from '../problems.ts';
import type { Refusal } from '../vocabulary.ts';

/** The column with the unit's code, or with what it is called. */
export const unitColumn = {
  key: 'unit',
  label: ['单位编码', 'unit code'],
  aliases: ['单位编号', '单位'],
  kind: 'choice',
  example: 'XM-07',
  help: ['单位的编码，也可以填名称或简称', 'the code of the unit, or its name'],
} as const;
/** The column with its name beside the code, by which a wrong code is noticed. */
export const unitNameColumn = {
  key: 'unitName',
  label: ['单位名称', 'unit name'],
  aliases: ['名称', '项目部名称'],
  kind: 'text',
  given: true,
  help: ['只供核对：填了就须与编码相符', 'a check only: if given it must fit the code'],
} as const;

interface Unit {
  code: string;
  name: string;
  shortName: string;
}
/**
 * A unit by its code, with all that a file may call it.
 * @example
 * ```ts
 * const unit = { code: 'XM-07', name: '万泉寺中阳广场项目部', shortName: '万泉寺项目部' };
 * labelledUnit(unit)!.names; // → ['XM-07', '万泉寺中阳广场项目部', '万泉寺项目部']
 * ```
 */
export const labelledUnit = (unit: Unit | undefined) =>
  unit && { code: unit.code, names: [unit.code, unit.name, unit.shortName] };

/**
 * That a file calls the unit of a code otherwise than it is called; undefined if it does not.
 * @example
 * ```ts
 * const unit = { code: 'XM-07', name: '万泉寺中阳广场项目部', shortName: '万泉寺项目部' };
 * otherUnitName('万泉寺项目部', unit); // → undefined
 * otherUnitName('方庄项目部', unit)!.refused; // → 'malformed-request'
 * ```
 */
export function otherUnitName(given: string | undefined, { code, name, shortName }: Unit): Refusal | undefined {
  if (given === undefined || given === name || given === shortName) return undefined;
  return rowFault(
    'unitName',
    `「单位名称」与编码不符：${code} 是「${name}」`,
    `“unit name” does not fit the code: ${code} is “${name}”`,
  );
}
