"""Who gets which honour: in the order of the list, within each ranking group (docs/verify.md, 8)."""
from decimals import HUNDRED, Refused, units


def grant_all(stage, ref, parts, is_pending):
    results = [r for part in parts for r in grant_group(stage, ref, part, is_pending)]
    for decision in ref.get("decisions", []):
        if all((r["honour"], r["group"]) != (decision["honour"], decision.get("group")) for r in results):
            raise Refused("unknown-decision", decision["honour"])
    return results


def grant_group(stage, ref, part, is_pending):
    size, honoured, results = len(part["placed"]) + len(part["unplaced"]), set(), []
    # Seats that a tie still leaves open: whoever does not get them stays a candidate for later honours.
    left_open = 0
    for at, honour in enumerate(stage.get("honours", [])):
        seats = honour["take"] if "take" in honour else seats_of(size, honour)
        key = (lambda row: row["own"][at]) if "rankBy" in honour else (lambda row: row["result"]["place"])
        order = sorted(part["placed"], key=key)
        if honour.get("from") == "last":
            order.reverse()
        eligible = [row for row in order if row["result"]["id"] not in honoured and is_met(row, honour, at)]
        result = {"honour": honour["id"], "group": part["group"], "seats": seats}
        result.update(granted=[], referred=[], provisional=[])
        results.append(result)
        is_open = left_open > 0 or is_pending
        sure, tied = cut(key, honour, eligible, seats + left_open if is_open else seats)
        if is_open:
            result["provisional"] = ids(sure + tied)
            if is_pending:
                honoured.update(ids(sure))
            else:
                left_open += seats
            continue
        decided = decision_of(ref, honour["id"], part["group"], ids(tied), seats - len(sure)) if tied else None
        winners = sure + [row for row in tied if decided is not None and row["result"]["id"] in decided]
        result["granted"] = ids(winners)
        honoured.update(result["granted"])
        if tied and decided is None:
            result["referred"] = ids(tied)
            left_open = seats - len(sure)
    return results


def ids(rows):
    return [row["result"]["id"] for row in rows]


def is_met(row, honour, at):
    place = row["result"]["place"]
    tests = [c for c in honour.get("require", []) if c["figure"] == "place"]
    return row["meets"][at] and all(place >= c["atLeast"] if "atLeast" in c else place < c["below"] for c in tests)


def seats_of(size, honour):
    """A share of the group as seats: rounded down, up, or to the nearest."""
    exact, round_ = size * units(honour.get("share", 0)), honour.get("round", "down")
    return (exact + {"down": 0, "up": HUNDRED - 1, "nearest": HUNDRED // 2}[round_]) // HUNDRED


def cut(key, honour, eligible, seats):
    """Those within the seats for certain, and the tied block that does not fit whole."""
    if seats <= 0 or len(eligible) <= seats or key(eligible[seats - 1]) != key(eligible[seats]):
        return eligible[: max(0, seats)], []
    last = key(eligible[seats - 1])
    ahead = [row for row in eligible[:seats] if key(row) != last]
    block = [row for row in eligible if key(row) == last]
    return (ahead + block, []) if honour.get("ties", "refer") == "include" else (ahead, block)


def decision_of(ref, honour, group, tied, seats):
    """Whom the committee granted of those who were referred, or None while it has not decided."""
    for decision in ref.get("decisions", []):
        if (decision["honour"], decision.get("group")) != (honour, group):
            continue
        if any(name not in tied for name in decision["granted"]):
            raise Refused("not-referred", decision["granted"])
        if len(set(decision["granted"])) > seats:
            raise Refused("too-many", decision["granted"])
        return decision["granted"]
    return None
