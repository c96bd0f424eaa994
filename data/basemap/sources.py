"""Read Natural Earth out of the Debian packages that carry it, with the standard library alone.

Points are (lon, lat) in degrees. Rings keep the order of the source, closing point included.
"""

from __future__ import annotations

import hashlib
import sqlite3
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]
Line = list[Point]
Polygon = list[Line]
Fields = dict[str, str]

MULTIPOLYGON = 6
"""Well-known binary's number for it."""


@dataclass(frozen=True, slots=True)
class Package:
    """A Debian package, pinned."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Feature:
    """A record of a source: its fields as text, and its polygons or its lines."""

    fields: Fields
    polygons: list[Polygon]
    lines: list[Line]


def unpack(package: Package, folder: Path) -> Path:
    """Download a package, check it against its pin, and return the folder of its files."""
    subprocess.run(
        ["apt-get", "download", f"{package.name}={package.version}"], cwd=folder, check=True
    )
    (archive,) = folder.glob(f"{package.name}_*.deb")
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        raise SystemExit(f"{archive.name} has SHA-256 {found}, expected {package.sha256}")
    target = folder / package.name
    subprocess.run(["dpkg", "-x", archive, target], check=True)
    return target


def read_geopackage(path: Path, layer: str) -> Iterator[Feature]:
    """Yield the features of a layer of an OGC GeoPackage, by feature id."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    for row in connection.execute(f'SELECT * FROM "{layer}" ORDER BY fid'):  # noqa: S608
        fields = {
            k: str(row[k] or "")
            for k in row.keys()  # noqa: SIM118
            if k not in ("fid", "geom")
        }
        yield _feature_of_wkb(fields, _without_header(row["geom"]))
    connection.close()


def _without_header(blob: bytes) -> memoryview:
    """Strip the GeoPackage header; bits 1 to 3 of its flags say how long the envelope is."""
    envelope_doubles = (0, 4, 6, 6, 8)[blob[3] >> 1 & 7]
    return memoryview(blob)[8 + 8 * envelope_doubles :]


def _feature_of_wkb(fields: Fields, wkb: memoryview) -> Feature:
    """Read a little-endian multipolygon or multilinestring of two dimensions."""
    _, kind, count = struct.unpack_from("<BII", wkb)
    feature = Feature(fields, [], [])
    at = 9
    for _ in range(count):
        at += 5
        if kind == MULTIPOLYGON:
            (rings,) = struct.unpack_from("<I", wkb, at)
            at += 4
            polygon = []
            for _ in range(rings):
                line, at = _wkb_line(wkb, at)
                polygon.append(line)
            feature.polygons.append(polygon)
        else:
            line, at = _wkb_line(wkb, at)
            feature.lines.append(line)
    return feature


def _wkb_line(wkb: memoryview, at: int) -> tuple[Line, int]:
    (count,) = struct.unpack_from("<I", wkb, at)
    numbers = struct.unpack_from(f"<{2 * count}d", wkb, at + 4)
    return list(zip(numbers[::2], numbers[1::2], strict=True)), at + 4 + 16 * count


def read_shapefile(path: Path) -> Iterator[Feature]:
    """Yield the features of an ESRI shapefile of polylines (3) or polygons (5).

    The rings of a polygon record come as polygons of one ring each, for a shapefile does not say
    which ring is a hole of which.
    """
    shapes = memoryview(path.with_suffix(".shp").read_bytes())
    index = struct.iter_unpack(">2I", path.with_suffix(".shx").read_bytes()[100:])
    records = _dbase_records(path.with_suffix(".dbf").read_bytes())
    for (words, _), fields in zip(index, records, strict=True):
        lines = _shape_parts(shapes[2 * words + 8 :])
        yield Feature(fields, [[line] for line in lines], lines)


def _shape_parts(shape: memoryview) -> list[Line]:
    if struct.unpack_from("<i", shape)[0] == 0:
        return []
    part_count, point_count = struct.unpack_from("<2i", shape, 36)
    starts = [*struct.unpack_from(f"<{part_count}i", shape, 44), point_count]
    numbers = struct.unpack_from(f"<{2 * point_count}d", shape, 44 + 4 * part_count)
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    return [points[a:b] for a, b in pairwise(starts)]


def _dbase_records(dbf: bytes) -> Iterator[Fields]:
    count, header, width = struct.unpack_from("<IHH", dbf, 4)
    columns = []
    for at in range(32, header - 1, 32):
        name = dbf[at : at + 11].split(b"\0")[0].decode("ascii")
        columns.append((name, dbf[at + 16]))
    for record in range(count):
        at = header + record * width + 1
        fields = {}
        for name, size in columns:
            fields[name] = dbf[at : at + size].decode("utf-8", "replace").strip(" \0")
            at += size
        yield fields
