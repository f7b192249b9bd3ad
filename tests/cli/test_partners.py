"""`tracker partners`: who waits for word, who went quiet, and what the referrals of each came to."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker
from textual_tracker.cli.text import cells
from textual_tracker.config.resources import sample_journal_folder

SAMPLE = ["-C", str(sample_journal_folder()), "--no-index", "--today", "2026-03-10"]


def test_the_sample_reads_true(outside: Tracker) -> None:
    value: Any = outside(*SAMPLE, "partners", "--json").json
    cards = {card["id"]: card for card in value["partners"]}
    assert value["partners"][0]["id"] == "sarah-chen"  # the best, as the journal was made
    chen, tran = cards["sarah-chen"], cards["mike-tran"]
    assert tran["received"] > 15
    assert tran["credible"]["high"] < chen["credible"]["low"]
    assert tran["told"]["high"] < 0.6 < chen["told"]["low"]  # whom nobody tells
    assert any(row["rule"] == "milestone_untold" for row in tran["waits"])


def test_everybody_is_there_once(outside: Tracker) -> None:
    value: Any = outside(*SAMPLE, "partners", "--json").json
    ids = [card["id"] for card in value["partners"]]
    assert sorted(ids) == sorted(path.stem for path in (sample_journal_folder() / "partners").glob("*.yaml"))
    assert all(card["referrals"] is None for card in value["partners"])


def test_one_who_is_named_has_their_referrals(tracker: Tracker) -> None:
    value: Any = tracker("partners", "chen", "--json").json
    (card,) = value["partners"]
    assert [referral["borrower"] for referral in card["referrals"]] == ["Lee Ortiz", "Dana Ortiz"]


def test_names_of_several_words_and_several_names(tracker: Tracker) -> None:
    assert tracker("partners", "sarah", "chen").out == tracker("partners", "sarah-chen").out
    both: Any = tracker("partners", "chen", "tran", "--json").json
    assert [card["id"] for card in both["partners"]] == ["sarah-chen", "mike-tran"]
    once: Any = tracker("partners", "chen", "@sarah-chen", "--json").json
    assert [card["id"] for card in once["partners"]] == ["sarah-chen"]


def test_who_is_nobody(tracker: Tracker) -> None:
    ran = tracker("partners", "zebra")
    assert (ran.code, ran.out) == (2, "")
    assert 'no partner is named "zebra"' in ran.err
    assert tracker("partners", "--report", "zebra").code == 2


def test_a_partner_without_a_file(journal: Path, tracker: Tracker) -> None:
    (journal / "partners/sarah-chen.yaml").unlink()
    out = tracker("partners", "sarah-chen").out
    assert out.startswith("sarah-chen\n✗ there is no file partners/sarah-chen.yaml\n")
    (journal / "partners/sarah-chen.yaml").write_text("name: {\n")
    assert "✗ the file cannot be read" in tracker("partners", "sarah-chen").out


def test_the_window(tracker: Tracker) -> None:
    value: Any = tracker("partners", "--from", "2025-11", "--to", "2025-11", "--json").json
    assert (value["from"], value["to"]) == ("2025-11-01", "2025-11-30")
    assert {card["id"]: card["received"] for card in value["partners"]} == {
        "pat-doyle": 1,
        "mike-tran": 0,
        "sarah-chen": 0,
    }


def test_a_report_is_one_partners(tracker: Tracker) -> None:
    ran = tracker("partners", "--report", "chen", "--json")
    assert (ran.code, ran.err) == (2, "tracker: --report writes a page in Markdown; leave --json out\n")
    ran = tracker("partners", "mike", "--report", "chen")
    assert ran.code == 2
    assert "leave mike out" in ran.err


def test_the_report_says_that_it_tells_nobody_by_itself(tracker: Tracker) -> None:
    ran = tracker("partners", "--report", "chen")
    assert ran.code == 0
    assert "tells nobody by itself" not in ran.out
    assert ran.err == "This page tells nobody by itself. Once it is sent, tracker tell @sarah-chen records that.\n"
    assert tracker("tell", "@sarah-chen", "--dry-run").code == 0


def test_and_that_whoever_wants_no_word_should_get_none(journal: Path, tracker: Tracker) -> None:
    file = journal / "partners/sarah-chen.yaml"
    file.write_text(file.read_text() + "status: do_not_contact\n")
    ran = tracker("partners", "--report", "chen")
    assert ran.err.startswith("Sarah Chen is not to be contacted (status: do_not_contact): better do not send it.\n")


def test_no_report_without_a_file(journal: Path, tracker: Tracker) -> None:
    (journal / "partners/sarah-chen.yaml").unlink()
    ran = tracker("partners", "--report", "@sarah-chen")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "tracker: there is no file partners/sarah-chen.yaml, and so no page for them, though 2 referrals name"
        " sarah-chen; tracker add partner Sarah Chen type=… makes one\n"
    )
    assert tracker("add", "partner", "Sarah", "Chen", "type=builder").code == 0
    assert tracker("partners", "--report", "sarah-chen").code == 0


def test_no_report_where_the_file_cannot_be_read(journal: Path, tracker: Tracker) -> None:
    (journal / "partners/sarah-chen.yaml").write_text("name: {\n")
    ran = tracker("partners", "--report", "sarah-chen")
    assert (ran.code, ran.out) == (2, "")
    assert "the file of sarah-chen cannot be read, partners/sarah-chen.yaml:" in ran.err


def test_the_report_of_the_sample_has_nobodys_numbers(outside: Tracker) -> None:
    for partner in ("sarah-chen", "mike-tran", "hoa-nguyen"):
        page = outside(*SAMPLE, "partners", "--report", partner).out
        assert page.startswith("# For ")
        assert "Ana Rivera, 10 Mar 2026" in page
        for word in ("$", "denied", "stalled", "went cold", "never reached", "another lender", "at risk"):
            assert word not in page


def test_in_a_shared_journal_whoever_writes_it_signs(journal: Path, tracker: Tracker) -> None:
    settings = journal / "journal.yaml"
    text = settings.read_text().replace("officer: Ana Rivera", "officers: {ana: Ana Rivera, maria: Maria Soto}")
    settings.write_text(text)
    assert tracker("partners", "--report", "chen").out.endswith(
        "\nCall us about any of them, any time.\n\nAna Rivera, Maria Soto\n"
    )


def test_of_one_officer_of_a_shared_journal(journal: Path, tracker: Tracker) -> None:
    """Lee is Ana's, Dana is Maria's: each has one of Sarah's two, and the page is about that one."""
    settings = journal / "journal.yaml"
    settings.write_text(
        settings.read_text().replace("officer: Ana Rivera", "officers: {ana: Ana Rivera, maria: Maria Soto}")
    )
    for path in (journal / "referrals").rglob("*.yaml"):
        if "tom-baker" not in path.name:
            path.write_text(path.read_text() + f"officer: {'maria' if 'dana' in path.name else 'ana'}\n")
    maria: Any = tracker("partners", "chen", "--who", "maria", "--json").json
    (card,) = maria["partners"]
    assert (maria["officer"], card["received"], card["days_since"]) == ("maria", 1, 4)
    assert [referral["borrower"] for referral in card["referrals"]] == ["Dana Ortiz"]
    assert [row["referral"] for row in card["waits"]] == ["2026-03-06-dana-ortiz"]
    ana: Any = tracker("partners", "chen", "--who", "ana", "--json").json
    assert (ana["partners"][0]["received"], ana["partners"][0]["waits"]) == (1, [])
    assert tracker("partners", "--who", "soto").out.startswith("Maria Soto\n1 partner waits for word (Sarah Chen)\n")
    assert tracker("partners", "--report", "tran").out.endswith(
        "\nCall me about any of them, any time.\n\nAna Rivera\n"
    )
    page = tracker("partners", "--report", "chen", "--who", "maria").out
    assert "Dana Ortiz" in page
    assert "Lee Ortiz" not in page
    assert page.endswith("\nMaria Soto\n")
    assert tracker("partners", "--who", "zoe").code == 2
    ran = tracker("partners", "--report", "chen", "--html", "page.html")
    assert (ran.code, ran.err) == (
        2,
        "tracker: --report writes a page in Markdown, to send to one partner; leave --html out\n",
    )


def test_a_report_of_a_window_that_is_over_says_both_days(tracker: Tracker) -> None:
    page = tracker("partners", "--report", "chen", "--from", "2026-01", "--to", "2026-02").out
    assert "whom you sent me from 1 Jan 2026 to 28 Feb 2026." in page


def test_an_empty_journal(outside: Tracker) -> None:
    outside("init", "--no-git", "--bare")
    out = outside("partners").out
    assert out.startswith("no partner waits for word\n12 months to ")
    assert "No partners yet." in out
    value: Any = outside("partners", "--json").json
    assert (value["told"], value["partners"]) == (None, [])


def test_what_the_words_mean(tracker: Tracker) -> None:
    out = tracker("partners", "--explain").out
    for term in ("likely", "told in time", "waits for word", "went quiet", "the order"):
        assert f"{term}\n" in out


def test_on_a_terminal_those_who_sent_nobody_fold(outside: Tracker, terminal: Any) -> None:
    terminal(80)
    out = outside(*SAMPLE, "--color=never", "partners").out
    assert "   3 partners sent nobody in this time; --all shows them\n" in out
    assert max(map(len, out.splitlines())) <= 80
    assert "Anders Holm" not in out
    assert "Anders Holm" in outside(*SAMPLE, "--color=never", "partners", "--all").out


@pytest.mark.parametrize("width", [40, 60, 80, 100])
@pytest.mark.parametrize("asked", [(), ("--all",), ("chen",), ("mike-tran",), ("hoa-nguyen", "--all")])
def test_nothing_is_wider_than_the_terminal(
    outside: Tracker, terminal: Any, asked: tuple[str, ...], width: int
) -> None:
    terminal(width)
    lines = outside(*SAMPLE, "--color=never", "partners", *asked).out.splitlines()
    assert [line for line in lines if cells(line) > width] == []


def test_what_may_be_said_is_broken_between_words(outside: Tracker, terminal: Any) -> None:
    terminal(40)
    out = outside(*SAMPLE, "--color=never", "partners", "mike-tran").out
    assert "! Brooke Keller: closed, not told yet\n  13 working days, since Thu 19 Feb\n" in out
    terminal(100)
    out = outside(*SAMPLE, "--color=never", "partners", "mike-tran").out
    assert "! Brooke Keller: closed, not told yet  13 working days, since Thu 19 Feb\n" in out
