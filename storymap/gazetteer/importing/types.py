"""Reading what sort of place a text names: GeoNames' codes, or a plain word."""

from __future__ import annotations

import re

from storymap.gazetteer.names import fold

_CODES = {
    "A": "ADM1 ADM2 ADM3 ADM4 ADM5 ADMD ADM1H ADM2H PCL PCLD PCLF PCLH PCLI PCLIX PCLS PRSH TERR "
    "ZN ZNB",
    "H": "BAY BAYS BCH CHN CNL CNLI COVE ESTY FLLS FJD GLCR GULF HBR INLT LGN LK LKS MRSH OCN PND "
    "RSV RF RVN SD SEA SPNG STM STMS STRT SWMP WAD WLL WTRC",
    "L": "AMUS AREA BTL CMN CONT CST FLD GRAZ INDS LCTY MILB MNA NVB OAS PRK PRT RES RESN RESW "
    "RGN RGNE RGNH RGNL SALT",
    "P": "PPL PPLA PPLA2 PPLA3 PPLA4 PPLA5 PPLC PPLCH PPLF PPLG PPLH PPLL PPLQ PPLR PPLS PPLW "
    "PPLX STLMT",
    "R": "RD RDJCT RR RTE ST STKR TNL TRL",
    "S": "AIRP AIRF ANS BDG BLDG BRKS CAVE CH CMP CMTY CSTL CVNT DAM FCL FRM FRMT FT GRVE GVTOBJ "
    "HSP HTL LTHSE MKT MLL MN MNMT MSQE MSTY MUS NUC PAL PRN PS PYR RSTN RUIN SCH SHRN SQR STDM "
    "TMB TMPL THTR TOWR UNIV WALL",
    "T": "ASPH CAPE CLF CNYN DLTA DSRT DUNE HLL HLLS ISL ISLS ISTH MT MTS PASS PEN PK PKS PLAT "
    "PLN PT RDGE SLP UPLD VAL VLC",
    "U": "BNKU RDGU SMU TNCU",
    "V": "FRST GRSLD GRVO MDW OCH SCRB VIN",
}
_CLASS_OF = {code: letter for letter, codes in _CODES.items() for code in codes.split()}
_WORDS = {
    "PPL": "settlement town city village hamlet populatedplace inhabitedplace locality place aul "
    "aiyl kishlak commune municipality",
    "PPLC": "capital nationalcapital",
    "PPLX": "neighbourhood neighborhood quarter suburb borough cityquarter",
    "PPLQ": "abandonedvillage ghosttown",
    "PCLI": "country nation",
    "ADM1": "state province region1 oblast governorate admin1",
    "ADM2": "district county rayon raion department admin2",
    "RGN": "region area historicalregion macroregion",
    "CONT": "continent",
    "STM": "river stream creek brook",
    "WAD": "wadi",
    "CNL": "canal",
    "LK": "lake",
    "RSV": "reservoir",
    "SEA": "sea",
    "OCN": "ocean",
    "BAY": "bay",
    "GULF": "gulf",
    "STRT": "strait",
    "SPNG": "spring hotspring",
    "FLLS": "waterfall falls",
    "GLCR": "glacier",
    "SWMP": "swamp marsh wetland",
    "MT": "mountain peak summit mount",
    "MTS": "mountains mountainrange range",
    "HLL": "hill",
    "VAL": "valley",
    "PASS": "pass mountainpass",
    "DSRT": "desert",
    "ISL": "island isle",
    "ISLS": "islands archipelago",
    "CAPE": "cape headland",
    "PEN": "peninsula",
    "PLAT": "plateau",
    "PLN": "plain",
    "VLC": "volcano",
    "CNYN": "canyon gorge",
    "BCH": "beach",
    "FRST": "forest wood woods",
    "PRK": "park nationalpark",
    "RES": "reserve naturereserve",
    "OAS": "oasis",
    "PRT": "port harbour harbor",
    "AIRP": "airport airfield",
    "RSTN": "station railwaystation trainstation",
    "BDG": "bridge",
    "DAM": "dam",
    "MKT": "market bazaar bazar",
    "SCH": "school",
    "UNIV": "university college",
    "HSP": "hospital clinic",
    "HTL": "hotel",
    "MUS": "museum",
    "CH": "church cathedral chapel",
    "MSQE": "mosque",
    "TMPL": "temple",
    "MSTY": "monastery abbey",
    "SHRN": "shrine sanctuary",
    "CSTL": "castle",
    "FT": "fort fortress",
    "PAL": "palace",
    "RUIN": "ruin ruins",
    "ANS": "archaeologicalsite ancientsite site",
    "TMB": "tomb tombs",
    "CMTY": "cemetery graveyard",
    "MNMT": "monument memorial",
    "SQR": "square",
    "BLDG": "building",
    "FRM": "farm",
    "MN": "mine",
    "PRN": "prison",
    "CMP": "camp refugeecamp",
    "CAVE": "cave",
    "LTHSE": "lighthouse",
    "STDM": "stadium",
    "RD": "road highway",
    "ST": "street avenue",
    "RR": "railway railroad",
    "BTL": "battlefield",
}
_CODE_OF = {word: code for code, words in _WORDS.items() for word in words.split()}
_AAT = {
    "300008347": "PPL", "300008389": "PPL", "300008372": "PPL", "300008375": "PPL",
    "300128207": "PCLI", "300000774": "ADM1", "300000771": "ADM2", "300182722": "RGN",
    "300008707": "STM", "300008680": "LK", "300008694": "SEA", "300008795": "MT",
    "300008791": "ISL", "300000810": "ANS",
}  # fmt: skip
"""Some concepts of the Getty's Art & Architecture Thesaurus, by number: inhabited places, cities,
villages, towns, nations, provinces, counties, regions, rivers, lakes, seas, mountains, islands,
archaeological sites."""

_FULL_CODE = re.compile(r"(?:.*#)?([AHLPRSTUV])(?:\.([A-Z][A-Z0-9]{0,9}))?")


def read_type(text: str) -> tuple[str, str] | None:
    """The feature class and code that a text means, or None.

    >>> read_type("village"), read_type("H.LK"), read_type("aat:300008347"), read_type("blob")
    (('P', 'PPL'), ('H', 'LK'), ('P', 'PPL'), None)
    """
    plain = text.strip()
    if match := _FULL_CODE.fullmatch(plain):
        return match[1], match[2] or ""
    concept = re.fullmatch(r"(?:aat:|.*/aat/)?(\d{9})", plain)
    code = _AAT.get(concept[1]) if concept else _CODE_OF.get(fold(plain), plain.upper())
    return (_CLASS_OF[code], code) if code in _CLASS_OF else None
