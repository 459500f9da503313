// The pages of a partner who redeems vouchers. Without scripts.
import { bothWays, escaped, plainPage } from '@jiangong/service-kit';

const title = ['积分兑换', 'Redeem a voucher'] as const;
const says = (...text: [zh: string, en: string]) => `<p>${bothWays(text)}</p>`;

/** @param label what the partner is called; undefined where the link is good no longer */
export const formPage = (label: string | undefined) =>
  plainPage(
    title,
    label === undefined
      ? says('链接不存在、已过期或已停用，请与工会联系。', 'This link does not exist, has expired or was revoked.')
      : `<p>${escaped(label)}</p>
<form method="post">
<label for="voucher">${bothWays(['兑换码', 'Code'])}</label>
<input id="voucher" name="voucher" maxlength="40" autocomplete="off" autocapitalize="characters" required>
<button>${bothWays(['兑付', 'Redeem'])}</button>
</form>
<small>${says(
          '兑换码只能使用一次；显示“可以兑付”后再交付。这里不显示任何个人信息。',
          'A code is good once; give the reward when this page says so. It shows nothing about anybody.',
        )}</small>`,
  );

/** @param label the reward; undefined where the same request was answered before */
export const redeemedPage = (label: string | undefined) =>
  label === undefined
    ? plainPage(title, says('该兑换码先前已兑付，请勿再次交付。', 'This code was redeemed before; give nothing again.'))
    : plainPage(
        ['可以兑付', 'Redeemed'],
        `<p><strong>${escaped(label)}</strong></p>
${says('兑换码已核销，请交付。', 'The code is used up; give the reward.')}
<p><a href="">${bothWays(['下一个', 'Next'])}</a></p>`,
      );
