"""What is published of results: rounded scores, joint places, honours with units (docs/verify.md, 10.4)."""
from decimals import plain, round_to, units


def published(score):
    return None if score is None else plain(round_to(units(score), 2))


def honours_of(scheme, result, known):
    track = next(t for t in scheme["tracks"] if t["id"] == result["track"])
    stage = next(s for s in track["stages"] if s["id"] == result["stage"])
    labels = {honour["id"]: zh(honour["label"]) for honour in stage.get("honours", [])}
    by_id = {each["id"]: each for each in result["entrants"]}

    def honoured(name):
        entrant, place, score = known[name], by_id[name]["place"], published(by_id[name]["score"])
        others = (e for e in result["entrants"] if e["id"] != name and e["place"] == place)
        joint = place is not None and any(known[e["id"]].get("group") == entrant.get("group") for e in others)
        more = {key: value for key, value in (("score", score), ("place", place)) if value is not None}
        return {**entrant, **more, "joint": joint}

    return [
        {
            **{key: honour[key] for key in ("honour", "group", "seats")},
            "label": labels[honour["honour"]],
            **{part: [honoured(name) for name in honour[part]] for part in ("granted", "referred", "provisional")},
        }
        for honour in result["honours"]
    ]


def zh(label):
    return label if isinstance(label, str) else label["zh"]
