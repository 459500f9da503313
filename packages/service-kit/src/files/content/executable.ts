// Programs, scripts and macros, by their first bytes and by the names under which systems run them.
const MAGIC = [
  '4d5a',
  '7f454c46',
  'feedface',
  'feedfacf',
  'cefaedfe',
  'cffaedfe',
  'cafebabe',
  '2321',
  '4c000000011402',
];
const NAMES = new Set(
  'apk app appx bat bin cmd com cpl dll dmg elf exe gadget hta inf ins jar js jse lnk mjs msc msi msp mst pif ps1 psm1 py reg rgs scr sct sh so svg sys vb vbe vbs ws wsc wsf wsh xll'.split(
    ' ',
  ),
);
const MACROS = /(?:^|\/)(?:vbaproject\.bin|vbadata\.xml|activex\/.*)$/i;
/** What office documents hold under names that look like programs'. */
const OFFICE_PARTS = /^(?:word|xl|ppt)\/(?:printersettings|embeddings)\/[^/]+\.bin$/i;

export const isExecutable = (head: Buffer): boolean => {
  const hex = head.toString('hex', 0, 8);
  return MAGIC.some((magic) => hex.startsWith(magic));
};

export function isExecutableName(path: string): boolean {
  if (MACROS.test(path)) return true;
  if (OFFICE_PARTS.test(path)) return false;
  // Windows drops dots and spaces at the end of a name.
  const name = path.replace(/[\s.\u200b-\u200f\u202a-\u202e\u2066-\u2069]+$/u, '').toLowerCase();
  return NAMES.has(name.slice(name.lastIndexOf('.') + 1)) && name.includes('.');
}
