from collections.abc import Callable

from csp.constants import SELF, UNSAFE_EVAL, UNSAFE_INLINE
from django.http import HttpRequest, HttpResponse

VENDOR_PAGES = ("/admin/", "/api/docs")
VENDOR_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
}


class VendorPagePolicyMiddleware:
    """Relax the content security policy where the pages are not ours: the admin runs Alpine and
    Swagger starts itself inline."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith(VENDOR_PAGES):
            response._csp_replace = VENDOR_POLICY  # type: ignore[attr-defined]
        return response
