"""From an entry to the raw number of a criterion (docs/verify.md, 3). Each gives the status and fills the node."""
from fractions import Fraction

from decimals import HUNDRED, Refused, in_range, mul_div, units, weighted_mean
from figures import NONE, PENDING, SCORED, read, read_exactly, status_of


def measure(sitting, criterion, node, is_adjustment):
    kind = criterion["measure"]["kind"]
    if kind == "figure":
        of = criterion["measure"]["of"]
        node.raw, node.xraw = read(sitting, of), read_exactly(sitting, of)
        if node.raw is not None:
            return SCORED
        return PENDING if status_of(sitting, of) == PENDING else NONE
    if kind == "collect":
        return sitting.collect(sitting, criterion, node)
    entry = sitting.inputs.get(criterion["id"])
    if entry is None:
        if not is_due(sitting, criterion, is_adjustment):
            return NONE
        status = PENDING
    elif "na" in entry:
        return NONE
    else:
        status = READERS[kind](criterion, entry, node)
    if status == PENDING:
        if sitting.judge is None:
            sitting.miss(criterion, "input")
        else:
            sitting.miss(criterion, "mark", sitting.judge)
    return status


def is_due(sitting, criterion, is_adjustment):
    due = criterion.get("due", not is_adjustment)
    return due if isinstance(due, bool) else sitting.period is not None and sitting.period in due


def number(x):
    count = units(x)
    if count is None:
        raise Refused("not-a-number", x)
    return count


def amount(x):
    count = number(x)
    if count < 0:
        raise Refused("negative", x)
    return count


def needs(entry, key):
    if key not in entry:
        raise Refused("wrong-kind", sorted(entry))


def read_value(criterion, entry, node):
    needs(entry, "value")
    node.raw = number(entry["value"])
    return SCORED


def read_level(criterion, entry, node):
    needs(entry, "level")
    level = next((x for x in criterion["measure"]["levels"] if x["id"] == entry["level"]), None)
    if level is None:
        raise Refused("unknown-level", entry["level"])
    low, high = units(level.get("from", level["points"])), units(level.get("to", level["points"]))
    if "value" not in entry and low != high:
        return PENDING
    raw = number(entry["value"]) if "value" in entry else low
    if not low <= raw <= high:
        raise Refused("outside-level", entry["level"])
    node.raw = raw
    return SCORED


def read_events(criterion, entry, node):
    needs(entry, "events")
    tariff = {t["id"]: units(t["points"]) for t in criterion["measure"]["tariff"]}
    start = units(criterion.get("points", 0)) if criterion["measure"].get("start", "full") == "full" else 0
    count = faults = points = 0
    best = {}
    for event in entry["events"]:
        if event["code"] not in tariff:
            raise Refused("unknown-event", event["code"])
        each, times = tariff[event["code"]], event.get("times", 1)
        if not isinstance(times, int) or times < 0:
            raise Refused("not-a-count", times)
        count += times
        if each < 0:
            faults += times
        if not criterion["measure"].get("highestOnly", False) or "subject" not in event:
            points += each * times
        elif times > 0:
            best[event["subject"]] = max(each, best.get(event["subject"], each))
    node.raw = in_range(start + points + sum(best.values()))
    node.events, node.faults = count * 10_000, faults * 10_000
    return SCORED


def read_ratio(criterion, entry, node):
    m = criterion["measure"]
    is_parts = m.get("basis", "total") == "parts"
    is_inverse, is_signed = m.get("inverse", False), m.get("signed", False)
    cap = HUNDRED if is_parts else units(m.get("cap", 100))
    work = number if is_signed else amount
    counted = "accepted" if m.get("accepted", False) else "done"

    def percent(plan, done, most):
        if is_signed:
            raw = HUNDRED + mul_div(HUNDRED, done - plan, abs(plan))
            exact = HUNDRED + Fraction(HUNDRED * (done - plan), abs(plan))
        elif is_inverse and done == 0:
            raw = exact = most
        else:
            top, bottom = (plan, done) if is_inverse else (done, plan)
            raw, exact = mul_div(HUNDRED, top, bottom), Fraction(HUNDRED * top, bottom)
        return (min(raw, HUNDRED), min(exact, HUNDRED)) if is_parts else (raw, exact)

    if "parts" not in entry:
        needs(entry, "plan")
        node.plan = work(entry["plan"])
        if node.plan == 0:
            return NONE
        if counted not in entry:
            return PENDING
        raw, node.xraw = percent(node.plan, work(entry[counted]), cap)
        node.raw = in_range(raw)
        return SCORED
    used = [part for part in entry["parts"] if work(part["plan"]) != 0]
    node.plan = in_range(sum(units(part["plan"]) for part in used))
    if not used or (not is_parts and node.plan == 0):
        return NONE
    if any(counted not in part for part in used):
        return PENDING
    if not is_parts:
        raw, node.xraw = percent(node.plan, in_range(sum(work(part[counted]) for part in used)), cap)
        node.raw = in_range(raw)
        return SCORED
    weights = [amount(part["weight"]) for part in used]
    percents = [percent(units(part["plan"]), work(part[counted]), HUNDRED) for part in used]
    raw = weighted_mean([carried for carried, _ in percents], weights)
    if raw is None:
        return NONE
    node.xraw = sum(exact * weight for (_, exact), weight in zip(percents, weights)) / Fraction(sum(weights))
    node.raw = in_range(raw)
    return SCORED


READERS = {"value": read_value, "level": read_level, "events": read_events, "ratio": read_ratio}
