"""Sentences about gaps: what is missing, how much of it, who asks for it."""

from django.utils.translation import gettext as _

from employment.guidance.reports.wording.words import Sayer, Values, name, share


def target(v: Values) -> str:
    return _(
        "%(name)s: %(share)s of %(n)s postings for %(occupation)s ask for it; nothing in your "
        "profile shows it."
    ) % _words(v)


def target_basic(v: Values) -> str:
    return _(
        "%(name)s: %(share)s of %(n)s postings for %(occupation)s ask for it; you have the basic "
        "level."
    ) % _words(v)


def skill(v: Values) -> str:
    return _(
        "%(name)s: asked for by %(asked)s of your %(n)s matched postings; your profile does not "
        "show it."
    ) % _words(v)


def higher(v: Values) -> str:
    return _(
        "%(name)s: %(asked)s of your %(n)s matched postings want it at a higher level than the one "
        "you name."
    ) % _words(v)


def paper(v: Values) -> str:
    return _(
        "%(name)s: %(asked)s of your %(n)s matched postings want it and you do not name it."
    ) % (_words(v))


def unstated(v: Values) -> str:
    if v["kind"] == "experience":
        return _(
            "Practical experience: %(asked)s of your %(n)s matched postings ask for some; your "
            "profile does not say how long yours lasted."
        ) % _words(v)
    return _(
        "%(name)s: %(asked)s of your %(n)s matched postings ask for it; whether you have it is not "
        "known."
    ) % _words(v)


def experience(v: Values) -> str:
    return _(
        "Practical experience: %(asked)s of your %(n)s matched postings ask for more than your "
        "profile shows."
    ) % _words(v)


def unproven(v: Values) -> str:
    return _(
        "%(name)s: you claim it and %(asked)s of your %(n)s matched postings ask for it, but "
        "nothing in your profile proves it."
    ) % _words(v)


def _words(v: Values) -> dict[str, object]:
    return {
        "name": name(v["name"]),
        "occupation": name(v.get("occupation")),
        "share": share(v["share"]),
        "asked": v.get("asked", 0),
        "n": v["n"],
    }


SAYERS: dict[str, Sayer] = {
    "gap.target": target,
    "gap.target.basic": target_basic,
    "gap.skill": skill,
    "gap.level": higher,
    "gap.certificate": paper,
    "gap.language": paper,
    "gap.experience": experience,
    "gap.unstated": unstated,
    "gap.unproven": unproven,
}
