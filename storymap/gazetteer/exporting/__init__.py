"""Giving places out in the forms of others; see `forms.Form`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from storymap.errors import WritingError
from storymap.gazetteer.exporting.forms import WRITERS, Form, form_of
from storymap.gazetteer.exporting.walking import Export

__all__ = ["Export", "Form", "export", "form_of", "text_of"]


def text_of(layers: Export, form: Form) -> Iterator[str]:
    """All places of these layers, piece by piece."""
    return WRITERS[form](layers.records(), layers.attributions())


def export(layers: Export, path: Path, form: Form | None = None) -> Path:
    """Write all places of these layers to a file, its form told by its suffix if none is given.

    The file appears complete or not at all; raises WritingError if it cannot be written and
    FormatError if no form is told.
    """
    text = text_of(layers, form or form_of(path))
    draft = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="") as out:
            out.writelines(text)
        os.replace(draft, path)
    except OSError as error:
        raise WritingError(f"{path} cannot be written: {error}.") from error
    finally:
        draft.unlink(missing_ok=True)
    return path
