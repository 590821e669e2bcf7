"""Fit, reachable occupations and the cover of a gap by courses, for the student who asks."""

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from employment.accounts.api import ActorView
from employment.accounts.enums import Role
from employment.guidance.pathways.selectors.covers import course_cover
from employment.guidance.pathways.selectors.people import Person, person_of
from employment.guidance.pathways.selectors.reach import reachable
from employment.guidance.pathways.serializers import (
    CoverQuerySerializer,
    CoverSerializer,
    FitQuerySerializer,
    FitSerializer,
    ReachableSerializer,
)
from employment.guidance.pathways.services.fit import occupation_fit
from employment.students.models import StudentProfile
from employment.taxonomy.models import Occupation, Region


class PathwayView(ActorView):
    roles = frozenset({Role.STUDENT})

    @property
    def person(self) -> Person:
        return person_of(get_object_or_404(StudentProfile.objects.visible_to(self.actor)))

    def occupation(self, code: str) -> Occupation:
        return get_object_or_404(Occupation.objects.details(), pk=code)


class ReachableView(PathwayView):
    @extend_schema(responses=ReachableSerializer(many=True))
    def get(self, request: Request) -> Response:
        """Occupations within reach of the student's skills, nearest first."""
        return Response(ReachableSerializer(reachable(self.person), many=True).data)


class FitView(PathwayView):
    @extend_schema(parameters=[FitQuerySerializer], responses=FitSerializer)
    def get(self, request: Request, code: str) -> Response:
        """The fit to an occupation, in a region if one is named: parts that add up."""
        query = FitQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        named = query.validated_data.get("region")
        region = get_object_or_404(Region, pk=named) if named else None
        person = self.person
        fit = occupation_fit(person.student, self.occupation(code), region, person=person)
        return Response(FitSerializer(fit).data)


class CoverView(PathwayView):
    @extend_schema(parameters=[CoverQuerySerializer], responses=CoverSerializer)
    def get(self, request: Request, code: str) -> Response:
        """The courses that close most of the gap within a limit of credits."""
        query = CoverQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        limit = query.validated_data["credits"]
        found = course_cover(self.person, self.occupation(code), limit=limit)
        return Response(CoverSerializer(found).data)
