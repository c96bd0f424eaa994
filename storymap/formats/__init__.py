"""Stories in the formats that other programs read, and back where a format allows it."""

from storymap.formats.files import write_atomically
from storymap.formats.mentions import mentions_json, mentions_table
from storymap.formats.registry import FORMATS, Format, format_of, render, write
from storymap.formats.storyfile import read_story

__all__ = [
    "FORMATS",
    "Format",
    "format_of",
    "mentions_json",
    "mentions_table",
    "read_story",
    "render",
    "write",
    "write_atomically",
]
