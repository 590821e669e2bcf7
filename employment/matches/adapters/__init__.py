"""Rows to engine values and back: the only place where both vocabularies meet."""
