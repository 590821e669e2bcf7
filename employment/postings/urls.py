from django.urls import URLPattern, URLResolver

app_name = "postings"
urlpatterns: list[URLPattern | URLResolver] = []
