import pytest

from storymap.reading.language import guess_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor of the town said that it was the worst flood in a hundred years."),
        ("de", "Die Stadt liegt an der Donau, und das Wasser ist in den Straßen gestiegen."),
        ("fr", "La ville est sur le fleuve et les eaux sont montées dans les rues du centre."),
        ("es", "El agua subió en las calles de la ciudad y los vecinos salieron con lo que había."),
        (
            "it",
            "La città si trova sul fiume e l’acqua è salita nelle vie del centro con la pioggia.",
        ),
        (
            "ru",
            "Вода поднялась на улицах города, и жители не могли выйти, как это было до войны.",
        ),
        ("uk", "Вода піднялася на вулицях міста, і мешканці не могли вийти з домівок до ранку."),
        (
            "tr",
            "Nehir taştı ve su bir gecede şehrin sokaklarını doldurdu, ama çok kişi için geç oldu.",
        ),
        (
            "ar",
            "ارتفع الماء في شوارع المدينة ولم يتمكن السكان من الخروج إلى أن طلع الصباح على القرية",
        ),
        (
            "ky",
            "Суу көтөрүлүп, шаардын көчөлөрүн каптады, бирок эч ким жабыркаган жок деп айтышты.",
        ),
        ("sv", "Vattnet steg i staden, och det är inte klart när vägen öppnas eller av vem."),
        ("he", "המים עלו ברחובות העיר"),
        ("el", "Τα νερά ανέβηκαν στους δρόμους"),
        ("ja", "水は町の通りに上がった"),
        ("zh", "河水涨到城里的街道"),
        ("ko", "물이 거리로 올라왔다"),
    ],
)
def test_a_sentence_shows_its_language(language: str, text: str) -> None:
    assert guess_language(text) == language


@pytest.mark.parametrize(
    "text", ["", "🌍", "Lyon, Turin, Trieste", "Det er vand i byen og på vejen.", "12:30", "de de"]
)
def test_where_little_tells_nothing_is_guessed(text: str) -> None:
    assert guess_language(text) == ""
