"""Partners: who waits for word, who went quiet, what everybody sent."""

from pathlib import Path

import pytest

from tests.tui.driving import Person, opened

DANA = "referrals/2026/2026-03-06-dana-ortiz.yaml"
HEADS = "partner waits for, or is waited sent open closed phone"


def rows(person: Person) -> list[str]:
    """The lines of the list, with one blank between the cells."""
    return [" ".join(line.split()) for line in person.list if line]


def write(journal: Path, name: str, text: str) -> None:
    (journal / "partners" / f"{name}.yaml").write_text(text, "utf-8")


def went_quiet(journal: Path) -> None:
    """Jin Park sent one a month until September, and none since."""
    write(journal, "jin-park", "name: Jin Park\ntype: real_estate_agent\ntier: A\nphone: 555-0166\n")
    for month in ("2025-07", "2025-08", "2025-09"):
        path = journal / f"referrals/2025/{month}-01-old-{month}.yaml"
        path.write_text(
            "borrower: Old Name\npartner: jin-park\noutcome: {status: lost, date: 2025-10-01, reason: not_ready}\n",
            "utf-8",
        )


def misnamed(journal: Path) -> None:
    """Dana Ortiz came from somebody whose id is written wrong."""
    path = journal / DANA
    path.write_text(path.read_text("utf-8").replace("partner: sarah-chen", "partner: sara-chen"), "utf-8")


async def test_each_partner_stands_once_under_the_first_heading_that_is_about_them(journal: Path) -> None:
    went_quiet(journal)
    write(journal, "ann-lee", "name: Ann Lee\ntype: cpa\nstatus: prospect\ntier: C\n")
    async with opened(journal, (110, 24)) as person:
        await person.press("5")
        await person.sees("1 partner waits for word, 1 went quiet · 4 partners")
        assert rows(person) == [
            HEADS,
            "Waiting for word 1",
            "! Sarah Chen Dana Ortiz: not thanked yet 2 working days 4 3 1 555-0199",
            "Went quiet 1",
            "Jin Park no referral, usually one in 31… 190 days 3 555-0166",
            "Everybody else 2",
            "Mike Tran agent · tier B 3 3 555-0188",
            "Ann Lee prospect · CPA · tier C",
        ]


async def test_the_page_says_what_waits_and_what_may_be_said_of_it(journal: Path) -> None:
    async with opened(journal, (120, 46)) as person:
        await person.press("5")
        await person.sees("│ Sarah Chen", "│ ! Dana Ortiz: not thanked yet", "say  thank you for Dana Ortiz: it")
        await person.sees("4 referrals · 3 open · 1", "│ Tue 20 Jan  Keiko Marsh  closed Tue")
        await person.sees("told of Lee Ortiz:", "contacted (text)")


async def test_a_narrow_screen_shows_the_page_over_the_list(journal: Path) -> None:
    async with opened(journal, (60, 20)) as person:
        await person.press("5")
        await person.sees("Waiting for word")
        await person.press("enter")
        await person.sees("Elm Street Realty · agent · tier A")
        await person.press("escape")
        await person.sees("Waiting for word")


async def test_a_partner_without_a_file_is_listed_and_leads_to_the_referral_that_names_them(journal: Path) -> None:
    misnamed(journal)
    async with opened(journal, (120, 40)) as person:
        await person.press("5")
        await person.sees("✗ no file · Dana Ortiz", "│ sara-chen", "partners/sara-chen.yaml:", "name: Sara Chen")
        assert person.selected.startswith("!✗ sara-chen")
        await person.sees("✗ 1 problem", "   2 partners   ", "1 partner waits for word · 2 partners, 1 without a file")
        target = person.desk.view.target()
        assert target is not None
        assert (target.path, target.line, target.id) == (DANA, 6, "sara-chen")
        await person.press("y")
        await person.sees("No phone number is recorded here.")


async def test_a_file_that_cannot_be_read_keeps_its_partner_in_the_list(journal: Path) -> None:
    write(journal, "mike-tran", "name: [\n")
    async with opened(journal, (120, 40)) as person:
        await person.press("5")
        await person.sees(" · 1 partner · ✗ 1 file cannot be read", "✗ cannot be read")
        await person.press("G")
        assert person.selected.startswith("✗ mike-tran")
        await person.sees("│ ✗ partners/mike-tran.yaml:")


async def test_who_must_not_be_contacted_is_marked(journal: Path) -> None:
    write(journal, "mike-tran", "name: Mike Tran\ntype: cpa\nstatus: do_not_contact\n")
    async with opened(journal, (120, 40)) as person:
        await person.press("5")
        await person.sees("✗ not to be contacted · CPA")


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("is:waiting", "1 of 2"),
        ("tier:b", "1 of 2"),
        ("chen", "1 of 2"),
        ("-is:waiting", "1 of 2"),
        ("agent", "2 of 2"),
    ],
)
async def test_a_query_finds_partners_as_it_is_typed(journal: Path, query: str, answer: str) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("5", "slash")
        await person.sees("is:waiting is:quiet")
        await person.type(query)
        await person.sees(answer)


async def test_a_typo_is_said_and_the_list_stays(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("5", "slash")
        await person.sees("is:waiting is:quiet")
        await person.type("status:prospct")
        await person.sees('"status:prospct": there is no such status. Did you mean "prospect"?', "Sarah Chen")
        await person.press("enter")
        await person.sees("Did you mean")
        await person.press("escape", "slash")
        await person.type("zzz")
        await person.sees("No partner matches. esc clears the query.")


async def test_other_orders_make_one_list_without_headings(journal: Path) -> None:
    went_quiet(journal)
    async with opened(journal, (110, 24)) as person:
        await person.press("5")
        await person.sees("Went quiet")
        await person.press("s")
        await person.sees("by name")
        assert [row.split(" ", 2)[0] for row in rows(person)[1:]] == ["Jin", "Mike", "!"]
        await person.press("s")
        await person.sees("by sent")
        assert rows(person)[1].startswith("! Sarah Chen")


async def test_a_click_on_waited_sorts_by_it_those_who_wait_for_word_before_those_who_went_quiet(journal: Path) -> None:
    went_quiet(journal)
    async with opened(journal, (110, 24)) as person:
        await person.press("5")
        await person.sees("Went quiet")
        y = next(y for y, line in enumerate(person.screen.splitlines()) if "partner " in line and "waited" in line)
        await person.pilot.click(offset=(person.screen.splitlines()[y].index("waited"), y))
        await person.sees("by how long", "waited▾")
        assert [row.split(" ", 2)[0] for row in rows(person)[1:]] == ["!", "Jin", "Mike"]
        await person.pilot.click(offset=(person.screen.splitlines()[y].index("waited"), y))
        await person.sees("by how long, turned round")
        assert [row.split(" ", 2)[0] for row in rows(person)[1:]] == ["Jin", "!", "Mike"]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_phone_that_y_copies_stands_in_the_row(journal: Path, size: tuple[int, int]) -> None:
    async with opened(journal, size) as person:
        await person.press("5")
        await person.sees("Waiting for word")
        assert rows(person)[0].startswith("partner waits for, or is waited phone")
        assert "Sarah Chen Dana Ortiz: not thanked yet 2 working days 555-0199" in " ".join(rows(person))


async def test_p_goes_to_the_partner_of_a_referral_and_back(journal: Path) -> None:
    async with opened(journal, (120, 40)) as person:
        await person.press("3", "j", "j")
        await person.finds(lambda: person.selected.startswith("! Marcus Bell"))
        await person.sees("P goes there")
        await person.press("P")
        await person.finds(lambda: person.selected.startswith("Mike Tran"))
        await person.sees("5 Partners", "│ Mike Tran")
        await person.press("P")
        await person.finds(lambda: person.selected.startswith("! Marcus Bell"))


async def test_p_finds_the_partner_whom_an_old_query_hides(journal: Path) -> None:
    async with opened(journal, (120, 40)) as person:
        await person.press("5", "slash")
        await person.sees("is:waiting is:quiet")
        await person.type("sarah")
        await person.sees("1 of 2")
        await person.press("enter", "3", "j", "j")
        await person.finds(lambda: person.selected.startswith("! Marcus Bell"))
        await person.press("P")
        await person.finds(lambda: person.selected.startswith("Mike Tran"))


async def test_p_on_a_partner_shows_their_referrals(journal: Path) -> None:
    async with opened(journal, (120, 40)) as person:
        await person.press("5")
        await person.sees("Waiting for word")
        await person.press("P")
        await person.sees("/partner:sarah-chen", "Dana Ortiz", "Tom Baker")
        await person.misses("Marcus Bell")


@pytest.mark.parametrize(("written", "seen"), [('"two words"', '/partner:"two words"'), ('","', "needs a value")])
async def test_p_on_a_partner_whose_id_is_anything_at_all_shows_what_there_is(
    journal: Path, written: str, seen: str
) -> None:
    path = journal / DANA
    path.write_text(path.read_text("utf-8").replace("partner: sarah-chen", f"partner: {written}"), "utf-8")
    async with opened(journal, (120, 40)) as person:
        await person.press("5")
        await person.sees("✗ no file")
        await person.press("P")
        await person.sees(seen, "Dana Ortiz", "2 Pipeline")


async def test_y_copies_the_phone_and_capital_y_the_id(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("5")
        await person.sees("Waiting for word")
        await person.press("y")
        await person.sees("555-0199 copied")
        await person.press("Y")
        await person.sees("sarah-chen copied")
        target = person.desk.view.target()
        assert target is not None
        assert target.path == "partners/sarah-chen.yaml"


async def test_a_journal_without_partners_says_how_the_first_one_is_written(journal: Path) -> None:
    for path in [*(journal / "partners").iterdir(), *(journal / "referrals").rglob("*.yaml")]:
        path.unlink()
    async with opened(journal) as person:
        await person.press("5")
        await person.sees("No partners yet.", "partners/sarah-chen.yaml", "type: real_estate_agent")


async def test_a_partner_is_on_the_screen_as_soon_as_the_file_is_saved(journal: Path) -> None:
    async with opened(journal, (100, 24)) as person:
        await person.press("5")
        await person.sees("Waiting for word")
        await person.press("G")
        assert person.selected.startswith("Mike Tran")
        write(journal, "ann-lee", "name: Ann Lee\ntype: cpa\n")
        await person.press("r")
        await person.sees("Ann Lee")
        assert person.selected.startswith("Mike Tran")


def decided(journal: Path) -> None:
    """Of five whom Ann Lee sent in January, four closed; she was told of none."""
    write(journal, "ann-lee", "name: Ann Lee\ntype: cpa\nstatus: active\n")
    for number in range(5):
        ended = "closed, date: 2026-02-02, amount: 1000" if number else "lost, date: 2026-02-02, reason: went_cold"
        path = journal / f"referrals/2026/2026-01-05-person-{number}.yaml"
        path.write_text(
            f"borrower: Person {number}\npartner: ann-lee\nreceived: 2026-01-05\noutcome: {{status: {ended}}}\n",
            "utf-8",
        )


async def test_the_page_says_what_is_likely_and_what_was_told_in_time(journal: Path) -> None:
    decided(journal)
    async with opened(journal, (160, 60)) as person:
        await person.press("5")
        await person.sees("│ Ann Lee", "│ 12 months   5 received · 4 of 5", "│ likely      71% (49–91%)")
        await person.sees(
            "│ told        in time 0% of 10 due", "│ LATE OR NEVER TOLD", "│ Person 4: closed Mon 2 Feb, never"
        )


async def test_a_wide_list_has_it_in_columns_and_in_their_order(journal: Path) -> None:
    decided(journal)
    async with opened(journal, (210, 30)) as person:
        await person.press("5")
        await person.sees("likely  told in time", "71% (49–91%)      0% of 10")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_a_key_shows_how_they_do_best_first(journal: Path, size: tuple[int, int]) -> None:
    """Ann Lee closed four of five; of Sarah Chen's one is decided, which is too few to say what is likely."""
    decided(journal)
    async with opened(journal, size) as person:
        await person.press("5")
        await person.sees("Waiting for word")
        await person.press("b")
        await person.sees("of decided        likely▾  told in time")
        assert "Ann Lee 4 of 5 71% (49–91%) 0% of 10" in rows(person)[1]
        assert "Sarah Chen 1 of 1 20% of 10" in rows(person)[2]
        await person.press("b")
        await person.sees("Waiting for word", "waits for, or is")


async def test_an_order_brings_the_layout_that_shows_it(journal: Path) -> None:
    decided(journal)
    async with opened(journal, (80, 24)) as person:
        await person.press("5")
        await person.press(*"sssssss")
        await person.sees("by how long", "waits for, or is")
        await person.press("s")
        await person.sees("by close rate", "likely▾")
        await person.press("s")
        await person.sees("by told in time", "told in time")
        await person.press("s")
        await person.sees("Waiting for word", "waits for, or is")


async def test_an_order_that_both_layouts_show_stays(journal: Path) -> None:
    decided(journal)
    async with opened(journal, (80, 24)) as person:
        await person.press("5", "s")
        await person.sees("by name", "partner▴")
        await person.press("b")
        await person.sees("by name", "partner▴", "told in time")
        await person.press("b")
        await person.sees("by name", "waits for, or is")


async def test_the_bar_names_the_other_layout(journal: Path) -> None:
    async with opened(journal, (140, 30)) as person:
        await person.press("5")
        await person.sees("b scorecards")
        await person.press("b")
        await person.sees("b who waits")
