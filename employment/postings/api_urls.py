from django.urls import URLPattern, URLResolver

app_name = "postings-api"
urlpatterns: list[URLPattern | URLResolver] = []
