from storymap.model import Document, PassageKind
from storymap.reading.markdown import parse


def texts(document: Document) -> list[str]:
    return [document.text[p.start : p.end] for p in document.passages]


def test_the_text_is_shown_without_its_markup() -> None:
    source = "The *river* at [Lyon](https://example.org)\nrose by `3 m` &amp; fell\\\nlater."
    assert texts(parse(source)) == ["The river at Lyon rose by 3 m & fell\nlater."]


def test_headings_items_quotations_and_rows_are_passages() -> None:
    source = (
        "# Flood\n\n- Lyon\n- Turin\n\n> It rained.\n\n| Town | Water |\n|-|-|\n| Lyon | 3 m |\n"
    )
    document = parse(source)
    assert texts(document) == ["Flood", "Lyon", "Turin", "It rained.", "Town | Water", "Lyon | 3 m"]
    assert document.passages[0].kind is PassageKind.HEADING
    assert document.title == "Flood"


def test_front_matter_gives_the_particulars() -> None:
    source = (
        "---\ntitle: 'Flood'\ndate: 13 April 2011\nlang: fr\nsource: The Courier\n---\nIt rained."
    )
    document = parse(source)
    found = (document.title, document.date, document.language, document.source)
    assert found == ("Flood", "2011-04-13", "fr", "The Courier")
    assert texts(document) == ["Flood", "It rained."]


def test_a_title_said_twice_is_kept_once() -> None:
    assert texts(parse("---\ntitle: Flood\n---\n# Flood\n\nIt rained.")) == ["Flood", "It rained."]


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    assert texts(parse("---\n\nIt rained.")) == ["It rained."]


def test_scripts_are_not_shown_and_templates_are() -> None:
    source = "Lyon <script>alert(1)</script> {{ 7*7 }} 50{% off ${x}\n\n<style>p {}</style>"
    assert texts(parse(source)) == ["Lyon {{ 7*7 }} 50{% off ${x}"]
