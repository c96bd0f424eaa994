"""Comma-separated values: a row per mention, for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io

from storymap.model import COLUMNS, Story

_BYTE_ORDER_MARK = "\ufeff"

# What a spreadsheet takes for the beginning of a formula or a command:
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(story: Story, *, bom: bool = False) -> str:
    """Return the rows of `Story.rows` under the names of `COLUMNS`, as RFC 4180 has it.

    What is not known is an empty cell. A text that a spreadsheet would run as a formula gets an
    apostrophe before it; numbers are left alone. `bom` begins the file with a byte order mark,
    without which Excel does not take it for UTF-8.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(COLUMNS)
    writer.writerows(map(_cell, row) for row in story.rows())
    return (_BYTE_ORDER_MARK if bom else "") + lines.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value
