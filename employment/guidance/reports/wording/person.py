"""Sentences about the person and what proves their strengths."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from employment.guidance.reports.wording.words import (
    Sayer,
    Values,
    degree,
    kind,
    level,
    listed,
    name,
    pay,
    share,
    study,
)


def who_study(v: Values) -> str:
    home = v["university"]
    if v["college"]:
        home = pgettext("place of study", "%(university)s %(college)s") % v
    words = {
        "home": home,
        "major": name(v["major"]),
        "degree": degree(v["degree"]),
        "cohort": v["cohort"],
    }
    if v["major"] and v["degree"] and v["cohort"]:
        text = _("You study %(major)s (%(degree)s) at %(home)s and graduate in %(cohort)s.")
    elif v["major"] and v["cohort"]:
        text = _("You study %(major)s at %(home)s and graduate in %(cohort)s.")
    elif v["major"]:
        text = _("You study %(major)s at %(home)s; when you graduate is not known.")
    elif v["cohort"]:
        text = _("You are at %(home)s and graduate in %(cohort)s; your major is not known.")
    else:
        text = _("You are at %(home)s; your major and graduation year are not known.")
    return text % words


def who_wish(v: Values) -> str:
    words = {
        "titles": listed(v["titles"]),
        "regions": listed(v["regions"]),
        "pay": pay(v["pay"]) if v["pay"] else "",
    }
    parts = []
    if v["titles"]:
        parts.append(_("you want to work as %(titles)s") % words)
    if v["regions"]:
        parts.append(_("preferably in %(regions)s") % words)
    if v["pay"]:
        parts.append(_("for at least %(pay)s yuan a month") % words)
    text = pgettext("clauses", ", ").join(parts)
    return pgettext("sentence", "%(text)s.") % {"text": text[:1].upper() + text[1:]}


def who_study_on(v: Values) -> str:
    return _("You also plan to go on: %(path)s.") % {"path": study(v["path"])}


def who_record(v: Values) -> str:
    return (
        _(
            "Your profile is %(percent)s%% filled in: skills %(skills)s, of them proven "
            "%(proven)s; experiences %(records)s."
        )
        % v
    )


def who_short(v: Values) -> str:
    return _(
        "Only %(percent)s%% of your profile is filled in. So this report is short: it says nothing "
        "it does not know. Below is what to fill in."
    ) % {"percent": v["percent"]}


def who_scales(v: Values) -> str:
    return _("%(assessment)s: highest is %(top)s; lowest is %(low)s.") % {
        "assessment": name(v["assessment"]),
        "top": pgettext("list", ", ").join(_scored(one) for one in v["top"]),
        "low": _scored(v["low"]),
    }


def _scored(scale: Values) -> str:
    return pgettext("scale and score", "%(name)s %(score)s") % {
        "name": name(scale["name"]),
        "score": share(scale["score"]),
    }


def who_flat(v: Values) -> str:
    return _(
        "%(assessment)s: your answers lie close together (between %(low)s and %(high)s), so "
        "nothing stands out."
    ) % {
        "assessment": name(v["assessment"]),
        "low": share(v["low"]["score"]),
        "high": share(v["top"][0]["score"]),
    }


def who_flagged(v: Values) -> str:
    return _("%(assessment)s: the answers may not be reliable, so nothing is read from them.") % {
        "assessment": name(v["assessment"])
    }


def skill_asked(v: Values) -> str:
    words = {**v, "name": name(v["name"]), "level": level(v["level"])}
    return (
        _("%(name)s (%(level)s), with proof: %(asked)s of your %(n)s matched postings ask for it.")
        % words
    )


def skill(v: Values) -> str:
    words = {"name": name(v["name"]), "level": level(v["level"])}
    return _("%(name)s (%(level)s), with proof; none of your matched postings asks for it.") % words


def record(v: Values) -> str:
    words = {
        "kind": kind(v["kind"]),
        "title": v["title"],
        "organisation": v["organisation"],
        "months": v["months"],
        "skills": listed(v["skills"]),
    }
    if v["organisation"] and v["months"]:
        return (
            _("%(kind)s “%(title)s” at %(organisation)s, %(months)s months, shows %(skills)s.")
            % words
        )
    if v["organisation"]:
        return _("%(kind)s “%(title)s” at %(organisation)s shows %(skills)s.") % words
    return _("%(kind)s “%(title)s” shows %(skills)s.") % words


def major(v: Values) -> str:
    return _(
        "Your major is accepted by %(met)s of the %(asked)s matched postings that name majors."
    ) % {"met": v["met"], "asked": v["asked"]}


def paper(v: Values) -> str:
    words = {**v, "name": f"{v['name']} {v['score']}".strip()}
    return _("%(name)s: %(asked)s of your %(n)s matched postings ask for it.") % words


def grades(v: Values) -> str:
    courses = pgettext("list", ", ").join(f"{c['course']} {c['score']:g}" for c in v["courses"])
    return _("Your best courses: %(courses)s.") % {"courses": courses}


def scale(v: Values) -> str:
    words = {"name": name(v["name"]), "score": share(v["score"])}
    return _("%(name)s: %(score)s of the scale in your own answers.") % words


SAYERS: dict[str, Sayer] = {
    "who.study": who_study,
    "who.wish": who_wish,
    "who.study_on": who_study_on,
    "who.record": who_record,
    "who.short": who_short,
    "who.scales": who_scales,
    "who.flat": who_flat,
    "who.flagged": who_flagged,
    "strength.skill.asked": skill_asked,
    "strength.skill": skill,
    "strength.record": record,
    "strength.major": major,
    "strength.paper": paper,
    "strength.grades": grades,
    "strength.scale": scale,
}
