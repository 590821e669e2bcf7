"""Sentences of the feedback and names of the parts of a story."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from employment.guidance.interviews.rules.parts import Part

PARTS = {
    Part.SITUATION: pgettext_lazy("part of a story", "Situation"),
    Part.TASK: pgettext_lazy("part of a story", "Task"),
    Part.ACTION: pgettext_lazy("part of a story", "Action"),
    Part.RESULT: pgettext_lazy("part of a story", "Result"),
    Part.NONE: pgettext_lazy("part of a story", "Other"),
}

REMARKS = {
    "on_topic": _("This speaks of what was asked."),
    "partly_on_topic": _("Only part of the answer speaks of what was asked."),
    "off_topic": _("Hardly any word of the answer belongs to the question. Read it once more."),
    "general": _("It stays general. Asked for is one experience of your own: what happened?"),
    "ordered": _("The order can be followed."),
    "unordered": _("Few words mark an order. Try: first, then, finally, because."),
    "has_situation": _("The situation is told."),
    "has_task": _("Your task is clear."),
    "has_action": _("It says what was done."),
    "has_result": _("It says what came of it."),
    "no_situation": _("No situation was found: when and where was it, what was the difficulty?"),
    "no_task": _("No task was found: what were you to reach?"),
    "no_action": _("No action was found: what did you do?"),
    "no_result": _("No result was found: what changed, and how do you know?"),
    "has_facts": _("A fact that can be checked."),
    "no_facts": _("No number, time or named tool was found. A number after the result would help."),
    "own_part": _("Your own part can be seen."),
    "no_own_part": _('Your own part is hard to see. Say "I" where it was you.'),
    "short": _("It is short for this question."),
    "long": _("It is long. What could go?"),
    "fillers": _("Fillers were found. Leave them out."),
    "good_length": _("The length fits and there are no fillers."),
}
