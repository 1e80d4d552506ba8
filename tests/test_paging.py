"""Pages of bounded size: everything is on one of them, and what is added moves nothing elsewhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.site.listing import Listing, heading_of
from timeline.site.paging import Bound, Place, Stretch, stretch_of


def places() -> st.SearchStrategy[Place]:
    """Years, months and days around which pages break."""
    days = st.builds(Place, st.integers(2014, 2016), st.integers(1, 3), st.integers(0, 4))
    return days | (st.integers(-2, 2) | st.just(2015)).map(Place)


Item = tuple[Place, int]
items = st.lists(st.tuples(places(), st.integers(0, 10_000)), unique_by=lambda item: item[1], max_size=60)
bounds = st.builds(Bound, st.integers(1, 12), st.integers(1, 40))


def split(of: list[Item], bound: Bound) -> Stretch[Item]:
    return stretch_of(of, lambda item: item[0], lambda item: 1 + item[1] % 7, bound)


@given(items, bounds)
def test_each_item_is_on_one_page_and_no_page_holds_more_than_its_bound(of: list[Item], bound: Bound) -> None:
    leaves = list(split(of, bound).leaves())
    assert sorted(item for leaf in leaves for item in leaf.items) == sorted(of)
    for leaf in leaves:
        assert len(leaf.items) <= bound.items
        assert len(leaf.items) <= 1 or sum(1 + item[1] % 7 for item in leaf.items) <= bound.size


@given(items, bounds)
def test_every_page_has_a_key_of_its_own_and_pages_follow_the_calendar(of: list[Item], bound: Bound) -> None:
    root = split(of, bound)
    keys = [stretch.key for stretch in root.walk()]
    assert len(keys) == len(set(keys))
    found = [leaf.place for leaf in root.leaves() if leaf.place is not None]
    assert found == sorted(found)
    assert all(heading_of(stretch) for stretch in root.walk() if stretch.place is not None)


@given(items, bounds, places())
def test_one_more_item_changes_no_page_of_another_year_once_years_have_pages(
    of: list[Item], bound: Bound, place: Place
) -> None:
    before = split(of, bound)
    after = split([*of, (place, 10_001)], bound)
    if not before.parts:
        return
    others = [{leaf.key: leaf.items for leaf in root.leaves() if leaf.place and leaf.place.year != place.year} for root in (before, after)]  # fmt: skip
    assert others[0] == others[1]


def listing(of: list[Place], items: int) -> Listing[Place]:
    return Listing("index.html", of, lambda place: place, lambda place: 1, Bound(items, 1000))


def test_a_month_is_found_on_the_page_of_its_year_or_on_its_own() -> None:
    days = [Place(2014, 5, day) for day in (1, 2)] + [Place(2015, 8, day) for day in (1, 2, 3)] + [Place(2015, 9, 1)]
    assert listing(days, 9).href(2015, 8) == "index.html#m2015-08"
    assert listing(days, 4).href(2015, 8) == "years/2015.html#m2015-08"
    assert listing(days, 3).href(2015, 8) == "years/2015-08.html"
    assert listing(days, 3).href(2014, 5) == "years/2014.html#m2014-05"
    assert listing(days, 2).href(2015) == "years/2015.html"


def test_pages_lead_to_those_before_after_above_and_beside_them() -> None:
    days = [Place(2014, 5, 1), *(Place(2015, month, day) for month in (8, 9) for day in (1, 2))]
    pages = listing(days, 2)
    august = pages.stretches["2015-08"]
    before, after = pages.before_and_after(august)
    assert (before and before.address, after and after.address) == ("years/2014.html", "years/2015-09.html")
    assert [link.words for link in pages.above(august)] == ["2015"]
    assert [(link.words, link.count, link.current) for link in pages.beside(august)] == [
        ("August", 2, True),
        ("September", 0, False),
    ]


def test_a_day_with_too_much_is_numbered() -> None:
    keys = [leaf.key for leaf in listing([Place(2015, 8, 11)] * 5, 2).leaves]
    assert keys == ["2015-08-11.1", "2015-08-11.2", "2015-08-11.3"]
    assert heading_of(listing([Place(2015, 8, 11)] * 5, 2).leaves[1]) == "11 August 2015 (2)"
