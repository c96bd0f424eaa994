"""`python -m storymap`."""

from storymap.cli import main

main()
