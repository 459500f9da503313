"""What a check is scored by, folded from what people entered (docs/verify.md, 10.2)."""
from archive import derived_id
from canonical import text_of


class Entered:
    def __init__(self):
        self.plan, self.verified, self.voided, self.carried, self.sheets, self.vetoes = {}, {}, set(), {}, {}, []

    def apply(self, fact):
        data = fact.data
        if fact.type == "check-made":
            self.criteria, self.departments, self.check = data["criteria"], data["departments"], data["check"]
            self.days, self.group = data["siteDays"], data["entrant"].get("group")
        elif fact.type == "entry-facts-noted":
            self.days, self.group = data["siteDays"], data.get("group")
        elif fact.type == "plan-set":
            self.plan = data["items"]
            for criterion in data.get("voids", []):
                self.voided.add(criterion)
                self.carried.pop(criterion, None)
        elif fact.type == "progress-verified":
            for criterion, item in data["items"].items():
                self.verified[criterion] = {**item, "by": data["by"], "at": data["at"]}
                self.voided.discard(criterion)
                self.carried.pop(criterion, None)
        elif fact.type == "sheet-saved":
            self.sheets[data["department"]] = (False, data["marks"])
        elif fact.type in ("sheet-submitted", "sheet-returned"):
            marks = self.sheets.get(data["department"], (False, {}))[1]
            self.sheets[data["department"]] = (fact.type == "sheet-submitted", marks)
        elif fact.type == "veto-raised":
            veto = {key: data[key] for key in ("by", "at", "evidence")}
            self.vetoes.append((data["veto"], {"id": data["kind"], **veto}))
        elif fact.type == "veto-lifted":
            self.vetoes = [veto for veto in self.vetoes if veto[0] != data["veto"]]

    def submitted(self):
        return {i: mark for is_submitted, marks in self.sheets.values() if is_submitted for i, mark in marks.items()}

    def inputs(self):
        inputs = self.submitted()
        for criterion in self.criteria:
            if criterion["from"] == "site-days":
                inputs[criterion["id"]] = self.days
            mark = self.work(criterion["id"]) if criterion["from"] == "work" else None
            if mark is not None:
                inputs[criterion["id"]] = mark
        return inputs

    def standing(self):
        return [veto for _, veto in self.vetoes]

    def work(self, criterion):
        """The mark that plan and verified work come to; None while something is missing."""
        if criterion in self.carried:
            return self.carried[criterion]
        if criterion not in self.plan:
            return None
        planned, found = self.plan[criterion], None if criterion in self.voided else self.verified.get(criterion)
        source = {key: found[key] for key in ("by", "at")} if found else {}
        if "parts" not in planned:
            if planned["plan"] == 0:
                return {"plan": 0, "done": 0, "accepted": 0, **source}
            if found is None or "parts" in found:
                return None
            return {"plan": planned["plan"], "done": found["done"], "accepted": found["accepted"], **source}
        parts = {part["id"]: part for part in (found or {}).get("parts", [])}
        if any(part["plan"] > 0 and part["id"] not in parts for part in planned["parts"]):
            return None
        none = {"done": 0, "accepted": 0}
        return {
            "parts": [
                {"weight": part["weight"], "plan": part["plan"]}
                | {key: parts.get(part["id"], none)[key] for key in ("done", "accepted")}
                for part in planned["parts"]
            ],
            **source,
        }

    def reopen(self, sealed):
        """A sealed result that opens again gives back what corrections changed in it."""
        inputs, before = sealed["inputs"], self.submitted()
        for department in self.departments:
            own = [c["id"] for c in self.criteria if c["from"] == "sheet" and c["owner"] == department["id"]]
            marks, was = ({i: marks[i] for i in own if i in marks} for marks in (inputs, before))
            if text_of(marks) != text_of(was):
                self.sheets[department["id"]] = (True, marks)
        for criterion in self.criteria:
            i = criterion["id"]
            if criterion["from"] == "work" and i in inputs and text_of(inputs[i]) != text_of(self.work(i)):
                self.carried[i] = inputs[i]
        known, self.vetoes = {veto["id"]: (name, veto) for name, veto in reversed(self.vetoes)}, []
        for veto in sealed["vetoes"]:
            own = known.get(veto["id"])
            if own is None or own[1] != veto:
                own = (derived_id("veto", self.check, veto["id"], sealed["revision"]), veto)
            self.vetoes.append(own)
