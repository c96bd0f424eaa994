import subprocess
import sys

from storymap.geoparsing import geoparse, trained_recogniser
from storymap.model import Document


def test_the_trained_recogniser_finds_places(tiny):
    document = Document("The train from Bishkek to Osh was late, said Peter Marsh in Bishkek.")
    mentions = trained_recogniser(tiny).recognise(document)
    assert [mention.text for mention in mentions] == ["Bishkek", "Osh", "Bishkek"]


def test_a_story_names_the_model_and_the_rules(tiny):
    story = geoparse("Snow fell in Osh.", gazetteer=tiny, recogniser=trained_recogniser(tiny))
    assert dict(story.versions)["recogniser"].startswith("crf-")
    assert "+rules-" in dict(story.versions)["recogniser"]


def test_without_it_neither_numpy_nor_the_model_is_loaded():
    code = (
        "import sys; from storymap.geoparsing import geoparse; geoparse('Snow fell in Osh.')\n"
        "print(sorted(m for m in sys.modules if m == 'numpy' or '.tagging' in m))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
