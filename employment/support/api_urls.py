from django.urls import URLPattern

app_name = "support-api"

urlpatterns: list[URLPattern] = []
