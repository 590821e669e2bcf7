"""Sentences about targets, steps and the market."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from employment.guidance.pathways.enums import FitPart
from employment.guidance.reports.wording.words import (
    Sayer,
    Values,
    day,
    month,
    name,
    pay,
    share,
    study,
)
from employment.matches.enums import Band


def fit(v: Values) -> str:
    where = name(v["region"])
    words = {
        "name": name(v["name"]),
        "place": where,
        "total": v["total"],
        "maximum": sum(part["maximum"] for part in v["parts"]),
        "low": v["low"],
        "high": v["high"],
    }
    text = (
        _("%(name)s in %(place)s: %(total)s of %(maximum)s points")
        if where
        else _("%(name)s: %(total)s of %(maximum)s points")
    )
    if v["low"] != v["high"]:
        text += _("; what is unknown puts it anywhere from %(low)s to %(high)s")
    return pgettext("sentence", "%(text)s.") % {"text": text % words}


def fit_from_matches(v: Values) -> str:
    return _("%(fit)s You have not chosen it: it leads your match list.") % {"fit": fit(v)}


def fill(v: Values) -> str:
    return _("Fill in your profile (now %(percent)s%%), first: %(part)s.") % {
        "percent": v["percent"],
        "part": part_label(v["part"]),
    }


def part_label(part: str) -> str:
    labels = {
        "basics": _("degree, major and graduation year"),
        "intention": _("the work you want"),
        "regions": _("places and pay you want"),
        "skills": _("at least five skills"),
        "evidence": _("what proves three of your skills"),
        "experience": _("two experiences in your own words"),
        "certificates": _("certificates and languages"),
    }
    return labels.get(part, part)


def prove(v: Values) -> str:
    return _("Say where you used %(name)s: %(asked)s of your matched postings ask for it.") % {
        "name": name(v["name"]),
        "asked": v["asked"],
    }


def state(v: Values) -> str:
    return _("Say whether you have %(name)s: %(asked)s of your matched postings ask for it.") % {
        "name": name(v["name"]),
        "asked": v["asked"],
    }


def apply(v: Values) -> str:
    return _("Apply for %(title)s at %(employer)s before %(day)s.") % {
        **v,
        "day": day(v["deadline"]),
    }


def apply_open(v: Values) -> str:
    return _("Apply for %(title)s at %(employer)s; it has no closing date.") % v


def agree(_values: Values) -> str:
    return _("Decide whether assessments and grades may be used for your guidance.")


def assess(_values: Values) -> str:
    return _("Take the interest assessment: the interest part of your fits is open.")


def target(_values: Values) -> str:
    return _("Choose a target occupation: without it none can be compared with you.")


def learn(v: Values) -> str:
    words = {"name": name(v["name"]), "share": share(v["share"]), "until": day(v["until"])}
    if v.get("occupation"):
        words["occupation"] = name(v["occupation"])
        return (
            _("Learn %(name)s by %(until)s: %(share)s of the postings for %(occupation)s want it.")
            % words
        )
    return _("Learn %(name)s by %(until)s: %(share)s of your matched postings want it.") % words


def learn_course(v: Values) -> str:
    return _("Take the course %(title)s by %(until)s: it closes %(name)s.") % {
        "title": v["title"],
        "until": day(v["until"]),
        "name": name(v["name"]),
    }


def internship(v: Values) -> str:
    if v["postings"]:
        return _(
            "Find an internship: %(postings)s postings of the past year for your major were one, "
            "and your profile has none."
        ) % {"postings": v["postings"]}
    return _("Find an internship or practical training: your profile has none.")


def paper(v: Values) -> str:
    return _("Get %(name)s: %(asked)s of your matched postings want it.") % {
        "name": name(v["name"]),
        "asked": v["asked"],
    }


def part(v: Values) -> str:
    return _(
        "Most room towards %(occupation)s is in “%(part)s”: so far %(points)s of %(maximum)s "
        "points."
    ) % {**v, "occupation": name(v["occupation"]), "part": FitPart(v["part"]).label}


def season(v: Values) -> str:
    words = {"strong": v["strong"], "season": v["season"], "cohort": v["cohort"]}
    if not v["strong"]:
        return (
            _("Apply from autumn %(season)s; widen places or work, no match is good yet.") % words
        )
    return (
        _("Apply from autumn %(season)s on: %(strong)s of your present matches fit well.") % words
    )


def study_on(v: Values) -> str:
    return _("Keep the dates of your plan in view: %(path)s.") % {"path": study(v["path"])}


def task(v: Values) -> str:
    words = {"title": name(v["title"]), "day": day(v["due"])}
    text = (
        _("By %(day)s, from your plan: “%(title)s”.")
        if v["due"]
        else _("From your plan: “%(title)s”.")
    )
    return text % words


def task_late(v: Values) -> str:
    return _("“%(title)s” of your plan was due on %(day)s: do it now or move its date.") % {
        "title": name(v["title"]),
        "day": day(v["due"]),
    }


def milestone(v: Values) -> str:
    return _("By %(day)s, on your roadmap: “%(title)s”.") % {
        "title": name(v["title"]),
        "day": day(v["due"]),
    }


def milestone_late(v: Values) -> str:
    return _(
        "“%(title)s” of your roadmap was due on %(day)s: catch up, or say it is not for you."
    ) % {
        "title": name(v["title"]),
        "day": day(v["due"]),
    }


def major(v: Values) -> str:
    return _(
        "%(n)s postings from %(start)s to %(end)s name %(name)s, its class or its discipline."
    ) % _market(v)


def market_pay(v: Values) -> str:
    return _(
        "They pay %(p50)s yuan a month in the middle; half of them between %(p25)s and %(p75)s "
        "(n = %(pay_n)s)."
    ) % {**_market(v), **{key: pay(v[key]) for key in ("p25", "p50", "p75")}}


def trend(v: Values) -> str:
    words = {**_market(v), "change": share(abs(v["change"])), "months": v["months"]}
    if abs(v["change"]) < 0.005:
        return _("Their number has hardly changed over %(months)s months (n = %(n)s).") % words
    if v["change"] > 0:
        return _("Their number grew by %(change)s a month over %(months)s months (n = %(n)s).") % (
            words
        )
    return _("Their number fell by %(change)s a month over %(months)s months (n = %(n)s).") % words


def place(v: Values) -> str:
    words = {**_market(v), "place": name(v["place"]), "pay_n": v["pay_n"]}
    if v["p50"] is None:
        return _("%(place)s: %(n)s of them; too few state their pay.") % words
    words["p50"] = pay(v["p50"])
    return _("%(place)s: %(n)s of them, %(p50)s yuan in the middle (n = %(pay_n)s).") % words


def place_few(v: Values) -> str:
    return _("%(place)s: fewer than five of them, too few to say anything.") % {
        "place": name(v["place"])
    }


def matches(v: Values) -> str:
    labels = dict(Band.choices)
    order = [band for band in Band.values if v["bands"].get(band)]
    bands = pgettext("list", ", ").join(f"{labels[band]} {v['bands'][band]}" for band in order)
    return _("%(n)s open postings are in your list: %(bands)s.") % {"n": v["n"], "bands": bands}


def _market(v: Values) -> dict[str, object]:
    return {
        "name": name(v["name"]),
        "n": v["n"],
        "start": month(v["start"]),
        "end": month(v["end"]),
        "pay_n": v.get("pay_n", 0),
    }


SAYERS: dict[str, Sayer] = {
    "target.fit": fit,
    "target.fit.matches": fit_from_matches,
    "path.fill": fill,
    "path.prove": prove,
    "path.state": state,
    "path.apply": apply,
    "path.apply.open": apply_open,
    "path.agree": agree,
    "path.assess": assess,
    "path.target": target,
    "path.learn": learn,
    "path.learn.course": learn_course,
    "path.internship": internship,
    "path.paper": paper,
    "path.part": part,
    "path.season": season,
    "path.study": study_on,
    "path.task": task,
    "path.task.late": task_late,
    "path.milestone": milestone,
    "path.milestone.late": milestone_late,
    "market.major": major,
    "market.pay": market_pay,
    "market.trend": trend,
    "market.place": place,
    "market.place.few": place_few,
    "market.matches": matches,
}
