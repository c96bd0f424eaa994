"""From a file, standard input or a string to a `Document`."""

from storymap.reading.files import MAX_BYTES, from_text, read
from storymap.reading.passages import split

__all__ = ["MAX_BYTES", "from_text", "read", "split"]
