"""What happens to points after they were worked out (docs/verify.md, 5.3)."""
from fractions import Fraction

from decimals import UNIT, Refused, in_range, mul_div, round_to, units
from figures import PENDING, judge
from scales import ceiling


def finish(s, criterion, node):
    """Floor and ceiling, `zeroIf`, vetoes, factor, decimals, in this order."""
    places = criterion.get("decimals") if s.is_exact else None
    if "points" in criterion:
        floor = units(criterion.get("min", 0))
        most, exact_most = ceiling(criterion) if "measure" in criterion else (None, None)
        node.value, node.xvalue = limit(node.value, floor, most), limit(node.xvalue, floor, exact_most)
        zeroed = any(v.get("zero") == criterion["id"] and v["id"] in s.vetoed for v in s.sheet.get("vetoes", []))
        if any(judge(s, c) == "met" for c in criterion.get("zeroIf", [])):
            node.value = node.xvalue = 0
        if zeroed:
            node.value, node.xvalue = (0, 0) if node.value > 0 else (node.value, min(0, node.xvalue))
        if "factor" in criterion:
            multiply(s, criterion, node)
    if places is not None:
        node.value = node.xvalue = round_to(node.xvalue, places)


def multiply(s, criterion, node):
    name = criterion["factor"]
    given = s.entrant.get("facts", {}).get(name)
    if given is None:
        s.miss(criterion, "fact", name)
        node.status = PENDING
        return
    fact = units(given)
    if fact is None:
        raise Refused("not-a-number", given)
    node.value, node.xvalue = in_range(mul_div(node.value, fact, UNIT)), Fraction(node.xvalue) * fact / UNIT


def limit(x, least, most):
    if least is not None and x < least:
        return least
    return most if most is not None and x > most else x
