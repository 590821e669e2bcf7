"""What every API route shares: pages, errors."""

from typing import Any

from rest_framework import pagination, views
from rest_framework.response import Response

from employment.common.errors import DomainError


class PageNumberPagination(pagination.PageNumberPagination):
    page_size = 20
    page_size_query_param = "page_size"
    max_page_size = 100


def exception_handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """A broken rule answers with its code; whatever else happens, as REST framework has it."""
    if isinstance(error, DomainError):
        body = {"code": error.code, "detail": str(error.message)}
        return Response(body, status=error.status)
    return views.exception_handler(error, context)
