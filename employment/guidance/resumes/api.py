"""Resumes by API: a student's own, with versions, judgement, PDF and Word document."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.http import content_disposition_header
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from employment.accounts.api import ActorView
from employment.accounts.enums import Role
from employment.common.errors import StateError
from employment.guidance.resumes import printing, selectors, word
from employment.guidance.resumes.enums import Language
from employment.guidance.resumes.models import Resume
from employment.guidance.resumes.serializers import (
    ResumeChangeSerializer,
    ResumeDetailSerializer,
    ResumeSerializer,
    ResumeStartSerializer,
    ResumeVersionSerializer,
    VerdictSerializer,
)
from employment.guidance.resumes.services.drafts import save_draft
from employment.guidance.resumes.services.resumes import change_settings, create_resume
from employment.guidance.resumes.services.versions import keep_version
from employment.students.models import StudentProfile


class ResumeView(ActorView):
    roles = frozenset({Role.STUDENT})

    @property
    def student(self) -> StudentProfile:
        return get_object_or_404(StudentProfile.objects.visible_to(self.actor))

    def own_resume(self, pk: int) -> Resume:
        return get_object_or_404(Resume.objects.visible_to(self.actor), pk=pk)


class ResumeListView(ResumeView):
    @extend_schema(responses=ResumeSerializer(many=True))
    def get(self, request: Request) -> Response:
        rows = Resume.objects.visible_to(self.actor)
        return Response(ResumeSerializer(rows, many=True).data)

    @extend_schema(request=ResumeStartSerializer, responses={201: ResumeDetailSerializer})
    def post(self, request: Request) -> Response:
        """A new master resume from the profile."""
        form = ResumeStartSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        language, title = Language(form.validated_data["language"]), form.validated_data["title"]
        resume = create_resume(student=self.student, language=language, title=title)
        return Response(ResumeDetailSerializer(resume).data, status=status.HTTP_201_CREATED)


class ResumeDetailView(ResumeView):
    @extend_schema(responses=ResumeDetailSerializer)
    def get(self, request: Request, pk: int) -> Response:
        return Response(ResumeDetailSerializer(self.own_resume(pk)).data)

    @extend_schema(request=ResumeChangeSerializer, responses=ResumeDetailSerializer)
    def patch(self, request: Request, pk: int) -> Response:
        """409 when the draft was changed meanwhile; what was sent is kept as a version then."""
        resume = self.own_resume(pk)
        form = ResumeChangeSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        return Response(ResumeDetailSerializer(_change(resume, form.validated_data)).data)


def _change(resume: Resume, values: dict[str, Any]) -> Resume:
    if "content" in values:
        content, revision = values["content"], values["revision"]
        saved = save_draft(resume=resume, content=content, revision=revision)
        if saved.conflict:
            raise StateError(f"Changed meanwhile; kept as version {saved.conflict.number}.")
        resume = saved.resume
    title, template = values.get("title", resume.title), values.get("template", resume.template)
    if (title, template) != (resume.title, resume.template):
        change_settings(resume=resume, title=title, template=template)
    return resume


class ResumeVersionListView(ResumeView):
    @extend_schema(responses=ResumeVersionSerializer(many=True))
    def get(self, request: Request, pk: int) -> Response:
        rows = selectors.versions_of(self.own_resume(pk))
        return Response(ResumeVersionSerializer(rows, many=True).data)

    @extend_schema(request=ResumeVersionSerializer, responses={201: ResumeVersionSerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Keep the draft as a version; the newest one where it says the same already."""
        form = ResumeVersionSerializer(data=request.data)
        form.is_valid(raise_exception=True)
        note = form.validated_data.get("note", "")
        version = keep_version(resume=self.own_resume(pk), note=note)
        return Response(ResumeVersionSerializer(version).data, status=status.HTTP_201_CREATED)


class ResumeVerdictView(ResumeView):
    @extend_schema(responses=VerdictSerializer)
    def get(self, request: Request, pk: int) -> Response:
        """Score and line-level remarks of the draft."""
        return Response(VerdictSerializer(selectors.verdict_of(self.own_resume(pk))).data)


class ResumePdfView(ResumeView):
    @extend_schema(responses={(200, "application/pdf"): OpenApiTypes.BINARY})
    def get(self, request: Request, pk: int) -> HttpResponse:
        resume = self.own_resume(pk)
        content = resume.content
        made = printing.resume_pdf(content, language=resume.language, template=resume.template)
        return _file(resume, made, "application/pdf", "pdf")


class ResumeDocxView(ResumeView):
    @extend_schema(responses={(200, word.MIME): OpenApiTypes.BINARY})
    def get(self, request: Request, pk: int) -> HttpResponse:
        resume = self.own_resume(pk)
        made = word.resume_docx(resume.content, language=resume.language)
        return _file(resume, made, word.MIME, "docx")


def _file(resume: Resume, made: bytes, kind: str, ending: str) -> HttpResponse:
    day = timezone.localdate()
    name = printing.file_name(resume.content, title=resume.title, day=day, ending=ending)
    headers = {"Content-Disposition": content_disposition_header(True, name) or ""}
    return HttpResponse(made, content_type=kind, headers=headers)
