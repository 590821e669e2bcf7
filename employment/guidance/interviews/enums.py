from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class QuestionKind(models.TextChoices):
    BEHAVIOURAL = "behavioural", _("Behavioural")
    STRUCTURED = "structured", _("Structured")
    TECHNICAL = "technical", _("Technical")
    CASE = "case", _("Case")
    CIVIL = "civil", _("Civil service")
    GROUP = "group", _("Group discussion, in writing")


class Form(models.TextChoices):
    """What shape a good answer has: a story with four parts, or ordered points."""

    STORY = "story", _("An experience told as a story")
    POINTS = "points", _("An argument in ordered points")


class Stage(models.TextChoices):
    ANSWERING = "answering", pgettext_lazy("interview", "Answering")
    RATING = "rating", pgettext_lazy("interview", "Rating yourself")
    FINISHED = "finished", pgettext_lazy("interview", "Finished")


class Criterion(models.TextChoices):
    """The scale that student, system and counsellor share; each from 1 to 5 with anchors."""

    RELEVANCE = "relevance", _("Answers the question")
    STRUCTURE = "structure", _("Structure")
    SPECIFICITY = "specificity", _("Concrete facts")
    OWNERSHIP = "ownership", _("Own part")
    COVERAGE = "coverage", _("What the job asks for")
    EXPRESSION = "expression", _("Length and wording")


class Rater(models.TextChoices):
    STUDENT = "student", _("Yourself")
    COUNSELLOR = "counsellor", _("Counsellor")
