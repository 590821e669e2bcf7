from django.urls import URLPattern, URLResolver

app_name = "students-api"
urlpatterns: list[URLPattern | URLResolver] = []
