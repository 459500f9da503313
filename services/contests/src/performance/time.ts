// A time as people stop it: 21:35.4 is 1295.4 seconds.

/** Seconds of `h:mm:ss.s`, `m:ss.s` or a number, in full or half width; undefined for anything else. */
export function secondsOf(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[′＇']/g, ':')
    .replace(/[″"]$/, '');
  const parts = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})(\.\d{1,4})?$/.exec(plain);
  if (!parts) return undefined;
  const [, hours, minutes, seconds, fraction = ''] = parts;
  const isPart = (value: string | undefined) => value === undefined || Number(value) < 60;
  if ((minutes !== undefined && !isPart(seconds)) || (hours !== undefined && !isPart(minutes))) return undefined;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
  return Number(`${whole}${fraction}`);
}
