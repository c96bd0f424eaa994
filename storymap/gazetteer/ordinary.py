"""Words so common in the languages of the press that, as names of places, they mislead."""

from __future__ import annotations

ORDINARY_WORDS = frozenset(
    """
    a about above after again all along also an and any are around as at away back bath battle be
    beach because been before bell best better big black blue born both bow bridge brown
    but by can center central centre church city college come corner cross dale day deal down each
    east even every fair few field first for forest four friday from garden given go golden good
    grand gray great green had half hall has have he her here high hill him his home hope house how
    i if in independence into is it its joy just king lake last law league liberty light like
    little long love low man many march may me mercy mile mobile monday more most much my new nice
    no normal north not now of off old on one only opportunity or order orange other our out over
    park peace people point power prince queen reading red rich right river rock rose same saturday
    school see she short so some south split spring star street summer sunday surprise than that
    the their them then there these they this three thursday time to too town truth tuesday two
    under union university up upon us valley very victory was water we wednesday well west what
    when where which white who why will winter wise with wood work year yellow yes you young your
    january february april june july august september october november december
    au aux avec dans de des du elle en est et il la le les ou où par pas plus pour que qui sa se
    ses son sur un une
    aber als am auf aus bei bis das dem den der die doch ein eine er es für ich im ist mit nach
    nicht noch nur oder sich sie sind um und vom von vor wie wir zu zum zur
    al como con del desde el ella ellos era entre es esta este ha hay las los más muy nos para pero
    por sin sobre su sus también
    в и на не по с у к из от до за это как что он она они мы вы но или для при
    """.split()  # noqa: SIM905 (a list literal would be a word a line)
)
"""In lower case."""
