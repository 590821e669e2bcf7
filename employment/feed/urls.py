from django.urls import path

from employment.feed import views

app_name = "feed"

urlpatterns = [path("", views.home, name="home")]
