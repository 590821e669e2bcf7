from django.urls import path

from employment.accounts import views

app_name = "accounts"
urlpatterns = [path("role", views.switch_role, name="switch_role")]
