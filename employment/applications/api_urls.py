from django.urls import URLPattern, URLResolver

app_name = "applications-api"
urlpatterns: list[URLPattern | URLResolver] = []
