"""One entrant's sheet: criteria, the base and its normalisation, adjustments, the score (docs/verify.md, 5 and 6)."""
from fractions import Fraction

from closing import stage_name
from collect import all_criteria, collect
from decimals import LARGEST, UNIT, Refused, mul_div, round_to, settle, units
from figures import ABSENT, INVALID, NONE, PENDING, SCORED, Node, descend, judge
from limits import finish, limit
from measures import measure
from panel import judged
from scales import points_for, relative

ROOT = ""


class Sitting:
    """Everything that scoring one entrant reads and leaves behind."""

    def __init__(self, scheme, track, stage, sheet, period, rosters, prior):
        self.scheme, self.track, self.stage, self.sheet = scheme, track, stage, sheet
        self.period, self.rosters, self.prior = period, rosters, prior
        self.is_exact = scheme["language"] >= 2
        self.by_id = {c["id"]: c for c in all_criteria(sheet)}
        self.collect = collect
        self.best = {}

    def seat(self, entrant):
        self.entrant, self.inputs, self.judge = entrant, entrant.get("inputs", {}), None
        self.group = entrant.get("group")
        self.bars, self.missing, self.vetoed, self.faults = [], [], set(), 0
        self.nodes = {name: Node() for name in [ROOT, *self.by_id]}
        self.score = self.status = self.cap = None

    def miss(self, criterion, what, of=None):
        found = {"entrant": self.entrant["id"], "item": criterion["id"], "missing": what}
        if "owner" in criterion:
            found["owner"] = criterion["owner"]
        if of is not None:
            found["of"] = of
        self.missing.append(found)


def evaluate(s):
    """Scores the entrant that is seated: vetoes, base, adjustments, validity, score."""
    sheet = s.sheet
    establish_vetoes(s)
    base_criterion = {"id": "score", "of": sheet["criteria"]}
    if "panel" in s.stage:
        below = [ROOT, *(c["id"] for c in descend(sheet["criteria"]))]
        judged(s, s.stage["panel"], base_criterion, below, False, assess_base)
    else:
        assess_base(s)
    root = s.nodes[ROOT]
    is_counted = any("points" in c for c in sheet["criteria"])
    count_faults(s, sheet["criteria"])
    adjustments, exact_adjustments = adjust(s)
    count_faults(s, sheet.get("adjustments", {}).get("items", []))
    s.status = PENDING if s.missing else SCORED if root.status == SCORED else NONE
    if any(judge(s, c) in ("unmet", "none") for c in sheet.get("validIf", [])):
        s.status = INVALID
    is_zero = any(judge(s, c) == "met" for c in sheet.get("zeroIf", []))
    score = 0 if is_zero else max(0, root.value + adjustments) if is_counted else None
    if score is not None and score > LARGEST:
        raise Refused("out-of-range", "the score is too large")
    s.score = score if s.status == SCORED else None
    s.unsettled = {name: (node.raw, node.xraw) for name, node in s.nodes.items() if node.status == SCORED}
    if s.is_exact:
        for name, criterion in s.by_id.items():
            settle_node(s.nodes[name], criterion.get("decimals", 2))
        if is_counted and not is_zero and s.score is not None:
            s.score = settle(s.score, max(0, root.xvalue + exact_adjustments), 2)
    s.cap = cap_of(s)
    # A suspended project owes no check.
    if s.status == INVALID:
        s.missing = []


def settle_node(node, places):
    if node.status != SCORED:
        return
    if node.value is not None:
        node.value = settle(node.value, node.xvalue, places)
    if node.raw is not None and node.xraw is not None:
        node.raw = settle(node.raw, node.xraw, places)


def establish_vetoes(s):
    known = {v["id"]: v for v in s.sheet.get("vetoes", [])}
    for given in s.entrant.get("vetoes", []):
        name = given if isinstance(given, str) else given["id"]
        if name not in known:
            raise Refused("unknown-veto", name)
        s.faults += UNIT
        if name not in s.vetoed and "bars" in known[name]:
            at = stage_name(s.track["id"], s.stage["id"], s.period)
            s.bars.append({"cause": name, "level": known[name]["bars"], "at": at})
        s.vetoed.add(name)


def count_faults(s, criteria):
    for criterion in descend(criteria):
        node = s.nodes[criterion["id"]]
        if criterion.get("measure", {}).get("kind") == "events" and node.status == SCORED:
            s.faults += node.faults


def cap_of(s):
    """The position, from the highest band, of the band that the entrant may get at most; 0: any."""
    order = [b["id"] for b in sorted(s.sheet.get("bands", []), key=lambda b: -units(b["from"]))]
    held = [
        order.index(cap["band"])
        for cap in s.sheet.get("caps", [])
        if cap.get("veto") in s.vetoed or any(judge(s, c, True) == "met" for c in cap.get("if", []))
    ]
    return max(held, default=0)


def assess_base(s):
    root, out_of = s.nodes[ROOT], units(s.sheet.get("outOf", 100))
    add_up(s, s.sheet["criteria"], root, False)
    required = (c for c in descend(s.sheet["criteria"]) if c.get("required"))
    if any(s.nodes[c["id"]].status == NONE for c in required) and root.status != PENDING:
        root.status = NONE
    if root.max != 0:
        if root.max != out_of:
            root.value = mul_div(out_of, root.value, root.max)
        root.xvalue = Fraction(out_of) * root.xvalue / root.xmax
    root.max = root.xmax = out_of


def adjust(s):
    block = s.sheet.get("adjustments")
    if block is None:
        return 0, 0
    total = exact = 0
    for item in block["items"]:
        assess(s, item, True)
        node = s.nodes[item["id"]]
        if node.status != SCORED or "points" not in item:
            continue
        if any(judge(s, c) == "met" for c in item.get("voidIf", [])):
            node.value = node.xvalue = 0
        total, exact = total + node.value, exact + node.xvalue
    least, most = (units(block[k]) if k in block else None for k in ("min", "max"))
    return limit(total, least, most), limit(exact, least, most)


def add_up(s, children, node, is_adjustment):
    """The children into their parent's node; without counted children, figures decide its status."""
    is_figures_only = all("points" not in c for c in children)
    is_pending = is_scored = is_present = False
    node.value = node.max = node.xvalue = node.xmax = node.events = node.faults = 0
    node.raw = node.plan = node.xraw = None
    for child in children:
        assess(s, child, is_adjustment)
        own, is_counted = s.nodes[child["id"]], "points" in child
        if own.status == ABSENT:
            continue
        is_present = True
        is_pending |= own.status == PENDING
        is_scored |= own.status == SCORED and (is_counted or is_figures_only)
        node.events += own.events or 0
        node.faults += own.faults or 0
        if not is_counted or own.status == NONE:
            continue
        node.max, node.xmax = node.max + own.max, node.xmax + own.xmax
        if own.status == SCORED:
            node.value, node.xvalue = node.value + own.value, node.xvalue + own.xvalue
    node.status = PENDING if is_pending else SCORED if is_scored else NONE if is_present else ABSENT


def assess(s, criterion, is_adjustment):
    """One criterion: applicability → measure and scale, or the sum of its children → panel → limits."""
    below = [c["id"] for c in descend([criterion])]
    if "only" in criterion and s.group not in criterion["only"]:
        for name in below:
            s.nodes[name].status = ABSENT
        return
    points_by = criterion.get("pointsBy", {})
    own = {**criterion, "points": points_by[s.group]} if s.group in points_by else criterion
    assess_own = assess_leaf if "measure" in own else assess_branch
    if "panel" in own:
        judged(s, own["panel"], own, below, is_adjustment, lambda s: assess_own(s, own, is_adjustment))
    else:
        assess_own(s, own, is_adjustment)
    node = s.nodes[criterion["id"]]
    if node.status == SCORED:
        finish(s, own, node)


def assess_leaf(s, criterion, is_adjustment):
    node = s.nodes[criterion["id"]] = Node()
    node.status = measure(s, criterion, node, is_adjustment)
    node.max = node.xmax = 0 if node.status == NONE else units(criterion.get("points", 0))
    if node.status != SCORED:
        return
    exact = node.raw if node.xraw is None else node.xraw
    if criterion.get("scale", {}).get("kind") == "relative":
        best, exact_best = s.best.get(criterion["id"], (None, None))
        if best is not None:
            node.value = round_to(relative(criterion, node.raw, best), 4)
            node.xvalue = relative(criterion, exact, exact_best)
    else:
        node.value, node.xvalue = points_for(criterion, node.raw, exact)


def assess_branch(s, criterion, is_adjustment):
    node = s.nodes[criterion["id"]]
    add_up(s, criterion["of"], node, is_adjustment)
    if "points" not in criterion:
        return
    points, out_of = units(criterion["points"]), units(criterion.get("outOf", criterion["points"]))
    if criterion.get("normalise") == "own" and node.max > 0:
        node.value, node.xvalue = mul_div(points, node.value, node.max), Fraction(points) * node.xvalue / node.xmax
        node.max = node.xmax = points
    elif out_of != points:
        node.value, node.max = mul_div(points, node.value, out_of), mul_div(points, node.max, out_of)
        node.xvalue, node.xmax = Fraction(points) * node.xvalue / out_of, Fraction(points) * node.xmax / out_of
