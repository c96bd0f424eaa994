"""The command line: thin over the library, one module per command.

Exit status: 0 done, 1 the user's error (a message, no traceback), 2 usage. Commands import what
they need when they run, so that `storymap --help` answers at once.
"""

import gc

import click

from storymap import __version__
from storymap.cli.build import build
from storymap.cli.dashboard import dashboard
from storymap.cli.evaluate import evaluate
from storymap.cli.export import export
from storymap.cli.gazetteer import gazetteer
from storymap.cli.places import places
from storymap.errors import StorymapError

_OBJECTS_BETWEEN_COLLECTIONS = 20_000
"""Python's 700 suit a process that stays; one that ends soon spends a tenth of its time on them."""


class _Commands(click.Group):
    """A group that turns an error that is the user's to mend into one message and exit 1."""

    def invoke(self, ctx: click.Context) -> object:
        gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
        try:
            return super().invoke(ctx)
        except StorymapError as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="storymap")
def main() -> None:
    """An article in, a story map out: places found, resolved and drawn, offline.

    \b
    Example:
      storymap build seeds/kyrgyz-president.txt
    """


for _command in (build, places, export, gazetteer, evaluate, dashboard):
    main.add_command(_command)
