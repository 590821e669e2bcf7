"""What every API route shares: pages, errors, and their description."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.core.exceptions import ValidationError as DjangoValidationError
from django.db import DataError
from rest_framework import pagination, views
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.serializers import as_serializer_error

from employment.common.errors import DomainError

ERRORS = {
    "400": "A field or parameter does not fit; the body names it.",
    "401": "Not signed in: send a token in `Authorization`, or sign in.",
    "403": "The account may not do this.",
    "404": "There is no such row, or it is not the account's to see.",
    "405": "The method is not offered here.",
    "406": "Only JSON is offered.",
    "409": "A rule refuses this now; `code` says which.",
    "415": "The body is not JSON or a form.",
    "422": "The values contradict each other or what is known.",
    "429": "Too many requests; `Retry-After` says how long to wait.",
}


class PageNumberPagination(pagination.PageNumberPagination):
    page_size = 20
    page_size_query_param = "page_size"
    max_page_size = 100


def exception_handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """A broken rule answers with its code, a model's own check like a serializer's; values that
    no column can hold (a NUL character, say) are the sender's mistake."""
    if isinstance(error, DomainError):
        body = {"code": error.code, "detail": str(error.message)}
        return Response(body, status=error.status)
    if isinstance(error, DjangoValidationError):
        fields = as_serializer_error(error)
        rest = fields.pop(NON_FIELD_ERRORS, None)
        error = ValidationError(fields if rest is None else {**fields, "non_field_errors": rest})
    elif isinstance(error, DataError):
        error = ValidationError({"detail": "A value cannot be stored."})
    return views.exception_handler(error, context)


def document_errors(result: dict[str, Any], **_context: Any) -> dict[str, Any]:
    """Add the answers that every operation may give to the OpenAPI document."""
    for path in result.get("paths", {}).values():
        for operation in path.values():
            for code, text in ERRORS.items():
                operation["responses"].setdefault(code, {"description": text})
            operation["responses"]["401"]["headers"] = {
                "WWW-Authenticate": {"schema": {"type": "string", "enum": ["Token"]}}
            }
    return result
