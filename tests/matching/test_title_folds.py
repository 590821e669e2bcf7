import numpy as np

from matching import title_folds
from matching.encoders import HashingEncoder
from matching.heads.fit_title_space import Material, embed

ENCODER = HashingEncoder(64)
CORPUS = [{"title_id": str(at), "title": t} for at, t in enumerate(("chef", "baker", "nurse"))]


def test_same_jobs_hides_the_query_itself_and_groups_that_share_its_titles():
    judged = [["cook", "chef"], ["kitchen", "chef", "baker"], ["doctor", "nurse"]]
    titles = [title for group in judged for title in group]
    material = Material([], [], judged=judged, vectors=embed(titles, ENCODER))
    queries = [{"query": "cook", "relevant": ["0", "1"]}]

    hidden = title_folds.same_jobs(queries, CORPUS, material, ENCODER)

    assert np.array_equal(hidden, [[True, True, False]])
