"""What can go wrong, as one tree.

Every error that is the user's to mend is a `StorymapError`; its message says what, where and
what to do. Each leaf also inherits the fitting builtin, so `except ValueError` and
`except OSError` work as a caller expects.
"""


class StorymapError(Exception):
    """Root of every error that storymap raises on purpose."""


class ReadingError(StorymapError, ValueError):
    """An article that cannot be read: missing, empty, binary, too large or undecodable."""


class GazetteerError(StorymapError, ValueError):
    """A gazetteer that is missing, damaged or of another version, or a record that is not valid."""


class StoryFileError(StorymapError, ValueError):
    """A story file that is damaged or of a schema that this version does not know."""


class CorpusError(StorymapError, ValueError):
    """An annotated corpus that is missing or damaged; the message names file and line."""


class FormatError(StorymapError, ValueError):
    """A format that is unknown, or that cannot hold what it is asked to hold."""


class DrawingError(StorymapError, ValueError):
    """A map that cannot be drawn as asked, such as tiles whose address has no {z}, {x} and {y}."""


class DashboardError(StorymapError, RuntimeError):
    """A dashboard that cannot be started: Streamlit is not installed, or the story is missing."""


class WritingError(StorymapError, OSError):
    """An output that cannot be written; what stood there before is untouched."""
