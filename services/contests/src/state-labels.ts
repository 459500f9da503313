// What refusals call a stage's state, in both languages.
import { type ContestStageStatus, type Refusal, refuse, valueLabels } from '@jiangong/contracts';

const english: Record<ContestStageStatus, string> = { made: 'not open yet', open: 'under way', closed: 'closed' };
export const wrongStatus = (status: ContestStageStatus): Refusal =>
  refuse('contest-stage-status', { status: english[status], statusZh: valueLabels.contestStage[status] });
