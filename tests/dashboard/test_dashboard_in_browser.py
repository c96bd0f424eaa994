"""The dashboard as its users start it: a real server and a real browser, and no other network."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.server]

ROOT = Path(__file__).parents[2]
ARTICLE = "TASHKENT, Uzbekistan - A bus left for Bishkek on Monday.\n\nKyrgyzstan was cold."
START = "from storymap.dashboard import launch; launch(port={port}, browser=False)"
PATIENCE_SECONDS = 60


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The address of a dashboard that was started away from the source tree."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-c", START.format(port=port)],
        cwd=tmp_path_factory.mktemp("elsewhere"),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_until_it_listens(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        stop(server)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_it_listens(port, server):
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    pytest.fail(f"the dashboard did not start on port {port}")


def stop(server):
    os.killpg(server.pid, signal.SIGTERM)
    server.wait(timeout=20)


@pytest.fixture
def page(driven_chromium):
    context = driven_chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def requests(page):
    """Addresses that the page asks for, away from this machine."""
    found = []
    local = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
    page.on("request", lambda r: found.append(r.url) if not r.url.startswith(local) else None)
    return found


def test_a_pasted_article_is_linked_to_its_map_without_the_network(page, requests, address):
    page.goto(address)
    page.get_by_label("Text of the article").fill(ARTICLE)
    page.get_by_role("button", name="Make the story map").first.click()

    bishkek = page.locator("mark", has_text="Bishkek")
    bishkek.click(timeout=PATIENCE_SECONDS * 1000)
    pin = page.locator('.storymap-map [data-place="gn:1528675"]').first
    expect(bishkek).to_have_attribute("aria-current", "true")
    expect(pin).to_have_attribute("aria-current", "true")

    page.locator('.storymap-map [data-place="gn:1512569"]').first.click()
    expect(page.locator("mark", has_text="TASHKENT")).to_have_attribute("aria-current", "true")
    expect(pin).not_to_have_attribute("aria-current", "true")
    assert requests == []


def test_the_story_can_be_downloaded(page, address):
    page.goto(address)
    page.get_by_label("Text of the article").fill(ARTICLE)
    page.get_by_role("button", name="Make the story map").first.click()
    page.get_by_role("button", name="Download").click(timeout=PATIENCE_SECONDS * 1000)
    with page.expect_download() as download:
        page.get_by_role("button", name="GeoJSON (.geojson)").click()
    assert download.value.suggested_filename.endswith(".geojson")
    assert '"gn:1528675"' in download.value.path().read_text()
