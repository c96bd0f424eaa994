"""What is exported and imported again is the same gazetteer, as far as the form has room."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storymap.gazetteer.exporting import Export, Form, export
from storymap.gazetteer.importing.adopting import adopt
from storymap.gazetteer.importing.filling import fill
from storymap.gazetteer.importing.reading import Reading
from storymap.gazetteer.names import fold
from storymap.gazetteer.records import Record
from storymap.gazetteer.store import Store
from storymap.gazetteer.writing import GazetteerWriter, Source
from storymap.model import Attribution, Extent, NameKind, Place, PlaceName, Precision
from tests.gazetteer.editing_desk import editor_in, village
from tests.tiny_gazetteer import tiny_gazetteer

LOSSLESS = (Form.CSV, Form.GEOJSON, Form.LPF)
SUFFIXES = {Form.CSV: "csv", Form.GEOJSON: "geojson", Form.LPF: "lpf.json",
            Form.GEONAMES: "txt", Form.LP_TSV: "tsv"}  # fmt: skip


def content(store):
    """All that a gazetteer file says."""
    return [*store.walk()], store.attributions()


def again(store, form, folder):
    """The gazetteer file that an import of its export makes."""
    path = export(Export(store), Path(folder) / f"out.{SUFFIXES[form]}")
    report = fill(Reading([path]), Path(folder) / "again.sqlite")
    assert [str(row) for row in report.rejections] == []
    return Store(Path(folder) / "again.sqlite")


@pytest.mark.parametrize("form", LOSSLESS)
def test_the_tiny_gazetteer_comes_back_whole(tmp_path, form):
    tiny = tiny_gazetteer(tmp_path / "tiny.sqlite")
    assert content(again(tiny, form, tmp_path)) == content(tiny)


def kept_by_geonames(place):
    precision = Precision.AREA if place.feature_class in "AL" else Precision.EXACT
    source = "geonames" if place.id.startswith("gn:") else place.id.partition(":")[0]
    countries = () if place.country else place.countries
    return replace(
        place, extent=None, precision=precision, radius_km=0.0, source=source, countries=countries
    )


def test_the_columns_of_geonames_keep_places_and_texts_of_names(tmp_path):
    tiny = tiny_gazetteer(tmp_path / "tiny.sqlite")
    back = again(tiny, Form.GEONAMES, tmp_path)
    for place, names in tiny.walk():
        assert back.get(place.id) == kept_by_geonames(place)
        assert {n.text for n in back.names(place.id)} == {n.text for n in names}


def test_lp_tsv_keeps_positions_extents_and_languages(tmp_path):
    tiny = tiny_gazetteer(tmp_path / "tiny.sqlite")
    back = again(tiny, Form.LP_TSV, tmp_path)
    for place, names in tiny.walk():
        found = back.get(place.id)
        assert (found.lat, found.lon, found.extent) == (place.lat, place.lon, place.extent)
        assert (found.feature_code, found.country) == (place.feature_code, place.country)
        kept = {(n.text, n.language) for n in back.names(place.id)}
        assert kept == {(n.text, n.language) for n in names}


@pytest.mark.parametrize("form", LOSSLESS)
def test_edits_come_back_with_all_that_only_they_keep(tmp_path, form):
    ours = village(
        note="behind the mill\nand the dam", links=("https://example.org/ak-jar",),
        since="1876", until="1991-08-31", parents=("gn:1528248",),
    )  # fmt: skip
    editor = editor_in(tmp_path)
    editor.add(ours)
    path = export(Export(editor.layer), tmp_path / f"own.{SUFFIXES[form]}")
    (tmp_path / "second").mkdir()
    second = editor_in(tmp_path / "second")
    adopt(Reading([path]), second)
    assert second.layer.entry("own:ak-jar") == editor.layer.entry("own:ak-jar")


LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1)
TEXTS = LETTERS.map(lambda t: " ".join(t.split())).filter(lambda t: bool(fold(t)))
LANGUAGES = st.sampled_from(["", "en", "ky", "zh-Hant", "sr-Latn", "grc"])
NAMES = st.builds(PlaceName, TEXTS, LANGUAGES, st.sampled_from(NameKind))
EDGES = st.tuples(*[st.floats(-90, 90)] * 2, *[st.floats(-180, 180)] * 2)
EXTENTS = EDGES.map(lambda e: Extent(min(e[:2]), e[2], max(e[:2]), e[3]))
CODES = st.sampled_from(["KG", "UZ", "FR"])


@st.composite
def places(draw):
    radius = draw(st.sampled_from([0.0, 2.5, 10.0]))
    area = draw(st.sampled_from([Precision.EXACT, Precision.AREA]))
    kind = draw(st.sampled_from([("P", "PPL"), ("A", "ADM1"), ("L", "RGN"), ("H", "")]))
    return Place(
        f"own:{draw(st.uuids())}", draw(TEXTS), draw(st.floats(-90, 90)),
        draw(st.floats(-180, 180)), *kind, draw(CODES | st.just("")),
        draw(st.sampled_from(["", "03", "TX"])), population=draw(st.integers(0, 10**10)),
        extent=draw(st.none() | EXTENTS), precision=Precision.APPROXIMATE if radius else area,
        radius_km=radius, countries=tuple(draw(st.lists(CODES, unique=True))), source="own",
    )  # fmt: skip


@pytest.mark.parametrize("form", LOSSLESS)
@settings(max_examples=60, deadline=None)
@given(records=st.lists(st.builds(Record, places(), st.lists(NAMES, max_size=4)), min_size=1))
def test_any_gazetteer_comes_back_whole(form, records):
    said = Attribution("own", '=Ours, and "yours"', "CC0", "https://example.org/")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "any.sqlite"
        with GazetteerWriter(path, version="any") as writer:
            writer.add_source(Source(said))
            for record in records:
                writer.add(record.place, record.names)
        store = Store(path)
        assert content(again(store, form, folder)) == content(store)
