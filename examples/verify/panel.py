"""Judges' points, reduced to one number per node (docs/verify.md, 5.4)."""
from fractions import Fraction

from decimals import Refused, mul_div
from figures import ABSENT, NONE, PENDING, SCORED, Node
from measures import is_due


def code_units(text):
    """The order in which ids are listed: by UTF-16 code units."""
    return text.encode("utf-16-be")


def judged(s, panel, criterion, below, is_adjustment, assess):
    """Runs `assess` once per judge with that judge's entries, and reduces every node of `below`, the panel's own first."""
    name = panel.get("id", "panel")
    marks = s.entrant.get("judges", {}).get(name, {})
    kept = 2 * panel.get("drop", 1) + 1 if panel.get("reduce") == "trimmed" else 1
    needed = max(panel.get("atLeast", 1), kept)
    is_idle = not marks and not is_due(s, criterion, is_adjustment)
    own, sheets, is_waiting = s.inputs, [], False
    for judge in [] if is_idle else roster_of(s, name, marks):
        if judge not in marks:
            s.miss(criterion, "mark", judge)
            is_waiting = True
        elif marks[judge] != "recused":
            s.inputs, s.judge = marks[judge], judge
            assess(s)
            sheets.append({i: s.nodes[i].copy() for i in below})
    s.inputs, s.judge = own, None
    for i in below:
        s.nodes[i] = reduce_node(panel, needed, [sheet[i] for sheet in sheets])
    given = sum(sheet[below[0]].status != NONE for sheet in sheets)
    if not is_waiting and given < needed and not (is_idle or (sheets and given == 0)):
        s.miss(criterion, "judges")
        is_waiting = True
    if is_waiting:
        s.nodes[below[0]].status = PENDING
    elif is_idle:
        s.nodes[below[0]].status = NONE


def roster_of(s, name, marks):
    locked = s.rosters.get(name)
    if locked is None:
        return sorted(marks, key=code_units)
    if any(judge not in locked for judge in marks):
        raise Refused("outside-panel", sorted(marks))
    return sorted(set(locked), key=code_units)


def reduce_node(panel, needed, found):
    """Too few marks to drop from leave a lower node without a number."""
    node, scored = Node(), [n for n in found if n.status == SCORED]
    if any(n.status == PENDING for n in found):
        node.status = PENDING
    elif len(scored) >= needed:
        node.status = SCORED
    else:
        node.status = ABSENT if found and found[0].status == ABSENT else NONE
    if node.status != SCORED:
        return node
    for column in ("value", "max", "raw", "plan", "events", "faults"):
        kept = middle(panel, [getattr(n, column) for n in scored])
        setattr(node, column, None if kept is None else mul_div(sum(kept), 1, len(kept)))
    for column in ("value", "max", "raw"):
        exact = [getattr(n, "x" + column) for n in scored]
        exact = [getattr(n, column) if x is None else x for n, x in zip(scored, exact)]
        kept = middle(panel, exact)
        setattr(node, "x" + column, None if kept is None else Fraction(sum(kept)) / len(kept))
    return node


def middle(panel, marks):
    """The marks that are averaged; None where there is none, or one of them is no number."""
    if any(mark is None for mark in marks):
        return None
    marks, how = sorted(marks), panel.get("reduce", "mean")
    if how == "trimmed":
        drop = panel.get("drop", 1)
        marks = marks[drop : len(marks) - drop]
    elif how == "median":
        marks = marks[(len(marks) - 1) // 2 : len(marks) // 2 + 1]
    return marks or None
