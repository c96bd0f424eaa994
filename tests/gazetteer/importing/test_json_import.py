import json

import pytest

from storymap.errors import GazetteerError
from storymap.gazetteer.importing.reading import How
from storymap.model import Extent, NameKind, PlaceName
from tests.gazetteer.importing.sources import filled, record, records, rejected, written

POINT = {"type": "Point", "coordinates": [72.97, 40.9]}
SQUARE = {"type": "Polygon", "coordinates": [[[70, 40], [74, 40], [74, 42], [70, 42], [70, 40]]]}


def feature(geometry=POINT, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features, **members):
    return json.dumps({"type": "FeatureCollection", **members, "features": features})


def geojson(folder, *features):
    return written(folder, "local.geojson", collection(*features))


def test_a_point_with_a_name_is_a_place(tmp_path):
    place = record(geojson(tmp_path, feature(name="Teyit", population=120))).place
    assert (place.name, place.lat, place.lon, place.population) == ("Teyit", 40.9, 72.97, 120)


def test_a_polygon_becomes_its_centre_and_extent(tmp_path):
    place = record(geojson(tmp_path, feature(SQUARE, name="Field"))).place
    assert (place.lat, place.lon) == (41.0, 72.0)
    assert place.extent == Extent(40.0, 70.0, 42.0, 74.0)


def test_a_shape_across_the_antimeridian_stays_narrow(tmp_path):
    halves = [
        [[[178, -18], [180, -18], [180, -16], [178, -16], [178, -18]]],
        [[[-180, -18], [-179, -18], [-179, -16], [-180, -16], [-180, -18]]],
    ]
    shape = {"type": "MultiPolygon", "coordinates": halves}
    place = record(geojson(tmp_path, feature(shape, name="Fiji"))).place
    assert place.extent == Extent(-18.0, 178.0, -16.0, -179.0)


def test_names_in_the_manner_of_openstreetmap_are_read(tmp_path):
    properties = {"name": "Ош", "name:en": "Osh", "old_name": "Osh-Bazar;Oshskoye"}
    assert record(geojson(tmp_path, feature(**properties))).names == (
        PlaceName("Osh", "en"),
        PlaceName("Osh-Bazar", "", NameKind.HISTORIC),
        PlaceName("Oshskoye", "", NameKind.HISTORIC),
    )


def test_properties_can_be_mapped(tmp_path):
    path = geojson(tmp_path, feature(ORT="Teyit", name="no"))
    assert record(path, how=How(mapping={"name": "ORT"})).place.name == "Teyit"


def test_features_a_line_each_are_read(tmp_path):
    text = "\n".join(json.dumps(feature(name=name)) for name in ("A1", "B2"))
    path = written(tmp_path, "a.geojsonl", text)
    assert [r.place.name for r in records(path)] == ["A1", "B2"]


def test_a_feature_without_a_position_is_rejected_by_line(tmp_path):
    text = json.dumps(json.loads(collection(feature(), feature(None, name="X"))), indent=1)
    path = written(tmp_path, "a.geojson", text)
    line = text[: text.index('"X"')].count("\n")
    told = rejected(path)
    assert "name: missing" in told[0]
    assert "geometry: missing" in told[1]
    assert abs(int(told[1].split("line ")[1].split(":")[0]) - line) <= 3


@pytest.mark.parametrize(
    "coordinates", ["abc", [], [[]], [None, 1], {"a": 1}, [[[[[[[[[[[1, 2]]]]]]]]]]]]
)
def test_odd_coordinates_are_rejected(tmp_path, coordinates):
    shape = {"type": "Polygon", "coordinates": coordinates}
    assert "geometry: " in rejected(geojson(tmp_path, feature(shape, name="X")))[0]


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_json_that_ends_early_is_told_by_line(tmp_path, cut):
    text = json.dumps(json.loads(collection(*[feature(name="Teyit")] * 3)), indent=1)
    path = written(tmp_path, "a.geojson", text[:-cut])
    with pytest.raises(GazetteerError, match=r"a\.geojson, line \d+: not valid JSON"):
        records(path)


def test_json_nested_beyond_measure_is_told(tmp_path):
    text = '{"type": "FeatureCollection", "x": ' + "[" * 100_000
    with pytest.raises(GazetteerError, match="nested too deeply"):
        records(written(tmp_path, "a.geojson", text))


def test_large_collections_are_read_in_pieces(tmp_path):
    path = geojson(tmp_path, *(feature(name=f"P{n}", id=n) for n in range(5000)))
    assert [r.place.id for r in records(path)][-1] == "local:4999"


def test_a_collection_in_one_very_long_line_is_read(tmp_path):
    path = geojson(tmp_path, *(feature(name=f"P{n}", x="x" * 1_000_000) for n in range(17)))
    assert len(records(path)) == 17


LINKED = {
    "@id": "https://pleiades.stoa.org/places/579885",
    "type": "Feature",
    "properties": {"title": "Athenae", "ccodes": ["GR"], "fclasses": ["P"]},
    "when": {"timespans": [{"start": {"in": "-0750"}, "end": {"in": "0640"}}]},
    "names": [{"toponym": "Ἀθῆναι", "lang": "grc"}, {"toponym": "Athens", "lang": "en"}],
    "types": [{"identifier": "aat:300008347", "label": "inhabited place"}],
    "geometry": {"type": "Point", "coordinates": [23.72, 37.97]},
    "relations": [{"relationType": "gvp:broaderPartitive", "relationTo": "pleiades:579888"}],
    "links": [{"type": "exactMatch", "identifier": "https://example.org/athens"}],
    "descriptions": [{"value": "A polis."}],
}


def test_linked_places_keep_names_times_and_relations(tmp_path):
    text = collection(LINKED, **{"@context": "https://example.org/linkedplaces-context.jsonld"})
    read = record(written(tmp_path, "greek.json", text))
    place = read.place
    assert (place.id, place.name, place.country) == ("pleiades:579885", "Athenae", "GR")
    assert (place.feature_class, place.feature_code) == ("P", "PPL")
    assert read.names == (PlaceName("Ἀθῆναι", "grc"), PlaceName("Athens", "en"))
    assert (read.since, read.until, read.note) == ("-0750", "0640", "A polis.")
    assert read.parents == ("pleiades:579888",)
    assert read.links == ("https://example.org/athens",)


def test_the_head_of_a_linked_places_file_tells_whose_it_is(tmp_path):
    indexing = {"@type": "Dataset", "name": "Greek places", "license": "CC BY 4.0"}
    path = written(tmp_path, "greek.json", collection(LINKED, indexing=indexing))
    store, _ = filled(tmp_path / "out.sqlite", path)
    assert [(a.text, a.licence) for a in store.attributions()] == [("Greek places", "CC BY 4.0")]


def test_a_table_of_linked_places_is_read(tmp_path):
    path = written(
        tmp_path,
        "greek.tsv",
        "id\ttitle\ttitle_source\tfclasses\tccodes\tvariants\ttypes\tgeowkt\tstart\tend\n"
        "1\tAthenae\tBarrington\tP\tGR\tἈθῆναι@grc;Athens@en\tcity\tPOINT (23.72 37.97)\t-750"
        "\t640\n",
    )
    read = record(path)
    assert (read.place.id, read.place.lat, read.place.lon) == ("greek:1", 37.97, 23.72)
    assert read.names == (PlaceName("Ἀθῆναι", "grc"), PlaceName("Athens", "en"))
    assert (read.since, read.until) == ("-0750", "0640")


def test_the_table_of_pleiades_is_read(tmp_path):
    path = written(
        tmp_path,
        "pleiades-places.csv",
        "bbox,description,featureTypes,id,locationPrecision,maxDate,minDate,path,reprLat,reprLong,"
        "timePeriodsKeys,title\n"
        '"23.5,37.5,24.5,38.5",A polis,"fort-2,settlement",579885,rough,640,-750,'
        "/places/579885,38.0,24.0,x,Athenae/Ἀθῆναι\n"
        ",,,2,precise,,,/places/2,,,,Nowhere\n",
    )
    (told,) = rejected(path)
    assert "line 3: lat and lon: missing" in told
    store, _ = filled(tmp_path / "out.sqlite", path)
    place = store.get("pleiades:579885")
    assert (place.feature_code, place.radius_km) == ("FT", 55.6)
    assert store.names(place.id)[1].text == "Ἀθῆναι"
    assert [a.licence for a in store.attributions()] == ["CC BY 3.0"]


def test_quotation_marks_mean_nothing_in_a_table_of_linked_places(tmp_path):
    text = 'id\ttitle\ttitle_source\tlon\tlat\n1\t"The Rock" and more\tx\t23.7\t37.9\n'
    assert record(written(tmp_path, "greek.tsv", text)).place.name == '"The Rock" and more'
