from django.urls import URLPattern

app_name = "resumes-api"

urlpatterns: list[URLPattern] = []
