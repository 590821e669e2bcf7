from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import generics
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer, ModelSerializer

from employment.accounts.api import ActorView
from employment.accounts.enums import UNIVERSITY_STAFF, Role
from employment.students import serializers
from employment.students.enums import Degree, EnrolmentState
from employment.students.filters import StudentFilterForm
from employment.students.models import Intention, StudentProfile
from employment.students.sections import SECTIONS, Section
from employment.students.selectors import SORTS, student_list
from employment.students.services.profiles import (
    delete_record,
    edit_intention,
    edit_student,
    save_record,
)

FILTERS = [
    OpenApiParameter(
        "q", str, description="Name (also in pinyin), number, major, skill or wanted work."
    ),
    OpenApiParameter("college", int, description="Id of a college."),
    OpenApiParameter("cohort", int, description="Graduation year."),
    OpenApiParameter("degree", int, enum=Degree.values),
    OpenApiParameter("enrolment", str, enum=EnrolmentState.values),
    OpenApiParameter("sort", str, enum=[key for key in SORTS if key]),
]


class StudentView(ActorView):
    """The signed-in student's own profile."""

    roles = frozenset({Role.STUDENT})

    def own_profile(self) -> StudentProfile:
        return get_object_or_404(StudentProfile.objects.visible_to(self.actor).with_profile())


class ProfileView(StudentView):
    """The own profile with everything in it; change its basics."""

    @extend_schema(responses=serializers.StudentDetailSerializer)
    def get(self, request: Request) -> Response:
        return Response(serializers.StudentDetailSerializer(self.own_profile()).data)

    @extend_schema(
        request=serializers.ProfileEditSerializer, responses=serializers.StudentDetailSerializer
    )
    def patch(self, request: Request) -> Response:
        student = self.own_profile()
        form = serializers.ProfileEditSerializer(student, data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        edit_student(student=student, **form.validated_data)
        return Response(serializers.StudentDetailSerializer(self.own_profile()).data)


class IntentionView(StudentView):
    """What the student wants; lists that are sent replace those kept."""

    @extend_schema(responses=serializers.IntentionSerializer)
    def get(self, request: Request) -> Response:
        return self._answer(self.own_profile())

    @extend_schema(
        request=serializers.IntentionSerializer, responses=serializers.IntentionSerializer
    )
    def patch(self, request: Request) -> Response:
        student = self.own_profile()
        form = serializers.IntentionSerializer(data=request.data, partial=True)
        form.is_valid(raise_exception=True)
        edit_intention(student=student, **form.validated_data)
        return self._answer(student)

    def _answer(self, student: StudentProfile) -> Response:
        wishes = get_object_or_404(Intention.objects.filter(student=student))
        return Response(serializers.IntentionSerializer(wishes).data)


class RecordView(StudentView):
    """Entries of one list of the own profile."""

    section: ClassVar[Section]

    def get_queryset(self) -> "QuerySet[Any]":
        if getattr(self, "swagger_fake_view", False):  # the schema is read without a request
            return self.section.model._default_manager.none()
        return self.section.rows_of(self.own_profile())

    def write(self, form: "BaseSerializer[Any]", row: Model) -> None:
        """Put the checked values on the row and let the service save it."""
        for name, value in form.validated_data.items():
            setattr(row, name, value)
        form.instance = save_record(record_row=row, student=row.student)  # type: ignore[attr-defined]


class RecordListView(RecordView, generics.ListCreateAPIView[Any]):
    def perform_create(self, serializer: "BaseSerializer[Any]") -> None:
        self.write(serializer, self.section.model(student=self.own_profile()))


class RecordDetailView(RecordView, generics.RetrieveUpdateDestroyAPIView[Any]):
    http_method_names = ["get", "patch", "delete", "head", "options"]

    def perform_update(self, serializer: "BaseSerializer[Any]") -> None:
        row: Any = serializer.instance
        self.write(serializer, row)

    def perform_destroy(self, instance: Any) -> None:
        delete_record(record_row=instance, student=instance.student)


def record_views(name: str, serializer: "type[ModelSerializer[Any]]") -> tuple[Any, Any]:
    """The list and the entry view of a section, each with its own place in the API's document."""
    shared = {"section": SECTIONS[name], "serializer_class": serializer, "__doc__": None}
    title = name.capitalize()
    return tuple(
        type(f"{title}{kind.__name__}", (kind,), {**shared, "__module__": __name__})
        for kind in (RecordListView, RecordDetailView)
    )  # type: ignore[return-value]


RECORD_VIEWS = {
    "skills": record_views("skills", serializers.SkillSerializer),
    "experience": record_views("experience", serializers.ExperienceSerializer),
    "education": record_views("education", serializers.EducationSerializer),
    "certificates": record_views("certificates", serializers.CertificateSerializer),
    "languages": record_views("languages", serializers.LanguageSerializer),
}


class StaffView(ActorView):
    roles = UNIVERSITY_STAFF | {Role.PLATFORM_ADMIN}


@extend_schema_view(get=extend_schema(parameters=FILTERS))
class StudentListView(StaffView, generics.ListAPIView[StudentProfile]):
    """Students the account may see, with the page's filters."""

    queryset = StudentProfile.objects.none()
    serializer_class = serializers.StudentListSerializer

    def get_queryset(self) -> "QuerySet[StudentProfile]":
        form = StudentFilterForm(self.request.GET, actor=self.actor)
        if not form.is_valid():
            raise ValidationError(form.errors.get_json_data())
        return student_list(self.actor, form.wanted())


class StudentDetailView(StaffView):
    """One student with the whole profile."""

    @extend_schema(responses=serializers.StudentDetailSerializer)
    def get(self, request: Request, pk: int) -> Response:
        rows = StudentProfile.objects.visible_to(self.actor).with_profile()
        return Response(serializers.StudentDetailSerializer(get_object_or_404(rows, pk=pk)).data)
