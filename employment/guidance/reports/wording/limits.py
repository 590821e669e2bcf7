"""Sentences about what is not known, and where the report comes from."""

from django.utils.translation import gettext as _

from employment.guidance.reports.wording.outlook import part_label
from employment.guidance.reports.wording.words import Sayer, Values, day, month, name, share


def fill(part: str) -> Sayer:
    def say(_values: Values) -> str:
        return gains()[part] % {"part": part_label(part)}

    return say


def gains() -> dict[str, str]:
    """What is missing, and what it would change."""
    return {
        "basics": _("Missing: %(part)s. They decide which postings you are eligible for."),
        "intention": _("Missing: %(part)s. It decides which occupations you are compared with."),
        "regions": _("Missing: %(part)s. They decide which market is shown."),
        "skills": _("Missing: %(part)s. Strengths and gaps are read from them."),
        "evidence": _("Missing: %(part)s. Only a proven skill counts as a strength."),
        "experience": _("Missing: %(part)s. They prove skills and show your way so far."),
        "certificates": _("Missing: %(part)s. They answer the most common open requirements."),
    }


def part(kind: str) -> Sayer:
    def say(v: Values) -> str:
        return parts()[kind] % {"occupation": name(v["occupation"]), "maximum": v["maximum"]}

    return say


def parts() -> dict[str, str]:
    return {
        "interest": _(
            "Your interests are not known; they would move the fit to %(occupation)s by up to "
            "%(maximum)s points."
        ),
        "skills": _(
            "Which skills %(occupation)s needs of you is not known; it is worth up to %(maximum)s "
            "points."
        ),
        "major": _("How your major fits %(occupation)s is open: up to %(maximum)s points."),
        "region": _(
            "Fewer than five postings for %(occupation)s are known where you want to work, or no "
            "place is named: up to %(maximum)s points are open."
        ),
        "trajectory": _(
            "No experience is described, so your way towards %(occupation)s is open: up to "
            "%(maximum)s points."
        ),
    }


def agree(_values: Values) -> str:
    return _(
        "Assessments and grades are not used, because you have not agreed to it. With them the "
        "report would say more about interests and learning."
    )


def matching(_values: Values) -> str:
    return _(
        "You have not agreed to matching, so nothing here is compared with postings of your own "
        "list."
    )


def flagged(v: Values) -> str:
    return _("%(assessment)s was answered in a way that may mislead. Taking it again helps.") % {
        "assessment": name(v["assessment"])
    }


def old(v: Values) -> str:
    return _("Your profile was last changed on %(day)s, %(days)s days ago.") % {
        "day": day(v["on"]),
        "days": v["days"],
    }


def few(v: Values) -> str:
    return _("Only %(n)s postings stand behind the market of %(name)s: read it as a hint.") % {
        "n": v["n"],
        "name": name(v["name"]),
    }


def none(v: Values) -> str:
    return _("Fewer than five postings name %(name)s: nothing is said about its market.") % {
        "name": name(v["name"])
    }


def coverage(v: Values) -> str:
    return _(
        "On average %(coverage)s of what your %(n)s matched postings ask could be compared; the "
        "rest is unknown and neither helps nor harms."
    ) % {"coverage": share(v["coverage"]), "n": v["n"]}


def sample(v: Values) -> str:
    return _(
        "The market figures count %(n)s postings on this platform, which is not the whole labour "
        "market."
    ) % {"n": v["n"]}


def source_profile(v: Values) -> str:
    return _("Your profile of %(day)s, %(percent)s%% filled in.") % {
        "day": day(v["on"]),
        "percent": v["percent"],
    }


def source_matches(v: Values) -> str:
    encoder, _bar, weights = v["engine"].partition("|")
    words = {"n": v["n"], "day": day(v["on"]), "engine": encoder.partition("@")[0]}
    return _("%(n)s matches computed on %(day)s (engine %(engine)s, weights %(weights)s).") % {
        **words,
        "weights": weights,
    }


def source_market(v: Values) -> str:
    return _("Postings published from %(start)s to %(end)s, n = %(n)s for your major.") % {
        "start": month(v["start"]),
        "end": month(v["end"]),
        "n": v["n"],
    }


def source_result(v: Values) -> str:
    return _("%(assessment)s, taken on %(day)s; your own answers, not for selection.") % {
        "assessment": name(v["assessment"]),
        "day": day(v["on"]),
    }


def source_grades(v: Values) -> str:
    return _("%(n)s grades reported by the university.") % {"n": v["n"]}


PARTS = ("interest", "skills", "major", "region", "trajectory")
FILLED = ("basics", "intention", "regions", "skills", "evidence", "experience", "certificates")

SAYERS: dict[str, Sayer] = {
    **{f"unknown.fill.{code}": fill(code) for code in FILLED},
    **{f"unknown.part.{code}": part(code) for code in PARTS},
    "unknown.agree": agree,
    "unknown.matching": matching,
    "unknown.flagged": flagged,
    "unknown.old": old,
    "unknown.few": few,
    "unknown.none": none,
    "unknown.coverage": coverage,
    "unknown.sample": sample,
    "source.profile": source_profile,
    "source.matches": source_matches,
    "source.market": source_market,
    "source.result": source_result,
    "source.grades": source_grades,
}
