"""One stage: admission, scores, places (docs/verify.md, 7). The result is plain data that later stages read."""
from closing import index_prior, stage_name
from collect import all_criteria, find_stage, periods_of, sheet_of
from decimals import Refused, plain, round_to, units
from figures import INVALID, SCORED, descend, is_lower_better, judge, places_of, read
from honours import grant_all
from panel import code_units
from sheet import Sitting, evaluate


def evaluate_stage(scheme, ref, entrants, prior=()):
    track = next((t for t in scheme["tracks"] if t["id"] == ref["track"]), None)
    stage = next((s for s in track["stages"] if s["id"] == ref["stage"]), None) if track else None
    if stage is None:
        raise Refused("unknown-stage", f"{ref['track']}.{ref['stage']}")
    sheet, period = sheet_of(scheme, stage), ref.get("period")
    if period not in periods_of(stage):
        raise Refused("unknown-period", period)
    s = Sitting(scheme, track, stage, sheet, period, rosters_of(ref, stage, sheet), index_prior(prior))
    admit = admission(s)
    bests = find_bests(s, entrants, admit)
    rows, seen = [], set()
    for entrant in entrants:
        if entrant["id"] in seen:
            raise Refused("twice", entrant["id"])
        seen.add(entrant["id"])
        seat(s, entrant)
        s.best = bests.get(rank_group(s), {})
        admit(s)
        evaluate(s)
        rows.append(row_of(s))
    parts = rank(rows, stage, track)
    pending = [m for row in rows for m in row["missing"]]
    honours = grant_all(stage, ref, parts, bool(pending))
    return {
        "track": ref["track"],
        "stage": ref["stage"],
        "period": period,
        "entrants": [row["result"] for part in parts for row in part["placed"] + part["unplaced"]],
        "honours": honours,
        "pending": sorted(pending, key=lambda m: code_units(m["entrant"])),
    }


def evaluate_season(scheme, season):
    """Stages in order, each fed by the results before it."""
    results = []
    for each in season["stages"]:
        results.append(evaluate_stage(scheme, each, each["entrants"], results))
    return results


def seat(s, entrant):
    group = entrant.get("group")
    if group is not None and all(g["id"] != group for g in s.track.get("groups", [])):
        raise Refused("unknown-group", group)
    s.seat(entrant)


def rank_group(s):
    return "track" if s.stage.get("rankWithin") == "track" else s.group


def rosters_of(ref, stage, sheet):
    """A plain roster serves every panel of the stage."""
    panel = ref.get("panel")
    if not isinstance(panel, list):
        return panel or {}
    panels = [each["panel"] for each in [stage, *all_criteria(sheet)] if "panel" in each]
    return {p.get("id", "panel"): panel for p in panels}


def admission(s):
    """Whoever was not honoured by the stage before is listed, barred and not placed; pending while that is open."""
    admits = s.stage.get("admits")
    if admits is None:
        return lambda s: None
    track, source = find_stage(s.scheme, admits["from"], s.track)
    names = [stage_name(track["id"], source["id"], period) for period in periods_of(source)]
    closings = [s.prior.get(name) for name in names]
    honours = [h for c in closings if c for h in c.result["honours"] if h["honour"] in admits["honours"]]
    granted = {i for h in honours for i in h["granted"]}
    undecided = {i for h in honours for i in h["referred"] + h["provisional"]}

    def admit(s):
        name = s.entrant["id"]
        if name in granted:
            return
        for source_name, closing in zip(names, closings):
            if closing is None or not closing.is_closed or name in undecided:
                s.missing.append({"entrant": name, "item": "admission", "missing": "admission", "of": source_name})
                return
        s.bars.append({"cause": "admission", "level": "stage", "at": stage_name(s.track["id"], s.stage["id"], s.period)})

    return admit


def find_bests(s, entrants, admit):
    """By ranking group: the best raw number of everybody who can be placed, where a scale is relative to it."""
    names = [i for i, c in s.by_id.items() if c.get("scale", {}).get("kind") == "relative"]
    found = {}
    for entrant in entrants if names else []:
        seat(s, entrant)
        admit(s)
        evaluate(s)
        if s.status == INVALID or s.bars:
            continue
        bests = found.setdefault(rank_group(s), {})
        for name in names:
            raw, exact = s.unsettled.get(name, (None, None))
            if raw is None:
                continue
            exact = raw if exact is None else exact
            pick = min if s.by_id[name].get("better") == "lower" else max
            best, exact_best = bests.get(name, (raw, exact))
            bests[name] = (pick(raw, best), pick(exact, exact_best))
    return found


def row_of(s):
    """What is kept of an entrant: its result, its rank keys, and whether it meets what honours require of its sheet."""
    shown = None if s.score is None else round_to(s.score, 2)
    bands = sorted(s.sheet.get("bands", []), key=lambda b: -units(b["from"]))[s.cap :]
    band = None if shown is None else next((b["id"] for b in bands if units(b["from"]) <= shown), None)
    result = {
        "id": s.entrant["id"],
        "group": s.group,
        "status": s.status,
        "score": None if s.score is None else plain(s.score),
        "place": None,
        "band": band,
        "bars": s.bars,
        "figures": figures_of(s),
    }
    alerts = [
        name
        for name, c in s.by_id.items()
        if "alertBelow" in c and s.nodes[name].status == SCORED and s.nodes[name].raw is not None
        and s.nodes[name].raw < units(c["alertBelow"])
    ]
    if alerts:
        result["alerts"] = alerts
    honours = s.stage.get("honours", [])
    return {
        "result": result,
        "missing": s.missing,
        "keys": keys_of(s, s.stage.get("rankBy", ["score"])),
        "own": [keys_of(s, h["rankBy"]) if "rankBy" in h else None for h in honours],
        "meets": [
            all(judge(s, c, True) == "met" for c in h.get("require", []) if c["figure"] != "place") for h in honours
        ],
    }


def keys_of(s, figures):
    """At published precision, turned so that smaller is better; no value ranks last."""
    keys = []
    for figure in figures:
        value = read(s, figure)
        if value is None:
            keys.append((1, 0))
            continue
        key = round_to(value, places_of(s, figure))
        keys.append((0, key if is_lower_better(s, figure) else -key))
    return keys


def figures_of(s):
    """Every figure that has a value: of criteria, of adjustments, and `events`."""
    names = []
    for name, c in s.by_id.items():
        kinds = {d.get("measure", {}).get("kind") for d in descend([c])}
        own = c.get("measure", {}).get("kind")
        names.append(name)
        names += [f"{name}.raw"] if own else []
        names += [f"{name}.plan"] if own == "ratio" else []
        names += [f"{name}.events"] if "events" in kinds else []
    values = {name: read(s, name) for name in [*names, "events"]}
    return {name: plain(value) for name, value in values.items() if value is not None}


def rank(rows, stage, track):
    """1224 places within each group; equal keys share a place and are listed by id; the unplaced last."""
    order = [None, *(g["id"] for g in track.get("groups", []))]
    parts = {}
    for row in rows:
        group = None if stage.get("rankWithin") == "track" else row["result"]["group"]
        parts.setdefault(group, {"group": group, "placed": [], "unplaced": []})
        is_placed = row["result"]["status"] == SCORED and not row["result"]["bars"]
        parts[group]["placed" if is_placed else "unplaced"].append(row)
    for part in parts.values():
        part["unplaced"].sort(key=lambda row: code_units(row["result"]["id"]))
        part["placed"].sort(key=lambda row: (row["keys"], code_units(row["result"]["id"])))
        for at, row in enumerate(part["placed"]):
            before = part["placed"][at - 1] if at > 0 else None
            is_joint = before is not None and before["keys"] == row["keys"]
            row["result"]["place"] = before["result"]["place"] if is_joint else at + 1
    return [parts[group] for group in order if group in parts]
