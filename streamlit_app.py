"""The dashboard for `streamlit run streamlit_app.py`; `storymap dashboard` starts it too."""

from storymap.dashboard.app import main

main()
