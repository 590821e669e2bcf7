from django.urls import URLPattern

app_name = "pathways-api"

urlpatterns: list[URLPattern] = []
