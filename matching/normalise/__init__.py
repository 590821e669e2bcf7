"""Turn what people write in a field into one comparable value, keeping what was written.

Every reader takes the original text and returns a frozen value with ``original``, the reading and
``reason``: ``None`` when it could be read, else why not. Readers never raise on odd input.
"""
