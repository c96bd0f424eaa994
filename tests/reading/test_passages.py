from hypothesis import example, given
from hypothesis import strategies as st

from storymap.model import PassageKind
from storymap.reading import split

LINES = st.text("ab. \n\t\u00a0é’🌍ش-:", max_size=300) | st.text(max_size=200)


def passages_of(text: str) -> list[str]:
    return [text[p.start : p.end] for p in split(text)]


def kinds_of(text: str) -> list[PassageKind]:
    return [p.kind for p in split(text)]


@given(LINES)
@example("a\r\n\r\nb")
@example("\ufeff \n x")
def test_passages_are_ordered_and_only_white_space_is_left_between_them(text: str) -> None:
    rest, position = "", 0
    for passage in split(text):
        assert position <= passage.start < passage.end <= len(text)
        rest += text[position : passage.start]
        position = passage.end
    assert not (rest + text[position:]).strip()


@given(LINES)
def test_no_passage_begins_or_ends_with_white_space(text: str) -> None:
    assert all(passage == passage.strip() for passage in passages_of(text))


def test_a_blank_line_parts_passages_even_if_it_holds_no_break_spaces() -> None:
    assert passages_of("One.\n \u00a0\nTwo.") == ["One.", "Two."]


def test_a_text_of_white_space_alone_has_no_passage() -> None:
    assert split(" \n\t\n\u00a0") == ()


def test_one_paragraph_to_a_line_stays_so() -> None:
    text = "The ferry left Naxos at dawn.\nBy noon it lay off Paros, and it rained.\nThen home."
    assert passages_of(text) == text.split("\n")


def test_text_wrapped_at_a_column_is_joined() -> None:
    first = (
        "The river rises in the hills above the town and runs for ninety miles\n"
        "through the plain before it meets the sea at a harbour that the Romans\n"
        "built. Nobody has dredged it since, and the harbour master says that\n"
        "nobody will."
    )
    second = "The town council meets on Monday to talk about the money it would need."
    assert passages_of(f"{first}\n\n{second}") == [first, second]


def test_wrapped_paragraphs_without_blank_lines_end_where_a_sentence_ends_early() -> None:
    paragraphs = [
        "The river rises in the hills above the town and runs for ninety miles\nto the sea.",
        "Nobody has dredged it since the war, and the harbour master says that\nnobody will.",
        "Ships that call at the town must wait for the tide, or for the pilot's\nboy to wake.",
    ]
    assert passages_of("\n".join(paragraphs)) == paragraphs


def test_headings_between_lines_do_not_make_them_wrapped() -> None:
    text = (
        "Flood in the valley\nThe water came to Lyon at night, without a warning.\nWhat now\n"
        "It fell by noon and the people of Lyon went home again.\nThe bill\nNobody paid it."
    )
    assert passages_of(text) == text.split("\n")


def test_an_indented_line_begins_a_passage_in_wrapped_text() -> None:
    first = (
        "The river rises in the hills above the town and runs for ninety miles\n"
        "through the plain before it meets the sea at a harbour that the Romans\n"
        "built."
    )
    second = (
        "Nobody has dredged it since, and the harbour master says that nobody\n"
        "ever will while he is alive and well."
    )
    assert passages_of(f"  {first}\n  {second}") == [first, second]


def test_a_short_line_before_text_is_a_heading() -> None:
    text = "Flood in the valley\n\nThe water came at night.\n\nWhat now?\n\nIt fell by noon."
    heading, paragraph = PassageKind.HEADING, PassageKind.PARAGRAPH
    assert kinds_of(text) == [heading, paragraph, heading, paragraph]


def test_a_list_of_names_is_not_a_row_of_headings() -> None:
    text = "They called at:\n\nLyon\n\nTurin\n\nTrieste\n\nIt was a long way home."
    assert set(kinds_of(text)) == {PassageKind.PARAGRAPH}


def test_a_question_in_quotation_marks_is_speech_and_no_heading() -> None:
    assert kinds_of("It rained.\n\n“Where to?”\n\nNobody knew.") == [PassageKind.PARAGRAPH] * 3
