"""Headlines that begin with a pronoun: whom it means, where that is certain, and nobody where it is not."""

from __future__ import annotations

import re

import pytest
from handmade import article

from timeline.readings import read_times


def headline(text: str) -> str:
    """The headline of the last event of an article."""
    return read_times(article("a", text, "2016-01-01")).placed[-1].headline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mr Osei won. He resigned on 5 May 2013.", "Mr Osei resigned", id="a person behind a title"),
        pytest.param("Ann Okoye won. She left on 5 May 2013.", "Ann Okoye left", id="a full name"),
        pytest.param(
            "Ann Okoye, the mayor of Accra, won. Her party split on 5 May 2013.",
            "Ann Okoye's party split",
            id="an owner, described",
        ),
        pytest.param(
            "Ann Okoye won. She wept. On 5 May 2013 she left for Lome.",
            "Ann Okoye left for Lome",
            id="two sentences back",
        ),
        pytest.param(
            "Ben Osei told the BBC he expects rain on 5 May 2013.", "Ben Osei expects rain", id="in the same sentence"
        ),
        pytest.param("Voltacorp grew. It was sold on 5 May 2013.", "Voltacorp was sold", id="a thing"),
        pytest.param(
            "Ghana has a new law. Its minister, Ann Okoye, signed it on 5 May 2013.",
            "Ghana's minister, Ann Okoye, signed it",
            id="only a country has a minister",
        ),
        pytest.param(
            "Okoye and Osei met in Lome. They agreed on 5 May 2013 to meet again.",
            "Okoye and Osei agreed to meet again",
            id="two",
        ),
        pytest.param("The miners went home. They returned on 5 May 2013.", "The miners returned", id="several"),
        pytest.param(
            "Togo’s firms fail. Voltacorp grew. Its tour began on 5 May 2013.",
            "Voltacorp’s tour began",
            id="the sign used",
        ),
    ],
)
def test_a_pronoun_gives_way_to_the_subject_before(text: str, expected: str) -> None:
    assert expected == headline(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ann Okoye met Ben Osei. He left on 5 May 2013.", id="one of two persons"),
        pytest.param("Ann Okoye met the mayor. She left on 5 May 2013.", id="somebody with an office"),
        pytest.param("Mr Osei met Koli after he had sailed to Lome on 5 May 2013.", id="another in the same sentence"),
        pytest.param("Voltacorp drew up a plan. It failed on 5 May 2013.", id="the plan or the company"),
        pytest.param("Voltacorp grew. It took until 5 May 2013 to find a buyer.", id="nothing is meant"),
        pytest.param(
            "Voltacorp grew. It was reported on 5 May 2013 that the mill burned.", id="nothing is meant either"
        ),
        pytest.param("Ghana grew. It was cold on 5 May 2013.", id="the weather"),
        pytest.param("Ann Okoye grew up in Accra. It was founded on 5 May 1913.", id="a person is no thing"),
        pytest.param("Accra grew. He left it on 5 May 2013.", id="a town is no person"),
        pytest.param("The miners saw the guards. They fled on 5 May 2013.", id="which of the many"),
        pytest.param("“Mr Osei won,” the mayor said. “He left on 5 May 2013.”", id="what somebody else says"),
        pytest.param("He won. He left on 5 May 2013.", id="nobody is named"),
        pytest.param("Rain fell. Nobody knew. Her son came. He left on 5 May 2013.", id="no name before it"),
    ],
)
def test_a_pronoun_stays_where_more_than_one_could_be_meant(text: str) -> None:
    pronoun = re.findall(r"\b(?:he|she|it|they)\b", text, re.IGNORECASE)[0 if "Her son" not in text else -1]
    assert re.search(rf"\b{pronoun}\b", headline(text), re.IGNORECASE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The council agreed on a plan. It will go on until May 2016.",
            "The council agreed on a plan. It will go on until May 2016",
            id="the sentence before",
        ),
        pytest.param(
            "The council agreed on a plan on 3 April 2013. It will go on until May 2016.",
            "The council agreed on a plan. It will go on until May 2016",
            id="the sentence before without its day",
        ),
        pytest.param(
            "The plan lasted until 3 April 2013. It was changed by Koli on 5 May 2013.",
            "It was changed by Koli",
            id="not where it needs its day",
        ),
        pytest.param(
            "Mr Osei met Koli after he had sailed to Lome on 5 May 2013.",
            "Mr Osei met Koli after he had sailed to Lome on 5 May 2013",
            id="its own sentence",
        ),
        pytest.param(
            "Ann Okoye and Ben Osei lead. Both were elected on 5 May 2013.",
            "Ann Okoye and Ben Osei lead. Both were elected",
            id="both",
        ),
        pytest.param("Both towns signed on 5 May 2013.", "Both towns signed", id="both of what is named"),
        pytest.param("He won. He left on 5 May 2013.", "He left", id="the sentence before says no more"),
        pytest.param("Rain fell. It was cold on 5 May 2013.", "It was cold", id="the weather"),
        pytest.param(f"The council {'again ' * 30}agreed. It met Koli on 5 May 2013.", "It met Koli", id="too long"),
    ],
)
def test_where_it_is_not_certain_who_is_meant_the_words_before_stand_there(text: str, expected: str) -> None:
    assert expected == headline(text)


def test_whom_the_subject_means_is_named_in_what_the_event_is_found_by() -> None:
    told = read_times(article("a", "Ann Okoye won. She left for Lome on 5 May 2013.", "2016-01-01")).placed[-1]
    assert ("Ann Okoye", "Lome") == told.names


@pytest.mark.parametrize(
    ("publish", "expected"), [("full", "Ann Okoye left"), ("excerpt", "She left"), ("quotes", "She left")]
)
def test_a_headline_shows_no_other_sentence_of_what_may_not_be_shown_in_full(publish: str, expected: str) -> None:
    written = article("a", "Ann Okoye won. She left on 5 May 2013.", "2016-01-01", publish=publish)
    assert expected == read_times(written).placed[-1].headline
