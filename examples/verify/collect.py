"""Results of another stage as one raw number (docs/verify.md, 3.6)."""
from fractions import Fraction

from closing import stage_name
from decimals import UNIT, Refused, in_range, mul_div, units, weighted_mean
from figures import NONE, PENDING, SCORED, descend, meets
from scales import step_points


class Part:
    """One result that could be collected, and what became of it."""

    def __init__(self, source):
        self.source = source
        self.outcome, self.value, self.exact, self.weight = PENDING, None, None, 1


def find_stage(scheme, name, own):
    """The track and stage that `stage` (of the own track) or `track.stage` names."""
    track_id, _, stage_id = name.rpartition(".")
    track = next((t for t in scheme["tracks"] if t["id"] == track_id), None) if track_id else own
    stage = next((s for s in track["stages"] if s["id"] == stage_id), None) if track else None
    if stage is None:
        raise Refused("unknown-stage", name)
    return track, stage


def sheet_of(scheme, stage):
    if not isinstance(stage["sheet"], str):
        return stage["sheet"]
    found = next((s for s in scheme.get("sheets", []) if s["id"] == stage["sheet"]), None)
    if found is None:
        raise Refused("unknown-sheet", stage["sheet"])
    return found


def all_criteria(sheet):
    yield from descend(sheet["criteria"])
    yield from descend(sheet.get("adjustments", {}).get("items", []))


def periods_of(stage):
    return [p["id"] for p in stage["periods"]] if "periods" in stage else [None]


def collect(s, criterion, node):
    m = criterion["measure"]
    track, stage = find_stage(s.scheme, m["from"], s.track)
    scale = criterion.get("scale", {})
    shared = scale if scale.get("kind") == "steps" and "ties" in scale else None
    parts = gather(s, m, track, stage, shared)
    for part in parts:
        if part.outcome == PENDING:
            s.miss(criterion, "result", part.source)
    is_lower = not shared and "honour" not in m and is_lower_better(s, stage, m.get("pick", "score"))
    keep_best(parts, m.get("best"), is_lower)
    used = [part for part in parts if part.outcome == "used"]
    take = m.get("take", "mean")
    if take == "streak":
        node.raw = node.xraw = streak(parts, m.get("streak")) * UNIT
    elif used:
        node.raw, node.xraw = reduce(take, used, "weightBy" in m)
    if node.raw is not None:
        in_range(node.raw)
    if any(part.outcome == PENDING for part in parts):
        return PENDING
    return NONE if node.raw is None or len(used) < m.get("atLeast", 1) else SCORED


def gather(s, m, track, stage, shared):
    over, absent, honour = m.get("over", "periods"), m.get("absent"), m.get("honour")
    is_own, pick = over != "members", m.get("pick", "score")
    every = periods_of(stage)
    periods = [s.period] if over != "periods" and s.period is not None and s.period in every else every
    members = [s.entrant["id"]] if is_own else s.entrant.get("members", [])
    if len(set(members)) < len(members):
        raise Refused("member-twice", s.entrant["id"])
    is_counted = honour is not None or (absent is not None and pick == "place")
    parts = []
    for member in members:
        for period in periods:
            part = Part(stage_name(track["id"], stage["id"], period))
            parts.append(part)
            closing = s.prior.get(part.source)
            result = closing and closing.of(member)
            if is_own and result:
                add_bars(s.bars, result["bars"], over == "period")
            if closing is None or not closing.is_closed:
                continue
            if is_counted and (absent is not None or result):
                part.outcome = "used"
            elif result is None:
                part.outcome = "not-entered"
            else:
                part.outcome = "used" if result["status"] == SCORED else result["status"]
            if part.outcome != "used":
                continue
            group = result["group"] if result else s.entrant.get("group") if member == s.entrant["id"] else None
            of_group = "track" if stage.get("rankWithin") == "track" else (group,)
            if honour is not None:
                granted = closing.granted(honour, member)
                if granted is None:
                    part.outcome = PENDING
                    continue
                part.value = UNIT if granted else 0
            else:
                part.value = figure_of(result, pick, closing, of_group, absent)
            part.exact = part.value
            if shared and part.value is not None:
                share_place(part, shared, result, closing, of_group)
            if result and "weightBy" in m:
                part.weight = figure_of(result, m["weightBy"], closing, of_group, None)
            if part.value is None or part.weight is None:
                part.outcome = NONE
    return parts


def figure_of(result, figure, closing, of_group, absent):
    """Whoever is barred counts as last where its place is collected; with `absent`, as one place behind the last."""
    if figure == "place":
        place = result["place"] if result else None
        if place is None:
            place = closing.size(of_group) + (1 if absent is not None else 0)
        return place * UNIT
    number = (result["score"] if figure == "score" else result["figures"].get(figure)) if result else None
    return None if number is None else units(number)


def share_place(part, scale, result, closing, of_group):
    """Those who share a place share, or get the best or the worst of, the points of the places that they take up."""
    place = result["place"] if result else None
    joint = 1 if place is None else closing.sharing(place, of_group)
    taken = [step_points(scale, part.value + i * UNIT) for i in range(joint)]
    if scale["ties"] == "share":
        part.value, part.exact = mul_div(sum(taken), 1, joint), Fraction(sum(taken), joint)
    else:
        part.value = part.exact = max(taken) if scale["ties"] == "best" else min(taken)


def add_bars(bars, found, is_same_period):
    """Bars for the year flow up; into a stage of the same period, those of the stage, too."""
    for bar in found:
        if (bar["level"] == "year" or is_same_period) and bar not in bars:
            bars.append(bar)


def is_lower_better(s, stage, figure):
    if figure in ("place", "events") or figure.endswith(".events"):
        return True
    name = figure.split(".")[0]
    return any(c["id"] == name and c.get("better") == "lower" for c in all_criteria(sheet_of(s.scheme, stage)))


def keep_best(parts, best, is_lower):
    """Keeps the best n, or all but the worst; of equal ones the earlier stays."""
    if best is None:
        return
    ranked = sorted((p for p in parts if p.outcome == "used"), key=lambda p: p.value if is_lower else -p.value)
    most = max(1, len(ranked) - 1) if best == "all-but-1" else best
    for part in ranked[most:]:
        part.outcome = "dropped"


def streak(parts, condition):
    longest = run = 0
    for part in parts:
        run = run + 1 if part.outcome == "used" and condition and meets(part.value, condition) else 0
        longest = max(longest, run)
    return longest


def reduce(take, used, is_weighted):
    if take == "last":
        return used[-1].value, used[-1].exact
    if take == "sum":
        return sum(p.value for p in used), sum(p.exact for p in used)
    weights = [p.weight if is_weighted else 1 for p in used]
    raw = weighted_mean([p.value for p in used], weights)
    if raw is None:
        return None, None
    return raw, sum(p.exact * w for p, w in zip(used, weights)) / Fraction(sum(weights))
