"""What an action's link says."""

from django.utils.translation import gettext as _

from employment.guidance.reports.wording.outlook import part_label
from employment.guidance.reports.wording.words import Sayer, Values


def course(v: Values) -> str:
    return _("Course: %(title)s") % {"title": v["title"]}


def fill(v: Values) -> str:
    return _("Fill in: %(part)s") % {"part": part_label(v["part"])}


LABELS: dict[str, Sayer] = {
    "profile": lambda _v: _("Add it to your profile, if you have it"),
    "prove": lambda _v: _("Say what proves it"),
    "fill": fill,
    "way.course": course,
    "way.certificate": lambda _v: _("Take the examination"),
    "way.internship": lambda _v: _("Internships that ask for it"),
    "way.project": lambda _v: _("Show it in a project of your own"),
    "learn.skill": lambda _v: _("See a posting that asks for it"),
    "learn.certificate": lambda _v: _("See a posting that wants it"),
    "learn.language": lambda _v: _("See a posting that wants it"),
    "learn.experience": lambda _v: _("See a posting that wants it"),
    "plan.task": lambda _v: _("Open the task"),
    "plan.milestone": lambda _v: _("Open my plan"),
    "occupation": lambda _v: _("See the whole comparison"),
    "targets": lambda _v: _("Choose an occupation"),
    "posting": lambda _v: _("Open the posting"),
    "matches": lambda _v: _("Open your matches"),
    "agree": lambda _v: _("My data and consents"),
    "assess": lambda _v: _("To the assessments"),
    "internships": lambda _v: _("Look for internships"),
    "study": lambda _v: _("See paths of further study"),
}
