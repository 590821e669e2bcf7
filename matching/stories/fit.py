"""Fit the reader of stories on the packaged answers; the same input gives the same file.

python -m matching.stories.fit [--measure]
"""

import argparse
import json
import sys
from collections.abc import Sequence

from matching.encoders import PackagedEncoder
from matching.stories import ARTEFACT
from matching.stories.training import WRITERS, figures, fit, packaged_answers


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", action="store_true", help="each writer by a fit on the others")
    options = parser.parse_args(arguments)
    encoder, answers = PackagedEncoder(threads=1), packaged_answers()
    fit(answers, encoder).save(ARTEFACT)
    sys.stdout.write(f"{ARTEFACT.name}: {ARTEFACT.stat().st_size} bytes\n")
    for writer in WRITERS if options.measure else ():
        model = fit([one for one in answers if one.writer != writer], encoder)
        met = figures(model, [one for one in answers if one.writer == writer], encoder)
        sys.stdout.write(f"{writer}: {json.dumps(met)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
