/** Logarithms as integers from a table made by integer steps alone, so that every machine computes the same scores. */

/** fraction[i] = ⌊256 · log₂(1 + i ÷ 256)⌋, by repeated squaring of a fixed-point mantissa */
const fraction = Uint16Array.from({ length: 256 }, (_, i) => {
  let mantissa = (256 + i) * 2 ** 16; // 1.0 is 2²⁴
  let bits = 0;
  for (let k = 0; k < 8; k++) {
    mantissa = Math.floor((mantissa * mantissa) / 2 ** 24); // below 2⁵², exact
    bits *= 2;
    if (mantissa >= 2 ** 25) {
      bits += 1;
      mantissa = Math.floor(mantissa / 2);
    }
  }
  return bits;
});

/** 256 · log₂ n, rounded down, for an integer n ≥ 1 below 2³¹. */
export function log2(n: number): number {
  const whole = 31 - Math.clz32(n);
  const top = whole >= 8 ? n >>> (whole - 8) : n << (8 - whole);
  return whole * 256 + fraction[top - 256]!;
}

/** How telling a term is that `having` of `all` studios use: 256 for a term of all, 256 more for each halving. */
export function idf(all: number, having: number): number {
  return 256 + log2(all) - log2(having);
}
