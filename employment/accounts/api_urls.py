from django.urls import path

from employment.accounts import api

app_name = "accounts-api"
urlpatterns = [path("token/", api.TokenView.as_view(), name="token")]
