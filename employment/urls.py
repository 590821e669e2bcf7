from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerView

from employment.accounts.admin_scope import drop_foreign_tables, may_enter
from employment.common.views import healthz

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]
admin.site.has_permission = may_enter  # type: ignore[method-assign]
drop_foreign_tables()

api_urlpatterns = [
    path("", include("employment.accounts.api_urls")),
    path("", include("employment.students.api_urls")),
    path("", include("employment.postings.api_urls")),
    path("", include("employment.applications.api_urls")),
    path("", include("employment.matches.api_urls")),
    path("", include("employment.insights.api_urls")),
    path("", include("employment.guidance.assessments.api_urls")),
    path("", include("employment.guidance.resumes.api_urls")),
    path("", include("employment.guidance.interviews.api_urls")),
    path("", include("employment.guidance.scenarios.api_urls")),
    path("", include("employment.guidance.pathways.api_urls")),
    path("", include("employment.guidance.plans.api_urls")),
    path("", include("employment.guidance.reports.api_urls")),
    path("", include("employment.support.api_urls")),
]

urlpatterns = [
    path("", include("employment.feed.urls")),
    path("accounts/", include("employment.accounts.urls")),
    path("accounts/", include("allauth.urls")),
    path("students/", include("employment.students.urls")),
    path("postings/", include("employment.postings.urls")),
    path("applications/", include("employment.applications.urls")),
    path("matches/", include("employment.matches.urls")),
    path("assessments/", include("employment.guidance.assessments.urls")),
    path("resumes/", include("employment.guidance.resumes.urls")),
    path("interviews/", include("employment.guidance.interviews.urls")),
    path("scenarios/", include("employment.guidance.scenarios.urls")),
    path("pathways/", include("employment.guidance.pathways.urls")),
    path("plans/", include("employment.guidance.plans.urls")),
    path("reports/", include("employment.guidance.reports.urls")),
    path("support/", include("employment.support.urls")),
    path("insights/", include("employment.insights.urls")),
    path("privacy/", include("employment.privacy.urls")),
    path("imports/", include("employment.imports.urls")),
    path("taxonomy/", include("employment.taxonomy.urls")),
    path("i18n/setlang/", login_not_required(set_language), name="set_language"),
    path("admin/", admin.site.urls),
    path("api/v1/", include((api_urlpatterns, "api"))),
    path("api/schema", SpectacularAPIView.as_view(), name="api-schema"),
    path("api/docs", SpectacularSwaggerView.as_view(url_name="api-schema"), name="api-docs"),
    path("healthz", healthz, name="healthz"),
]

if settings.DEBUG:
    from employment.common.styleguide import styleguide

    urlpatterns.append(path("components/", styleguide, name="components"))
