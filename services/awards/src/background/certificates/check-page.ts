// The page that the QR code of a certificate leads to: whether it still holds, and nothing else of anybody.
import type { certificateStatus } from '@jiangong/contracts';
import type { z } from 'zod';

const findings: Record<z.infer<typeof certificateStatus> | 'unknown', readonly [string, string, string, string]> = {
  valid: ['有效', '该证书由本系统签发，所载荣誉有效。', 'Valid', 'This certificate was issued here and holds.'],
  corrected: [
    '已更正',
    '该荣誉在证书签发后已更正，请以新证书为准。',
    'Corrected',
    'The honour was corrected after this certificate was issued; a newer certificate holds.',
  ],
  revoked: ['已撤销', '该荣誉已撤销，证书作废。', 'Revoked', 'The honour was revoked; this certificate is void.'],
  unknown: [
    '查无此证',
    '编号或校验码不符，请核对后重试。',
    'Not found',
    'The number or its check code is not right; please compare them and retry.',
  ],
};

/** @param number one that has the form of a number, so that nothing of it needs to be escaped */
export function checkPage(number: string, found: keyof typeof findings): string {
  const [zh, sentence, en, inEnglish] = findings[found];
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>荣誉证书查验</title>
<style>
body { font: 1.1rem/1.7 system-ui, sans-serif; max-width: 32rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
h1 { font-size: 1.3rem; }
strong { font-size: 1.6rem; }
[lang=en] { color: #555; }
</style>
</head>
<body>
<main>
<h1>荣誉证书查验 <span lang="en">Certificate check</span></h1>
<p>编号 <span lang="en">Number</span>：${number}</p>
<p><strong>${zh}</strong> <span lang="en">${en}</span></p>
<p>${sentence}</p>
<p lang="en">${inEnglish}</p>
</main>
</body>
</html>
`;
}
