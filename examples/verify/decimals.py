"""Numbers of the scheme language: whole counts of 1/10000, rounded half away from zero (docs/verify.md, 1)."""
from decimal import Decimal
from fractions import Fraction

UNIT = 10_000
LARGEST = 100_000_000_000 * UNIT
HUNDRED = 100 * UNIT


class Refused(Exception):
    """Inputs from which no result can be computed; `code` says why."""

    def __init__(self, code, about=""):
        super().__init__(f"{code}: {about}")
        self.code = code


def units(number):
    """The count of 1/10000 in a JSON number, or None where it has more than four decimals or is too large."""
    if isinstance(number, bool) or not isinstance(number, (int, Decimal)):
        return None
    count = Fraction(number) * UNIT
    return count.numerator if count.denominator == 1 and abs(count) <= LARGEST else None


def plain(count):
    """The number that a count of 1/10000 stands for."""
    whole, rest = divmod(count, UNIT)
    return whole if rest == 0 else Decimal(count) / UNIT


def divide(top, bottom):
    """top ÷ bottom, rounded half away from zero to a whole number."""
    if bottom < 0:
        top, bottom = -top, -bottom
    rounded = (2 * abs(top) + bottom) // (2 * bottom)
    return rounded if top >= 0 else -rounded


def mul_div(a, b, c):
    return divide(a * b, c)


def round_to(count, places):
    """A count of 1/10000, or a fraction of it, rounded once to 0–4 decimal places."""
    step = 10 ** (4 - places)
    count = Fraction(count)
    return divide(count.numerator, count.denominator * step) * step


def weighted_mean(values, weights):
    total = sum(weights)
    return None if total == 0 else divide(sum(v * w for v, w in zip(values, weights)), total)


def in_range(count):
    if abs(count) > LARGEST:
        raise Refused("out-of-range", "the number that comes out is too large")
    return count


def settle(carried, exact, places):
    """What is carried; next to the tie where rounding it again would publish another number than `exact` rounded once."""
    published, before = round_to(exact, places), round_to(carried, places)
    if before == published:
        return carried
    if places == 4:
        return published
    half = 10 ** (4 - places) // 2 * (-1 if published > before else 1)
    tie = published + half
    if round_to(tie, places) == published:
        return tie
    return tie - (1 if half > 0 else -1)
