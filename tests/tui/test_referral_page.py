"""The detail of a referral: what stands in it however odd its file is."""

from pathlib import Path

from tests.tui.driving import copied, opened

BELL = "referrals/2026/2026-03-02-marcus-bell.yaml"


def write_bell(journal: Path, text: str, instead: str) -> None:
    bell = journal / BELL
    assert text in bell.read_text()
    bell.write_text(bell.read_text().replace(text, instead))


async def test_a_name_without_end_does_not_hide_the_phone_and_the_rule(tmp_path: Path) -> None:
    journal = copied(tmp_path)
    write_bell(journal, "Marcus Bell", "Marcus " + "Bell " * 600)
    async with opened(journal, (80, 24)) as person:
        await person.press("3", "slash", *"rule:no_answer", "enter", "enter")
        await person.sees("Marcus Bell Bell", "Be…", "555-0117", "no answer, 3 tries")


async def test_what_is_wrong_and_what_can_be_done_are_two_sentences_on_two_lines(tmp_path: Path) -> None:
    journal = copied(tmp_path)
    write_bell(journal, "mike-tran", "ghost")
    async with opened(journal, (120, 40)) as person:
        await person.press("3", "slash", *"rule:no_answer", "enter", "enter")
        await person.sees("there is no partner")
        await person.finds(lambda: any("│   add a file" in line for line in person.screen.splitlines()))
