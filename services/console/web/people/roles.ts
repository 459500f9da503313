// Fields of a user: roles by their names, departments and units by their codes.
import type { Label } from '../app/language.ts';
import { roleLabel } from '../app/vocabulary.ts';
import type { FieldOf } from '../parts/form.tsx';

export const roles = [
  ...['organiser', 'checker', 'entrant', 'alliance-leader', 'committee', 'supervisor'],
  ...['finance', 'hr', 'auditor', 'admin'],
] as const;
interface Known {
  name?: string | undefined;
  contact?: string | undefined;
  roles?: readonly string[];
  departments?: readonly string[];
  units?: readonly string[];
}
export const userFields = (say: (label: Label) => string, known: Known = {}): FieldOf[] => [
  { name: 'name', label: ['姓名或岗位', 'Name or office'], initial: known.name },
  { name: 'contact', label: ['联系方式', 'Contact'], optional: true, initial: known.contact },
  {
    name: 'roles',
    label: ['角色', 'Roles'],
    kind: 'many',
    initial: known.roles,
    options: roles.map((value) => ({ value, label: say(roleLabel(value)) })),
  },
  {
    name: 'departments',
    label: ['评分部门（每行一个编码）', 'Departments (a code a line)'],
    kind: 'lines',
    optional: true,
    initial: known.departments,
  },
  {
    name: 'units',
    label: ['负责单位或工作室（每行一个编码或名称）', 'Units or studios (a code or name a line)'],
    kind: 'lines',
    optional: true,
    initial: known.units,
  },
];
