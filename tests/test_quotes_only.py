"""Of an article that only quotes may be shown of, the site holds its headline, its dated sentences and no other word.

A lead without a date is dated by the publication, so it is one of them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sites import build, tree, write_article, write_config

HEAD = """\
date: 2015-08-20
title: Floods close the harbour
source: The Daily Example
url: https://example.org/floods
description: zdescription
summary: zsummary
image: zimage.jpg
"""
BODY = """\
Zopening was quiet.

## zheading

Zbefore came first. Kofi Mensah shut the harbour on 5 August 2015. Zafter followed.

Zpronoun Okoye spoke. She opened it again last week.

- Zitem one
- Zitem two in May 2014

| zcolumn | zother |
|---|---|
| zcell | zcell |

![zalternative](zpicture.png "ztitle")

> Zquoted said so.

    zcode()

[zlink](https://example.org/zaddress "zlinktitle"), and zlasting for three weeks. <!-- zcomment -->

Zlast it was. Recently it rained.
"""
DATED = ("Zopening was quiet", "Kofi Mensah shut the harbour on", "She opened it again", "Zitem two in", "Recently")


def words_not_to_be_shown() -> list[str]:
    every = {word.lower() for word in re.findall(r"\bz\w+", HEAD + BODY, re.IGNORECASE)}
    return sorted(every - {word.lower() for sentence in DATED for word in sentence.split()})


@pytest.mark.parametrize("theme", ["null", "{name: mkdocs, highlightjs: false}"], ids=["our theme", "another"])
@pytest.mark.parametrize("events_per_page", [500, 1])
def test_no_other_word_is_anywhere_in_the_site(tmp_path: Path, theme: str, events_per_page: int) -> None:
    # Two articles of which one event is made, so that what they have in common is told.
    write_article(tmp_path, "floods", BODY, HEAD)
    write_article(tmp_path, "again", BODY, HEAD.replace("2015-08-20", "2015-08-21"))
    options = f"{{publish: {{The Daily Example: quotes}}, events_per_page: {events_per_page}}}"
    write_config(tmp_path, theme=theme, plugins=f"[search, timeline: {options}]", site_url="https://example.org/")
    build(tmp_path)
    site = {address: data.decode("utf-8", "replace").lower() for address, data in tree(tmp_path / "site").items()}
    everything = " ".join(site.values())
    assert all(
        sentence.lower() in everything
        for sentence in ("Floods close the harbour", "https://example.org/floods", *DATED[:2])
    )
    shown = [
        (word, address) for word in words_not_to_be_shown() for address, text in site.items() if word.lower() in text
    ]
    assert [] == shown
    # A length in a sentence without a date is of that sentence.
    assert [] == [address for address, text in site.items() if "three weeks" in text]
