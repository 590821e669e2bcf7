"""What an advice says: title, reason with the student's own numbers, and its one action."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Wording:
    """``page``: name of the page the action leads to; ``slug`` or the verdict's target fills it."""

    title: Promise
    reason: Promise
    action: Promise
    page: str
    slug: str = ""
    anchored: bool = False


WORDINGS: Mapping[str, Wording] = {
    "offer-waits": Wording(
        _("Answer your offer"),
        _("%(offers)s offer is open, for %(days)s days so far. Employers wait for an answer."),
        _("Read and answer"),
        "applications:detail",
        anchored=True,
    ),
    "deadline-soon": Wording(
        _("Good matches close soon"),
        _(
            "%(n)s of your matches close within seven days, the first in %(days)s, and you have "
            "not applied for them."
        ),
        _("Open the first one"),
        "matches:detail",
        anchored=True,
    ),
    "matching-off": Wording(
        _("Matching is switched off"),
        _("You have not agreed to be matched: there is no list, and much advice cannot be given."),
        _("My data and consents"),
        "privacy:consents",
    ),
    "intention-empty": Wording(
        _("Say what work you look for"),
        _("Your intention names %(titles)s titles. Matches and market figures rest on it."),
        _("Fill in my intention"),
        "students:intention",
    ),
    "few-applications": Wording(
        _("Apply more regularly"),
        _(
            "%(sent)s applications in the last 30 days, %(months)s months before graduation. "
            "Three a month is the least we look for."
        ),
        _("Choose from my matches"),
        "matches:list",
    ),
    "only-short": Wording(
        _("All your matches are one step short"),
        _("%(short)s of %(n)s matches lack one condition that can still be met."),
        _("See what is missing"),
        "matches:list",
    ),
    "interviews-without-offer": Wording(
        _("Practise interviews"),
        _("%(n)s interviews and %(offers)s offers so far. Rehearse with questions and examples."),
        _("Practise"),
        "interviews:list",
    ),
    "interviews-low": Wording(
        _("Few answers become interviews"),
        _("%(n)s interviews from %(answered)s answered applications. Start with the resume."),
        _("Work on my resume"),
        "resumes:list",
    ),
    "untailored": Wording(
        _("Write to each employer anew"),
        _("%(plain)s of %(n)s applications went out with no message or a very short one."),
        _("Fit my resume to a posting"),
        "resumes:list",
    ),
    "no-internship": Wording(
        _("Look for an internship"),
        _("You are in year %(year)s and your profile shows %(n)s internships."),
        _("Find internships"),
        "postings:list",
    ),
    "certificate-missing": Wording(
        _("A certificate many of your matches require"),
        _("%(name)s is missing for %(n)s of your %(top)s best matches."),
        _("Add it if you have it"),
        "students:add_record",
        slug="certificates",
    ),
    "skill-gap": Wording(
        _("A skill your target occupation asks for"),
        _("%(percent)s%% of %(n)s postings name %(name)s, and your profile does not show it."),
        _("Ways to get it"),
        "pathways:overview",
    ),
    "language-missing": Wording(
        _("Add a language result"),
        _("%(n)s of your %(top)s best matches ask for a language; your profile names none."),
        _("Add a language"),
        "students:add_record",
        slug="languages",
    ),
    "study-and-job": Wording(
        _("Two ways are open at once"),
        _(
            "Further study is planned, %(sent)s applications are out, and %(months)s months are "
            "left. Decide which comes first, and until when you keep the other."
        ),
        _("Compare the calendars"),
        "pathways:study",
    ),
    "pay-above-market": Wording(
        _("Your lowest pay is above most postings"),
        _("You ask %(floor)s a month; three quarters of %(n)s postings pay up to %(p75)s."),
        _("Look at my intention"),
        "students:intention",
    ),
    "narrow-regions": Wording(
        _("One region only"),
        _("You accept %(regions)s region and nothing else; %(n)s postings are left."),
        _("Look at my intention"),
        "students:intention",
    ),
    "crowded-target": Wording(
        _("Many look at the same postings"),
        _(
            "%(n)s of your %(top)s best matches are wanted more than twice as much as a mean seat. "
            "Keep some quieter ones."
        ),
        _("Look through my matches"),
        "matches:list",
    ),
    "no-answer": Wording(
        _("Applications without an answer"),
        _("%(n)s of %(sent)s applications have waited longer than 14 days. Ask once, then go on."),
        _("See them"),
        "applications:list",
    ),
    "skills-unproven": Wording(
        _("Say what proves your skills"),
        _("%(proven)s of %(n)s skills name evidence. A project or a certificate is enough."),
        _("My profile"),
        "students:profile",
    ),
    "profile-stale": Wording(
        _("Bring your profile up to date"),
        _("Nothing has changed in it for %(days)s days."),
        _("My profile"),
        "students:profile",
    ),
}

MISSING: Mapping[str, Promise] = {
    "matches": _("a list of matches (at least five for some advice)"),
    "cohort": _("degree and graduation year"),
    "five_applications": _("at least five applications"),
    "three_applications": _("at least three applications"),
    "eight_answers": _("at least eight answered applications"),
    "three_interviews": _("at least three interviews"),
    "intention": _("an intention with regions"),
    "pay_floor": _("your lowest pay"),
    "market": _("a target occupation with at least five postings that state pay"),
    "demand": _("figures of demand for at least five of your matches"),
    "three_skills": _("at least three skills"),
    "target_demand": _("a target occupation with at least five postings"),
}
