"""The dashboard: an article in, its story map out, in a browser on this machine.

Thin over the library: whatever it does, Python and the command line can do. Streamlit, which only
this package knows, is an extra: `pip install 'storymap[dashboard]'`.
"""

from storymap.dashboard.launching import launch

__all__ = ["launch"]
