from __future__ import annotations

import re
from importlib.resources import files

import pytest

from storymap.drawing import assets, bundle, component

ENTRIES = ("page.js", "alone.js", "component.js")


def joined(**modules: str) -> str:
    texts = {f"{name}.js": text for name, text in modules.items()}
    return bundle.joined("main.js", texts.__getitem__)


def test_modules_come_after_what_they_import() -> None:
    text = joined(
        main='import { two } from "./middle.js";\ntwo();\n',
        middle='import { one } from "./base.js";\nexport const two = () => one();\n',
        base="export function one() {}\n",
    )
    assert text.index("function one") < text.index("const two") < text.index("two();")
    assert "import" not in text
    assert "export" not in text


def test_a_module_imported_twice_is_written_once() -> None:
    text = joined(
        main='import { a } from "./a.js";\nimport { b } from "./b.js";\n',
        a='import { b } from "./b.js";\nexport const a = b;\n',
        b="export const b = 1;\n",
    )
    assert text.count("const b = 1;") == 1


@pytest.mark.parametrize(
    ("modules", "complaint"),
    [
        ({"main": 'import { a } from "./a.js";\n', "a": "const a = 1;\n"}, "does not export a"),
        (
            {
                "main": 'import { a } from "./a.js";\nconst b = 1;\n',
                "a": "export const a = 1;\nlet b;\n",
            },
            "b is declared in a.js too",
        ),
        (
            {
                "main": 'import { a } from "./a.js";\nexport const m = 1;\n',
                "a": 'import { m } from "./main.js";\nexport const a = 1;\n',
            },
            "imports itself",
        ),
        ({"main": 'import a from "./a.js";\n'}, "cannot bundle"),
        ({"main": "export { a };\n"}, "cannot bundle"),
        ({"main": "export default a;\n"}, "cannot bundle"),
    ],
)
def test_what_cannot_be_joined_is_refused(modules: dict[str, str], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        joined(**modules)


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_scripts_of_the_page_can_be_joined_and_end_no_script_element(entry: str) -> None:
    text = bundle.script(entry)
    assert "</script" not in text.lower()
    assert "<!--" not in text


def test_every_module_is_used_and_no_two_declare_the_same_name() -> None:
    names = {p.name for p in (files("storymap.drawing") / "page" / "js").iterdir()}
    used = {m for e in ENTRIES for m in re.findall(r"^// (\S+\.js)$", bundle.script(e), re.M)}
    assert used == names


def test_every_word_that_a_module_says_is_in_the_catalogue() -> None:
    said = set()
    for entry in ENTRIES:
        said |= set(re.findall(r'\bsay\(\s*"(\w+)"', bundle.script(entry)))
    assert said - set(assets.words()) == set()


def test_styles_name_colours_only_in_the_palettes() -> None:
    for name in assets.STYLES:
        sheet = assets.text_of(f"css/{name}.css")
        assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(", sheet) == [], name


def test_both_palettes_set_the_same_properties() -> None:
    light, dark = (
        set(re.findall(r"--storymap-[\w-]+(?=:)", assets.text_of(f"css/{name}.css")))
        for name in ("light", "dark")
    )
    assert light == dark


def test_the_component_is_a_module_with_a_default_export() -> None:
    text = component.js()
    assert text.endswith("export default mountComponent;\n")
    assert text.count("export default") == 1


def test_the_component_asks_its_host_whether_it_is_dark() -> None:
    assert '.storymap[data-theme="dark"] {' in component.css()
    assert "prefers-color-scheme" not in component.css()
    assert "prefers-color-scheme" in assets.page_styles()
