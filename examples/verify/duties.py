"""Every closed year of an alliance's duty anew (docs/verify.md, 10.5)."""
import unicodedata


def recompute_duties(archive, report):
    outputs, owing = {}, {}
    for fact in sorted(archive.of("studio-alliances"), key=lambda fact: fact.at):
        data = fact.data
        if fact.type == "alliance-approved":
            owing[data["alliance"]] = (data.get("duty") or {"minimum": 1, "aim": 2, "foundingYear": "full"}, data["since"])
        elif fact.type in ("output-logged", "output-amended"):
            own = {"alliance": data["alliance"], "title": data["title"], "year": int(data["adoptedOn"][:4])}
            outputs[data["output"]] = {**own, "counts": "wonElsewhere" not in data, "accepted": False}
        elif fact.type == "output-accepted":
            outputs[data["output"]].update(year=data["year"], counts=data["counts"], accepted=True)
        elif fact.type in ("output-rejected", "output-withdrawn"):
            outputs[data["output"]]["accepted"] = False
        elif fact.type == "output-award-noted":
            outputs[data["output"]]["counts"] = False
        elif fact.type in ("duty-year-closed", "duty-year-corrected"):
            keys = ("outputs", "minimum", "aim", "counted", "status")
            found = duty_of(outputs, owing[data["alliance"]], data["alliance"], data["year"])
            report.compare("duties", fact, {key: data.get(key) for key in keys}, found)


def duty_of(outputs, owing, alliance, year):
    own = {name: o for name, o in outputs.items() if o["alliance"] == alliance and o["year"] == year}
    counting = {name: o for name, o in own.items() if o["accepted"] and o["counts"]}
    titles = {"".join(unicodedata.normalize("NFKC", o["title"]).split()).lower() for o in counting.values()}
    duty, since = owing
    is_shared = duty["foundingYear"] == "pro-rata" and int(since[:4]) == year
    months = 13 - int(since[5:7]) if is_shared else 12
    minimum, aim = ((duty[key] * months + 6) // 12 for key in ("minimum", "aim"))
    count = len(titles)
    status = "met" if count >= minimum else "behind"
    if count > aim:
        status = "exceeded"
    elif minimum == 0 and count == 0:
        status = "not-due"
    return {"outputs": count, "minimum": minimum, "aim": aim, "counted": sorted(counting), "status": status}
