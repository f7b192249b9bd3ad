"""`s`, `S` and a click on a head put the rows into another order; `b` groups the stalled by rule."""

from pathlib import Path

import pytest

from tests.tui.driving import Person, opened


def names(person: Person) -> list[str]:
    """The names in the list, from top to bottom."""
    known = ("Priya Nair", "Dana Ortiz", "Marcus Bell", "Jo Hale", "Tom Baker", "Kai Brooks", "田中さくら")
    return [name for line in person.list for name in known if name in line]


async def test_s_goes_through_the_orders_and_capital_s_turns_them_round(journal: Path) -> None:
    async with opened(journal, (180, 24)) as person:
        await person.press("3")
        await person.sees("5 stalled, 3 at risk")
        urgent = names(person)
        await person.press("s")
        await person.sees("by how long", "waited▾")
        assert names(person)[0] == "Marcus Bell"
        await person.press("s")
        await person.sees("by amount")
        assert names(person) == [
            "田中さくら",
            "Jo Hale",
            "Priya Nair",
            "Dana Ortiz",
            "Tom Baker",
            "Marcus Bell",
            "Kai Brooks",
        ]
        await person.press("S")
        await person.sees("by amount, turned round")
        assert names(person)[0] == "Kai Brooks"
        await person.press("s", "s", "s", "s", "s")
        await person.misses("by since when", "▾", "▴")
        assert names(person) == urgent


async def test_a_click_on_a_head_sorts_by_it_and_one_more_turns_it_round(journal: Path) -> None:
    async with opened(journal, (120, 24)) as person:
        await person.press("2", "b")
        await person.sees("Contacted  1")
        head = next(y for y, line in enumerate(person.screen.splitlines()) if " amount" in line and " who" in line)
        x = person.screen.splitlines()[head].index("amount")
        await person.pilot.click(offset=(x, head))
        await person.sees("by amount", "amount▾")
        assert [name for name in names(person) if name != "Tom Baker"][:3] == [
            "田中さくら",
            "Dana Ortiz",
            "Marcus Bell",
        ]
        await person.pilot.click(offset=(x, head))
        await person.sees("by amount, turned round", "amount▴")
        assert names(person)[:3] == ["Marcus Bell", "Dana Ortiz", "田中さくら"]
        await person.press("b")
        await person.sees("by amount, turned round")
        assert person.screen.index("Marcus Bell") < person.screen.index("Dana Ortiz")


@pytest.mark.parametrize(("keys", "head"), [(("3",), "rule"), (("2", "b"), "what fires")])
async def test_a_click_on_what_fires_leaves_the_order_of_the_rules_as_it_is_or_brings_it_back(
    journal: Path, keys: tuple[str, ...], head: str
) -> None:
    async with opened(journal, (120, 24)) as person:
        await person.press(*keys)
        await person.sees(f" {head} ")
        before = names(person)
        y = next(y for y, line in enumerate(person.screen.splitlines()) if f" {head} " in line and " who" in line)
        await person.pilot.click(offset=(person.screen.splitlines()[y].index(head), y))
        await person.pilot.pause()
        assert names(person) == before
        assert "turned round" not in person.screen
        await person.press("s")
        await person.sees("by ")
        await person.pilot.click(offset=(person.screen.splitlines()[y].index(head), y))
        await person.finds(lambda: names(person) == before)
        await person.misses("by how", "by amount")


async def test_what_is_unknown_comes_last_either_way(journal: Path) -> None:
    async with opened(journal, (120, 30)) as person:
        await person.press("2", "b", "s")
        await person.sees("by amount")
        assert "Chloe" in [line for line in person.list if "Chloe" in line or "Marcus" in line][-1]
        await person.press("S")
        await person.sees("turned round")
        assert "Chloe" in [line for line in person.list if "Chloe" in line or "Marcus" in line][-1]


async def test_the_selection_stays_on_its_row_when_the_order_changes(journal: Path) -> None:
    async with opened(journal, (120, 24)) as person:
        await person.press("3")
        await person.sees("5 stalled")
        await person.press("j", "j", "s", "s")
        await person.sees("by amount")
        assert person.selected.startswith("! Marcus Bell")


async def test_b_puts_the_stalled_under_a_heading_for_each_rule(journal: Path) -> None:
    async with opened(journal, (110, 24)) as person:
        await person.press("3")
        await person.sees("b by rule")
        await person.press("b")
        await person.sees("b one list", "closing late  1 · tell everyone, today")
        shown = [" ".join(line.split()[:4]) for line in person.list]
        assert shown[1:6] == [
            "closing late 1 ·",
            "! Priya Nair closing",
            "no attempt 2 ·",
            "! Dana Ortiz no",
            "· 田中さくら [b]x… no",
        ]
        assert "▸  1 to decide or close out" in person.screen
        await person.press("b")
        await person.sees("b by rule")
        assert "tell everyone, today" in person.list[1]


async def test_problems_are_sorted_by_place(journal: Path) -> None:
    (journal / "referrals/2026/2026-03-06-dana-ortiz.yaml").write_text("borrower: Dana\nsource: sphere\nfoo: 1\n")
    (journal / "partners/mike-tran.yaml").write_text("name: Mike Tran\ntype: real_estate_agent\nphone: 555\nbar: 1\n")
    async with opened(journal, (120, 40)) as person:
        await person.press("8")
        await person.sees("mike-tran", "dana-ortiz")
        await person.press("s")
        await person.sees("by place", "where▴")
        assert person.screen.index("mike-tran") < person.screen.index("dana-ortiz")
