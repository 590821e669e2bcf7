import numpy as np
import pytest

from employment.matches.models import PostingVector, StudentVector
from employment.matches.services.embedding import read_vectors
from tests.factories.postings import make_posting
from tests.factories.students import make_student

pytestmark = pytest.mark.django_db


def test_a_shared_vector_is_read_once_as_stored():
    vector = np.array([0.5, -0.125, 0.3333], dtype=np.float16)
    for student in (make_student(), make_student()):
        StudentVector.objects.create(student=student, key="a", encoder="e", vector=vector)
    PostingVector.objects.create(posting=make_posting(), key="b", encoder="e", vector=-vector)

    found = read_vectors({"a": "", "b": "", "c": ""})

    assert set(found) == {"a", "b"}
    assert np.array_equal(found["a"], vector.astype(np.float32))
    assert np.array_equal(found["b"], -vector.astype(np.float32))
    assert found["a"].dtype == np.float32
