"""`storymap gazetteer …`: what the gazetteer holds, and how it is changed."""

import click

from storymap.cli.gazetteer.describe import describe
from storymap.cli.gazetteer.search import search


@click.group()
def gazetteer() -> None:
    """Look into the gazetteer.

    \b
    Example:
      storymap gazetteer search Jalalabad
    """


for _command in (search, describe):
    gazetteer.add_command(_command)
