// What a partner does without an account: the form of their link, and the redeeming of a code. Wrong codes are limited.
import { type Read, redeemPointsVoucher, refuse } from '@jiangong/contracts';
import { download, hashOfKey, keyIn, post, shownPage } from '@jiangong/service-kit';
import { z } from 'zod';
import { codeGuard } from '../background/points/code-guard.ts';
import { typedCode } from '../background/points/codes.ts';
import { formPage, redeemedPage } from '../background/points/pages.ts';
import { ledgerCommand } from './ledger.ts';
import { type PartnerRow, partners, vouchers } from './points-views.ts';

const byKey = z.object({ key: keyIn });
/** The partner of a link that is good on the day. */
async function partnerOf(read: Read, key: string, on: string): Promise<PartnerRow | undefined> {
  const { items } = await read.everywhere().page(partners, { check: hashOfKey(key) }, { limit: 1 });
  return items.find(({ revoked, until }) => revoked === undefined && on <= until);
}

export const redeemingRoutes = [
  download('/public/points-partners/:key', {
    summary: ['商户兑换页面（凭链接，无需登录）', 'The form of a partner’s link (public, no sign-in)'],
    roles: 'public',
    params: byKey,
    produces: ['text/html'],
    download: async ({ params, read, businessDate }) =>
      shownPage('积分兑换', formPage((await partnerOf(read, params.key, businessDate))?.label), 'form'),
  }),
  post('/public/points-partners/:key', {
    summary: ['商户兑付兑换码（凭链接，无需登录）', 'Redeem a code as a partner (public, no sign-in)'],
    roles: 'public',
    params: byKey,
    body: redeemPointsVoucher,
    shown: z.object({ label: z.string() }),
    form: { page: (shown) => redeemedPage(shown?.label) },
    async handle({ params, body, read, businessDate, network, companion, hiddenId }) {
      const partner = await partnerOf(read, params.key, businessDate);
      if (!partner) return refuse('points-partner-closed');
      const [guard, from] = [companion(codeGuard), network()];
      const seconds = guard.waitOf(partner.partner, from);
      if (seconds > 0) return refuse('too-many-codes', { seconds });
      const { org } = partner;
      const id = hiddenId('points-voucher', org, typedCode(body.voucher));
      const voucher = await read.everywhere().get(vouchers, id);
      if (voucher?.campaign !== partner.campaign) {
        guard.wrong(partner.partner, from);
        return refuse('points-voucher-unknown');
      }
      return {
        request: ledgerCommand(voucher.ledger, 'redeem', { voucher: id, partner }),
        by: { sub: `partner:${partner.partner}`, org, roles: [], departments: [], units: [] },
        shown: { label: voucher.label },
      };
    },
  }),
];
