// Competition schemes as data: read them, evaluate their stages, and use the schemes that ship.

export { canonical } from './canonical.ts';
export { OPS, type Op } from './explain/ops.ts';
export { render } from './explain/render.ts';
export type { Explain } from './explain/trace.ts';
export { Decision, Entrant, Entry, Event, Inputs, Season, StageRef } from './input.ts';
export type { InputError } from './refusal.ts';
export { Bar, EntrantResult, HonourResult, Pending, StageResult, Status } from './result.ts';
export { Condition } from './schema/condition.ts';
export { Criterion } from './schema/criterion.ts';
export { Honour } from './schema/honour.ts';
export { Measure } from './schema/measure.ts';
export { Panel } from './schema/panel.ts';
export { parseScheme } from './schema/parse.ts';
export { Scale } from './schema/scale.ts';
export { Scheme, type SchemeInput, Track } from './schema/scheme.ts';
export { Adjustments, Band, Sheet, Veto } from './schema/sheet.ts';
export { Stage } from './schema/stage.ts';
export { Named, Text } from './schema/text.ts';
export { examples } from './schemes/examples.ts';
export { templates } from './schemes/templates.ts';
export { evaluateSeason } from './season.ts';
export { evaluateStage } from './stage/evaluate.ts';
export type { Finding } from './validate/finding.ts';
export { validate } from './validate/validate.ts';
