from django.urls import path

from employment.guidance.resumes.views import editor, files, lists, uploads, versions, wording

app_name = "resumes"

urlpatterns = [
    path("", lists.resume_list, name="list"),
    path("start/", lists.start, name="start"),
    path("upload/", uploads.upload, name="upload"),
    path("upload/<int:upload_id>/", uploads.confirm, name="confirm"),
    path("upload/<int:upload_id>/discard/", uploads.discard, name="discard"),
    path("for/<int:posting_id>/", lists.tailor, name="tailor"),
    path("<int:resume_id>/", editor.edit, name="edit"),
    path("<int:resume_id>/undo/", editor.undo, name="undo"),
    path("<int:resume_id>/skills/", editor.add_skill, name="add_skill"),
    path("<int:resume_id>/reword/", wording.reword_line, name="reword"),
    path("<int:resume_id>/reword/keep/", wording.keep_wording, name="keep_wording"),
    path("<int:resume_id>/settings/", lists.settings, name="settings"),
    path("<int:resume_id>/share/", lists.share, name="share"),
    path("<int:resume_id>/delete/", lists.delete, name="delete"),
    path("<int:resume_id>/pdf/", files.pdf, name="pdf"),
    path("<int:resume_id>/docx/", files.docx, name="docx"),
    path("<int:resume_id>/pages/<int:page>/", files.picture, name="picture"),
    path("<int:resume_id>/versions/", versions.versions, name="versions"),
    path("<int:resume_id>/versions/keep/", versions.keep, name="keep"),
    path("<int:resume_id>/versions/<int:number>/pdf/", files.version_pdf, name="version_pdf"),
    path("<int:resume_id>/versions/<int:number>/restore/", versions.restore, name="restore"),
]
