// A ledger as people read it: each entry with the balance after it, and how it came about in words.
import { type PointsLedgerView, valueLabels } from '@jiangong/contracts';
import type { Name } from '../names.ts';
import { type Ledger, totalsOf } from './ledger-state.ts';

export const summaryOf = (ledger: Ledger, name: Name | undefined) => {
  const { ledger: id, campaign, person, unit } = ledger;
  return { ledger: id, campaign, person, unit, ...name, ...totalsOf(ledger) };
};
export function shownLedger(ledger: Ledger, name: Name | undefined): PointsLedgerView {
  const vouchers = Object.values(ledger.vouchers).map(
    ({ ledger: _, campaign: __, person: ___, by: ____, ...voucher }) => voucher,
  );
  return { ...summaryOf(ledger, name), entries: ledger.entries, vouchers, text: textOf(ledger) };
}

const words: Record<Ledger['entries'][number]['what'], string> = {
  approved: 'earned',
  'taken-back': 'taken back',
  drawn: 'spent',
  returned: 'returned',
};
const signed = (points: number) => (points < 0 ? `− ${-points}` : `+ ${points}`);
function textOf(ledger: Ledger) {
  const { earned, spent, balance } = totalsOf(ledger);
  const zh = ledger.entries.map(
    ({ what, label, points, balance, at }) =>
      `${at} ${valueLabels.pointsEntry[what]} ${signed(points)}（${label}），余额 ${balance}`,
  );
  const en = ledger.entries.map(
    ({ what, label, points, balance, at }) => `${at} ${words[what]} ${signed(points)} (${label}), balance ${balance}`,
  );
  return {
    zh: [`余额 ${balance} 分：得分 ${earned}，兑换 ${spent}`, ...zh].join('\n'),
    en: [`Balance ${balance}: earned ${earned}, spent ${spent}`, ...en].join('\n'),
  };
}
