"""Words that tell a full stop inside a sentence from one that ends it, of all languages in one."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEFORE_NAMES = _words(
    "mr mrs ms messrs dr drs prof gen sen sens rep reps gov lt col sgt capt cpl maj adm cmdr rev hon pres insp supt ste "
    "vs viz cf e.g i.e approx ca fig ph.d al "
    "hr hrn fr frl bzw bspw z.b d.h u.a o.ä i.d.r s.o s.u sog ggf evtl inkl exkl abs dipl ing mag bgm lh lhstv geb "
    "gest verh vgl röm kath hl dt engl franz ital amtl bes insb "
    "mme mlle mm sr sra srta dra dña ud uds sig dott dhr mevr"
)
"""A name, or the rest of the phrase, follows."""

BEFORE_NUMBERS = _words("no nos nr pp vol art para sec tel ziff kap bd")
"""Abbreviations only in front of a number: "no. 5", but "He said no."."""

DATES = _words(
    "jan feb febr mar apr jun jul aug sep sept oct nov dec okt dez mär jän mon tue tues wed thu thur thurs fri sat sun "
    "janv févr avr juil déc ene abr ago dic"
)
"""Months and days cut short."""

CLOCKS = _words("a.m p.m am pm uhr")
"""What stands behind a clock time."""

ZONES = _words("EST EDT CST CDT MST MDT PST PDT ET CT MT PT GMT UTC BST CET CEST MEZ MESZ IST JST Eastern")

ENDING_WORDS: dict[str, bool] = {
    word: capitalised
    for words, capitalised in (
        (
            "inc corp co cos ltd llc plc bros jr sr etc assn dept univ usw uvm u.v.m n.chr v.chr chr jh jhdt mio mrd "
            "tsd e.v g.m.b.h st",
            False,
        ),
        (
            "ave blvd rd mt ft ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont "
            "neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que",
            True,
        ),
    )
    for word in words.split()
}
"""Abbreviations that end a sentence if the next word is one of `STARTERS`; whether they count only with a capital."""

STARTERS = _words(
    "the a an he she it they we i you this that these those there his her its their our my but and or so yet in on at "
    "by for from with after before since until when while as if although though because however meanwhile now then "
    "still what why how who where both some many most all not no one two several other another according also even "
    "under over during earlier later last next today yesterday "
    "der die das ein eine einer er sie es wir ihr ich dies diese dieser dieses im am an auf bei mit nach vor seit "
    "von zu zum zur und aber oder doch denn wenn als dass weil obwohl auch noch nun jetzt dann wie was wer wo man "
    "le les un une il elle ils elles nous vous ce cette ces mais dans en au pour par sur après avant "
    "el los las una ellos ella pero y"
)
"""Small words with which a sentence begins and a name does not."""

MONTHS_AND_DAYS = DATES | _words(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday "
    "januar jänner februar feber märz mai juni juli oktober dezember jahrhundert jahrhunderts "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag"
)

BEFORE_ORDINALS = _words(
    "am der den dem des die das vom zum zur im ins beim bis ab seit und oder ein eine einen einem jeden jedem jeder "
    "dieser diesem diesen nach vor seinen seinem ihren ihrem unseren"
)
"""Words in front of an ordinal: "am 3. Oktober", "im 19. Jahrhundert"."""

REPORTING = re.compile(
    r"(?:[A-ZÄÖÜ][\w.’'-]{0,30}\s){1,4}(?:said|says|asked|asks|added|told|wrote|tweeted|shouted|sagte|fragte|rief)\b"
)
"""Somebody is named as the one who said what stands before."""
