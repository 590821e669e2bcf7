from django.urls import URLPattern

app_name = "plans-api"

urlpatterns: list[URLPattern] = []
