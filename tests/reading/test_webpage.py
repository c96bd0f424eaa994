from storymap.model import Document, PassageKind
from storymap.reading.webpage import looks_like_webpage, parse

PROSE = "The water came to Lyon at night and rose to the second floor of the old town hall. "
PAGE = f"""<!doctype html>
<html lang="en-GB"><head><title>Flood in the valley - The Courier</title>
<meta property="og:site_name" content="The Courier">
<meta property="article:published_time" content="2011-04-13T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Flood in the valley</h1><p>{PROSE * 2}</p>
<h2>What now?</h2><p>{PROSE.replace("Lyon", "<a href='x'>Turin</a>") * 2}</p>
<ul><li>Boats from the coast at Brest</li><li>Bread from Dijon</li></ul></article>
<aside>Related: something else about Berlin</aside><footer>© 2009 The Courier</footer></body></html>
"""


def texts(document: Document, kind: PassageKind) -> list[str]:
    return [document.text[p.start : p.end] for p in document.passages if p.kind is kind]


def test_the_main_text_is_kept_and_the_furniture_dropped() -> None:
    text = parse(PAGE).text
    assert "Turin" in text
    assert "Berlin" not in text
    assert "©" not in text


def test_headings_are_headings_and_the_title_is_one_of_them() -> None:
    document = parse(PAGE)
    assert document.title == "Flood in the valley"
    assert texts(document, PassageKind.HEADING) == ["Flood in the valley", "What now?"]


def test_particulars_come_from_the_head_of_the_page() -> None:
    document = parse(PAGE)
    found = (document.source, document.date, document.language)
    assert found == ("The Courier", "2011-04-13", "en-GB")


def test_no_date_is_made_of_a_copyright_line() -> None:
    assert parse(PAGE.replace("2011-04-13T10:00:00Z", "")).date == ""


def test_a_title_that_the_text_lacks_heads_it() -> None:
    document = parse(f"<title>Flood in Lyon</title><body><p>{PROSE * 3}")
    assert texts(document, PassageKind.HEADING) == ["Flood in Lyon"]


def test_where_no_main_text_is_found_all_that_is_visible_is_kept() -> None:
    page = """<body><nav>Home</nav><script>alert(1)</script><h1>Rivers</h1>Rhône<!-- no -->&lt;b>
        <span>Saône<br>Isère</span><p hidden>unseen</p><pre>Ain
Drôme

Var</pre><table><tr><td>Lyon<td>3 m<tr><td>Valence<td>2 m</table>"""
    document = parse(page)
    assert texts(document, PassageKind.FURNITURE) == ["Home"]
    assert texts(document, PassageKind.HEADING) == ["Rivers"]
    assert texts(document, PassageKind.PARAGRAPH) == [
        "Rhône<b> Saône\nIsère",
        "Ain\nDrôme",
        "Var",
        "Lyon | 3 m",
        "Valence | 2 m",
    ]


def test_a_page_of_comments_alone_has_no_passage() -> None:
    assert parse("<!-- nothing -->").passages == ()


def test_character_references_cannot_bring_control_characters_back() -> None:
    assert "\x07" not in parse("<p>Ly&#7;on and Me&#769;rida").text


def test_a_declaration_of_xml_does_no_harm() -> None:
    page = '<?xml version="1.0" encoding="utf-16"?><html><body><p>Lyon</p></body></html>'
    assert parse(page).text == "Lyon"


def test_a_web_page_is_told_from_a_text_that_quotes_one() -> None:
    assert looks_like_webpage("\n<!-- saved --> <!DOCTYPE HTML>")
    assert looks_like_webpage('<?xml version="1.0"?>\n<html xmlns="x">')
    assert not looks_like_webpage("She wrote <html> on the wall.")
