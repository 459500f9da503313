"""Figures and conditions: references to one number of a sheet (docs/verify.md, 5)."""
from decimals import Refused, round_to, units

SCORED, NONE, PENDING, INVALID, ABSENT = "scored", "not-assessable", "pending", "invalid", "absent"


class Node:
    """What one criterion came to: numbers of four places, and (`x…`) the same without rounding. None: no number."""

    __slots__ = ("status", "value", "max", "raw", "plan", "events", "faults", "xvalue", "xmax", "xraw")

    def __init__(self):
        self.status = NONE
        self.value = self.max = self.events = self.faults = 0
        self.xvalue = self.xmax = 0
        self.raw = self.plan = self.xraw = None

    def copy(self):
        other = Node()
        for name in Node.__slots__:
            setattr(other, name, getattr(self, name))
        return other


def descend(criteria):
    """The criteria and all below them, depth first, in the order written."""
    for criterion in criteria:
        yield criterion
        yield from descend(criterion.get("of", []))


def split(figure):
    name, _, part = figure.partition(".")
    return name, part or "value"


def node_of(sitting, figure):
    name, part = split(figure)
    if name not in sitting.by_id:
        raise Refused("unknown-figure", figure)
    return sitting.nodes[name], part


def read(sitting, figure):
    """A count of 1/10000, or None where the figure has no value."""
    if figure == "score":
        return sitting.score
    if figure == "events":
        return sitting.faults
    node, part = node_of(sitting, figure)
    return getattr(node, part) if node.status == SCORED else None


def read_exactly(sitting, figure):
    if figure not in ("score", "events"):
        node, part = node_of(sitting, figure)
        exact = {"value": node.xvalue, "raw": node.xraw}.get(part)
        if exact is not None:
            return exact
    return read(sitting, figure)


def status_of(sitting, figure):
    if figure == "score":
        return sitting.status
    if figure == "events":
        return SCORED
    status = node_of(sitting, figure)[0].status
    return NONE if status == ABSENT else status


def places_of(sitting, figure):
    """The decimal places that it is published with."""
    return 2 if figure in ("score", "events") else sitting.by_id[split(figure)[0]].get("decimals", 2)


def is_lower_better(sitting, figure):
    if figure == "score":
        return False
    if figure == "events" or figure.endswith(".events"):
        return True
    return sitting.by_id[split(figure)[0]].get("better") == "lower"


def judge(sitting, condition, published=False):
    """met, unmet, none (the figure has no value) or pending."""
    figure = condition["figure"]
    value = read(sitting, figure)
    if value is None:
        return "pending" if status_of(sitting, figure) == PENDING else "none"
    if published:
        value = round_to(value, places_of(sitting, figure))
    return "met" if meets(value, condition) else "unmet"


def meets(value, condition):
    if "atLeast" in condition:
        return value >= units(condition["atLeast"])
    return value < units(condition["below"])
