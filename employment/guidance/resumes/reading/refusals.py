"""Why a file is not read, and what to do about it."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from employment.common.errors import InvalidError


class Reason(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    WRONG_TYPE = "wrong_type"
    OLD_WORD = "old_word"
    ENCRYPTED = "encrypted"
    MACRO = "macro"
    ATTACHMENT = "attachment"
    NO_TEXT = "no_text"
    TOO_MANY_PAGES = "too_many_pages"
    UNPACKS_TOO_LARGE = "unpacks_too_large"
    TOO_MANY_PARTS = "too_many_parts"
    EXTERNAL = "external"
    DAMAGED = "damaged"
    TOO_SLOW = "too_slow"


_AS_DOCX = _("Open it in Word or WPS and save it as docx or PDF.")
_WORDS: dict[Reason, tuple[Promise, Promise]] = {
    Reason.EMPTY: (_("The file is empty."), _("Choose the file again.")),
    Reason.TOO_LARGE: (
        _("The file is larger than 5 MB."),
        _("Take out pictures and save it again."),
    ),
    Reason.WRONG_TYPE: (
        _("The file is neither a Word document (docx) nor a PDF, whatever its name says."),
        _AS_DOCX,
    ),
    Reason.OLD_WORD: (_("The file is of an old Word version (doc)."), _AS_DOCX),
    Reason.ENCRYPTED: (
        _("The file is protected by a password."),
        _("Save it without a password and upload it again."),
    ),
    Reason.MACRO: (
        _("The file holds macros or scripts, which are programs."),
        _("Save it as docx without macros, or print it to PDF."),
    ),
    Reason.ATTACHMENT: (
        _("The file holds other files or media."),
        _("Print it to PDF again without attachments."),
    ),
    Reason.NO_TEXT: (
        _("The file holds pictures and no text, as scans do."),
        _("Export it as PDF from the program it was written in, or start from your profile."),
    ),
    Reason.TOO_MANY_PAGES: (
        _("The file has more than 10 pages."),
        _("Upload the resume alone, without certificates and works."),
    ),
    Reason.UNPACKS_TOO_LARGE: (
        _("The file unpacks to far more than a resume can hold."),
        _AS_DOCX,
    ),
    Reason.TOO_MANY_PARTS: (_("The file has far more parts than a resume needs."), _AS_DOCX),
    Reason.EXTERNAL: (
        _("The file asks to load something from elsewhere."),
        _("Copy the text into a new document and save that as docx or PDF."),
    ),
    Reason.DAMAGED: (_("The file is damaged or incomplete."), _AS_DOCX),
    Reason.TOO_SLOW: (
        _("Reading the file takes too much time or memory."),
        _("Save it again as a plain docx or PDF, or start from your profile."),
    ),
}


class RefusedFileError(InvalidError):
    """``reason`` is stable, ``message`` says why and ``fix`` what to do, in the active language."""

    def __init__(self, reason: Reason) -> None:
        why, fix = _WORDS[reason]
        super().__init__(why)
        self.reason = reason
        self.code = f"resume_{reason}"
        self.fix = fix
