"""Names by capitals, titles and repetition, folded to their fullest form in the article."""

from __future__ import annotations

import pytest

from timeline.clauses import load_clause_words
from timeline.sentences import split_sentences
from timeline.tellings import find_names


def names(text: str, language: str = "en") -> list[str]:
    found = find_names(text, split_sentences(text), load_clause_words(language)).found
    return [named.name for named in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The ferry sank off Lome.", ["Lome"], id="a capital inside a sentence"),
        pytest.param("Floods hit Accra. Later, people left.", ["Accra"], id="a capital that only begins a sentence"),
        pytest.param(
            "Accra flooded. People left Accra.", ["Accra", "Accra"], id="a first word that is a name elsewhere"
        ),
        pytest.param("We met President Ann Okoye.", ["Ann Okoye"], id="without the title"),
        pytest.param(
            "We met US Secretary of State Ann Okoye.", ["US", "Ann Okoye"], id="whose title it is stays apart"
        ),
        pytest.param("We met Transport Minister Ann Okoye.", ["Ann Okoye"], id="without what an office is for"),
        pytest.param(
            "We met Ghana President Ann Okoye.", ["Ghana", "Ann Okoye"], id="with the country whose office it is"
        ),
        pytest.param("The Foreign Ministry met.", ["Foreign Ministry"], id="a body that is named by an office"),
        pytest.param("Baker Ann Okoye left. Okoye wept.", ["Ann Okoye", "Ann Okoye"], id="without what somebody does"),
        pytest.param(
            "Owner Ben Osei met Prosecutor Ann Okoye.", ["Ben Osei", "Ann Okoye"], id="no owner, no prosecutor"
        ),
        pytest.param(
            "They left Cook County Jail for Baker Street Station.",
            ["Cook County Jail", "Baker Street Station"],
            id="a trade that begins the name of a place",
        ),
        pytest.param(
            "We met Josephine Baker in Baker Street.", ["Josephine Baker", "Baker Street"], id="a trade that is a name"
        ),
        pytest.param("Ann Okoye spoke. Mr Okoye left.", ["Ann Okoye", "Ann Okoye"], id="a surname"),
        pytest.param("Ann Okoye and Ben Okoye met Okoye.", ["Ann Okoye", "Ben Okoye", "Okoye"], id="a surname of two"),
        pytest.param("Sergei Petrov left. Sergey Petrov came.", ["Sergei Petrov", "Sergei Petrov"], id="two spellings"),
        pytest.param(
            "The Lake Basin Council (LBC) met. The LBC agreed.",
            ["Lake Basin Council", "Lake Basin Council", "Lake Basin Council"],
            id="an abbreviation in brackets",
        ),
        pytest.param("The Bank of Ghana closed.", ["Bank of Ghana"], id="small words that hold it together"),
        pytest.param("Adel al-Omari spoke. Omari left.", ["Adel al-Omari", "Adel al-Omari"], id="a particle"),
        pytest.param("Accra's mayor met the French envoy on Monday.", ["Accra"], id="no nationality, no day"),
        pytest.param(
            "Ann Okoye, the mayor of Lome, left. The Lome mayor is ill.",
            ["Ann Okoye", "Ann Okoye", "Lome", "Ann Okoye", "Lome"],
            id="what the text says that somebody is",
        ),
        pytest.param(
            "The mayor of Lome, Ann Okoye, met Ben Osei, the mayor of Lome.",
            ["Lome", "Ann Okoye", "Ben Osei", "Lome"],
            id="what it says that two are is neither",
        ),
        pytest.param("It was said that The ferry sank off Lome. The sea rose.", ["Lome"], id="no small word alone"),
        pytest.param("FERRY SINKS OFF LOME COAST", [], id="a line in capitals"),
        pytest.param(
            "When Ann Okoye left, I'm told, Accra wept.", ["Ann Okoye", "Accra"], id="what only opens a sentence"
        ),
        pytest.param(
            "They left Accra IN haste AND Lome too.", ["Accra", "Lome"], id="small words that somebody shouts"
        ),
        pytest.param("The comet nears the Sun.", [], id="a common word behind an article"),
        pytest.param("The report is out. Read the Report today.", [], id="a word that the text writes small as well"),
        pytest.param(
            "Gordon Brown wore brown. Brown left.", ["Gordon Brown", "Gordon Brown"], id="a surname that is a word"
        ),
        pytest.param(
            "The Ghana-led talks were held by the Lome-based Voltacorp.", ["Voltacorp"], id="where somebody is from"
        ),
        pytest.param("Members of the Okoye Trust met.", ["Okoye Trust"], id="of whom a common word is"),
        pytest.param("They like the WHO.", ["WHO"], id="capitals that spell a small word"),
    ],
)
def test_names_are_found_and_folded(text: str, expected: list[str]) -> None:
    assert expected == names(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Außenminister Karl Berger reiste nach Wien. Die Polizei nahm dort einen Mann fest.",
            ["Karl Berger", "Wien"],
            id="an office, a noun",
        ),
        pytest.param("Das Gerät war alt. Ein Gerät brach.", [], id="a noun that is repeated"),
        pytest.param("Heute flog die Raumsonde Kalliope weiter.", ["Kalliope"], id="a compound before a name"),
        pytest.param("An Bord von Kalliope war es still.", ["Kalliope"], id="a noun that von joins to a name"),
        pytest.param("Sie maß aus drei Kilometern Entfernung.", [], id="two nouns"),
        pytest.param(
            "Heute sprach Karl Koch mit Hans Berger.", ["Karl Koch", "Hans Berger"], id="a surname that is a noun"
        ),
        pytest.param("Das sagte Ulla von der Lindenwiese.", ["Ulla von der Lindenwiese"], id="a surname of nouns"),
        pytest.param("Sie lehrt an der Freien Universität Lienz.", ["Freien Universität Lienz"], id="a body"),
        pytest.param("Dort spielten die Lienzer Kinder.", [], id="an adjective of a place"),
        pytest.param("Er lebt in Tirol. Sie kennt Tirols Berge.", ["Tirol", "Tirol"], id="a genitive"),
        pytest.param("Alle Gewählten kamen; die Gewählten feierten.", [], id="a noun from a verb, behind an article"),
    ],
)
def test_a_noun_of_german_is_no_name(text: str, expected: list[str]) -> None:
    assert expected == names(text, "de")


def test_a_place_is_what_stands_behind_a_word_of_place() -> None:
    text = "Ann Okoye met Mensah in Accra."
    found = find_names(text, [(0, len(text))], load_clause_words("en")).found
    assert ["Accra"] == [named.name for named in found if named.place]


def test_names_of_a_stretch_are_those_that_begin_in_it() -> None:
    text = "Ann Okoye met Mensah in Accra."
    within = find_names(text, [(0, len(text))], load_clause_words("en")).within(10, 21)
    assert ["Mensah"] == [named.name for named in within]


def test_a_date_is_no_part_of_a_name() -> None:
    text = "Last Thursday Okoye met September Mensah."
    found = find_names(text, [(0, len(text))], load_clause_words("en"), [(0, 13), (24, 33)]).found
    assert ["Okoye", "Mensah"] == [named.name for named in found]


def test_of_joins_a_body_and_what_it_is_of_but_no_person_and_a_place() -> None:
    assert ["Security Council of the Union"] == names("They met the Security Council of the Union.")
    assert ["Ann Okoye", "Ghana"] == names("They met Ann Okoye of Ghana.")
