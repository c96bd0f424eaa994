"""Text in a table that a spreadsheet would run as a formula.

A cell that begins with one of these characters is written with an apostrophe before it, which a
spreadsheet shows as text; on import one apostrophe goes again. Cells that already look so get one
more, so that nothing is lost.
"""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def neutralised(cell: str) -> str:
    """The cell as it may stand in a table.

    >>> neutralised("=1+1"), neutralised("'s-Gravenhage")
    ("'=1+1", "'s-Gravenhage")
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def restored(cell: str) -> str:
    """The cell as it was before it was neutralised."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
