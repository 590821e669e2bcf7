from django.urls import URLPattern, URLResolver

app_name = "matches-api"
urlpatterns: list[URLPattern | URLResolver] = []
