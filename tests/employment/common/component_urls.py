from django.urls import include, path

from employment import urls
from employment.common.styleguide import styleguide

urlpatterns = [path("components/", styleguide, name="components"), path("", include(urls))]
