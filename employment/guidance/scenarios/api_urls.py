from django.urls import URLPattern

app_name = "scenarios-api"

urlpatterns: list[URLPattern] = []
