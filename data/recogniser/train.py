"""Trains the model that recognises places, from openly licensed texts.

    python data/recogniser/train.py crf TEXTS
    python data/recogniser/train.py words --weights FOLDER

TEXTS is the folder of the sets that MODEL_CARD.md names, as JSON lines. The first command writes
`storymap/geoparsing/tagging/crf.npz`, with the help of the bundled gazetteer; the second
`word_classes.txt`, which the first reads. `requirements.txt` lists what they need.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

_HERE = Path(__file__).parent
_PROJECT = _HERE.parents[1]
_TAGGING = _PROJECT / "storymap" / "geoparsing" / "tagging"
sys.path[:0] = [str(_PROJECT), str(_HERE)]

from training.remembering import RememberedProfiles  # noqa: E402

from storymap.gazetteer import open_gazetteer  # noqa: E402

VERSION = "crf-1"
"""Of the model; the next one is another."""


def main() -> None:
    """Read the command line and make what it asks for."""
    options = _parser().parse_args()
    options.run(options)


def _crf(options: argparse.Namespace) -> None:
    from training.fitting import train_crf

    gazetteer = RememberedProfiles(open_gazetteer())
    train_crf(options.texts, gazetteer, saved=options.out, version=VERSION)


def _words(options: argparse.Namespace) -> None:
    from training.word_classes import write_word_classes

    write_word_classes(options.weights, options.out)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(required=True)
    crf = commands.add_parser("crf", help="train the model")
    crf.add_argument("texts", type=Path, help="folder of the training sets")
    crf.add_argument("--out", type=Path, default=_TAGGING / "crf.npz", help="file to write")
    crf.set_defaults(run=_crf)
    words = commands.add_parser("words", help="group words by their vectors")
    words.add_argument(
        "--weights", type=Path, required=True, help="folder of the published MiniLM-L6 model"
    )
    words.add_argument(
        "--out", type=Path, default=_TAGGING / "word_classes.txt", help="file to write"
    )
    words.set_defaults(run=_words)
    return parser


if __name__ == "__main__":
    main()
