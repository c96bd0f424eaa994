"""The page as a component of a Streamlit app (Components v2).

    import streamlit as st
    from storymap.drawing import component, payload

    story_view = st.components.v2.component(
        "storymap", html=component.html(), css=component.css(), js=component.js()
    )
    shown = story_view(data=payload(story), key="story", height=720, on_active_change=lambda: None)
    shown.active     # {"mention": "m7", "place": "gn:1528675"}, or None

Mount it with a key: then a rerun with the same story leaves the reader where they are.
"""

from storymap.drawing import assets, bundle


def html() -> str:
    """The element that the script fills."""
    return '<div class="storymap-host"><div class="storymap" data-mount></div></div>\n'


def css() -> str:
    """Leaflet's styles and the page's, dark where the script finds the app dark."""
    return f"{assets.leaflet_styles()}\n{assets.component_styles()}"


def js() -> str:
    """An ES module whose default export mounts the story into its parent element."""
    leaflet = assets.leaflet_script()
    script = bundle.script("component.js")
    return (
        "const L = (() => {\nconst module = { exports: {} };\nconst exports = module.exports;\n"
        f"{leaflet}\nreturn exports.noConflict();\n}})();\n{script}\n"
        "export default mountComponent;\n"
    )
