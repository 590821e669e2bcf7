from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateTimeRangeField, RangeOperators
from django.db import models
from django.utils.translation import gettext_lazy as _

from employment.support.models.appointments import Appointment
from employment.support.models.slots import Slot
from employment.support.models.workshops import Registration, Workshop

SOURCES = ("slot", "appointment", "workshop", "registration")


def exactly_one() -> models.Q:
    choices = models.Q()
    for name in SOURCES:
        choices |= models.Q(**{f"{other}__isnull": other != name for other in SOURCES})
    return choices


class TakenTime(models.Model):
    """A span in which a person, of staff or student, is taken. PostgreSQL lets no two overlap.

    The person is compared as a range of one number, because the plain ``=`` in such a constraint
    would need the extension btree_gist, which the embedded database lacks.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="taken_times"
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    slot = models.OneToOneField(Slot, null=True, on_delete=models.CASCADE, related_name="taken")
    appointment = models.OneToOneField(
        Appointment, null=True, on_delete=models.CASCADE, related_name="taken"
    )
    workshop = models.OneToOneField(
        Workshop, null=True, on_delete=models.CASCADE, related_name="taken"
    )
    registration = models.OneToOneField(
        Registration, null=True, on_delete=models.CASCADE, related_name="taken"
    )

    class Meta:
        verbose_name = _("taken time")
        verbose_name_plural = _("taken times")
        constraints = (
            ExclusionConstraint(
                name="taken_time_no_overlap",
                expressions=[
                    (
                        models.Func(
                            "user",
                            "user",
                            models.Value("[]"),
                            function="int8range",
                            output_field=BigIntegerRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                    (
                        models.Func(
                            "starts_at",
                            "ends_at",
                            function="tstzrange",
                            output_field=DateTimeRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
            models.CheckConstraint(condition=exactly_one(), name="taken_time_of_one_thing"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="taken_time_ends_after_start",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.starts_at}"
