"""`storymap gazetteer …`: what the gazetteer holds, and how it is changed."""

import click

from storymap.cli.gazetteer.add import add
from storymap.cli.gazetteer.block import block
from storymap.cli.gazetteer.check import check
from storymap.cli.gazetteer.confirm import confirm
from storymap.cli.gazetteer.describe import describe
from storymap.cli.gazetteer.edit import edit
from storymap.cli.gazetteer.export_ import export_
from storymap.cli.gazetteer.hide import hide
from storymap.cli.gazetteer.history import history
from storymap.cli.gazetteer.import_ import import_
from storymap.cli.gazetteer.merge import merge
from storymap.cli.gazetteer.prefer import prefer
from storymap.cli.gazetteer.restore import restore
from storymap.cli.gazetteer.search import search
from storymap.cli.gazetteer.show import show
from storymap.cli.gazetteer.undo import redo, undo


@click.group()
def gazetteer() -> None:
    """Look into the gazetteer and change it.

    Changes go to a file of your own, over the bundled gazetteer, which stays as it is.

    \b
    Examples:
      storymap gazetteer search Jalalabad
      storymap gazetteer add "Ak-Jar" --at 40.85,72.91 --country KG
    """


_LOOKING = (search, show, history, check, describe)
_CHANGING = (add, edit, hide, restore, merge, block, prefer, confirm, undo, redo)
_EXCHANGING = (import_, export_)

for _command in (*_LOOKING, *_CHANGING, *_EXCHANGING):
    gazetteer.add_command(_command)
