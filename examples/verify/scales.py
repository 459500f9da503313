"""From a raw number to points (docs/verify.md, 4), on a line (start, from, times, per): start + (raw − from) × times ÷ per."""
from fractions import Fraction

from decimals import HUNDRED, UNIT, mul_div, units

SAME = (0, 0, 1, 1)


def level(points):
    return (points, 0, 0, 1)


def points_for(criterion, raw, exact):
    """The points with four places, and without rounding; the line is chosen by the raw number of four places."""
    start, from_, times, per = line_of(criterion, raw)
    cap = cap_of(criterion)
    if cap is not None:
        raw, exact = min(raw, cap), min(exact, cap)
    over = raw - from_
    carried = start + (over if times == per else mul_div(over, times, per))
    return carried, start + Fraction(exact - from_) * times / per


def cap_of(criterion):
    """In percent, the most of a ratio that counts for the points."""
    measure = criterion["measure"]
    if measure["kind"] != "ratio" or "scale" in criterion or "points" not in criterion:
        return None
    return units(measure.get("cap", 100))


def line_of(criterion, raw):
    scale = criterion.get("scale")
    if scale is None:
        return proportion(criterion)
    kind = scale["kind"]
    if kind == "rate":
        start, from_ = units(scale.get("start", 0)), units(scale.get("from", 0))
        per, points = units(scale.get("per", 1)), units(scale["points"])
        if not scale.get("whole", False):
            return (start, from_, points, per)
        over = raw - from_
        full = abs(over) // per * (1 if over >= 0 else -1)
        return level(start + mul_div(full * UNIT, points, UNIT))
    if kind == "steps":
        return SAME if "ties" in scale else level(step_points(scale, raw))
    if kind == "linear":
        return straight(scale["linear"], raw)
    raise ValueError(kind)


def proportion(criterion):
    if "points" not in criterion:
        return SAME
    points, measure = units(criterion["points"]), criterion["measure"]
    if measure["kind"] == "ratio":
        return (0, 0, points, HUNDRED)
    if measure["kind"] == "value" and "outOf" in measure:
        return (0, 0, points, units(measure["outOf"]))
    if measure["kind"] == "collect":
        return (0, 0, points, units(measure.get("outOf", 100)))
    return SAME


def step_points(scale, raw):
    """The points of the highest step that the raw number reaches; below all of them 0."""
    reached = [s for s in scale["steps"] if units(s["from"]) <= raw]
    return units(max(reached, key=lambda s: units(s["from"]))["points"]) if reached else 0


def straight(knots, raw):
    knots = sorted(knots, key=lambda k: units(k["from"]))
    at = sum(1 for k in knots if units(k["from"]) <= raw) - 1
    if at < 0:
        return level(0)
    low = knots[at]
    points = units(low["points"])
    if at + 1 == len(knots):
        return level(points)
    high = knots[at + 1]
    to = units(low.get("to", high["points"]))
    return (points, units(low["from"]), to - points, units(high["from"]) - units(low["from"]))


def relative(criterion, raw, best):
    """All points for the best, the others in proportion; None where there is no best."""
    points = units(criterion.get("points", 0))
    if raw == best:
        return points
    top, bottom = (best, raw) if criterion.get("better") == "lower" else (raw, best)
    if bottom <= 0 or top <= 0:
        return 0
    return points if top > bottom else Fraction(points) * top / bottom


def ceiling(criterion):
    """The most points that a leaf keeps, and that its exact number keeps; None: no limit."""
    points, measure = units(criterion["points"]), criterion["measure"]
    if "scale" in criterion:
        return points, points
    if measure["kind"] == "collect":
        return None, None
    if measure["kind"] == "ratio":
        # The cap has limited the exact number already.
        return mul_div(points, max(HUNDRED, units(measure.get("cap", 100))), HUNDRED), None
    return points, points
