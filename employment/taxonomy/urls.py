from django.urls import path

from employment.taxonomy import views

app_name = "taxonomy"
urlpatterns = [
    path("regions", views.regions, name="regions"),
    path("majors", views.majors, name="majors"),
    path("occupations", views.occupations, name="occupations"),
    path("industries", views.industries, name="industries"),
    path("skills", views.skills, name="skills"),
]
