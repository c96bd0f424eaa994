import pytest

from storymap.dashboard.open_story import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Kyrgyz president ‘offers to resign’", "kyrgyz-president-offers-to-resign"),
        ("Тейит: ночь", "тейит-ночь"),
        ("  ../../etc/passwd ", "etc-passwd"),
        ("😀 …", "story"),
        ("", "story"),
    ],
)
def test_a_title_makes_a_file_name(title, name):
    assert file_name(title) == name
