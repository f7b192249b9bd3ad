"""The pages: they ask for nothing else, say what the JSON says, and no name breaks out of its place."""

import json
import re
import shutil
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker
from tests.cli.html.parsed import Page
from textual_tracker.analytics.definitions import definitions_of
from textual_tracker.cli.html.style import CSS
from textual_tracker.config.resources import sample_journal_folder

SAMPLE = ["-C", str(sample_journal_folder()), "--no-index"]
PAGES = ("results", "activity", "forecast", "partners")
HOSTILE = "<script>alert(1)</script><b onload='x'>\" 'A & B"
NAME = re.compile(r"^( *)name: .*$", re.MULTILINE)


def named(found: re.Match[str]) -> str:
    return f"{found[1]}name: {json.dumps(HOSTILE)}"


@pytest.fixture
def page(outside: Tracker) -> Any:
    """Gives the page of a command on the sample, as a browser reads it."""

    def read(command: str) -> Page:
        return Page(outside(*SAMPLE, command, "--html", "-").out)

    return read


@pytest.fixture
def value(outside: Tracker) -> Any:
    """Gives the JSON of a command on the sample."""
    return lambda command: outside(*SAMPLE, command, "--json").json


@pytest.mark.parametrize("command", PAGES)
class TestEachPage:
    def test_asks_for_nothing_else(self, command: str, outside: Tracker) -> None:
        html = outside(*SAMPLE, command, "--html", "-").out
        assert not re.search(r"https?://|url\(|@import|//[a-z]", html)
        read = Page(html)
        assert not {tag for tag, _ in read.elements} & {"script", "link", "img", "iframe", "form", "a", "object"}
        assert not [name for _, names in read.elements for name in names if name.startswith("on") or name == "style"]
        assert not [name for _, names in read.elements for name in names if name in {"src", "href", "srcset"}]

    def test_lets_a_browser_load_nothing_but_its_own_style(self, command: str, page: Any) -> None:
        read = page(command)
        policy = next(one["content"] for one in read.tags("meta") if one.get("http-equiv") == "Content-Security-Policy")
        style = next(text for text in read.texts if ":root" in text)
        digest = b64encode(sha256(style.encode()).digest()).decode()
        assert policy == f"default-src 'none'; style-src 'sha256-{digest}'"

    def test_begins_with_what_it_is_and_ends_with_what_its_words_mean(self, command: str, page: Any) -> None:
        read = page(command)
        assert [tag for tag, _ in read.elements[:3]] == ["html", "head", "meta"]
        assert next(read.tags("html"))["lang"] == "en"
        assert all(one.term in read.text and one.means in read.text for one in definitions_of(command))
        assert "keep it as you keep their files" in read.text

    def test_every_drawing_is_told_or_repeats_what_is(self, command: str, page: Any) -> None:
        drawings = list(page(command).tags("svg"))
        assert drawings or command == "partners"  # scorecards are numbers alone
        assert all(one.get("aria-hidden") == "true" or one.get("role") == "img" for one in drawings)

    def test_is_the_same_every_time(self, command: str, outside: Tracker) -> None:
        first, second = (outside(*SAMPLE, command, "--html", "-").out for _ in range(2))
        assert first == second

    def test_of_an_empty_journal_is_a_page_too(self, command: str, outside: Tracker) -> None:
        outside("init", "--no-git", "--bare")
        ran = outside(command, "--html", "-")
        assert ran.code == 0
        assert Page(ran.out).text
        assert "nan" not in ran.out.lower().replace("finance", "")

    def test_without_numbers_needs_no_definitions(self, command: str, outside: Tracker) -> None:
        outside("init", "--no-git", "--bare")
        read = Page(outside(command, "--html", "-").out)
        assert not list(read.tags("dt"))
        assert "What the words mean" not in read.text

    def test_says_whose_it_is_and_of_which_day(self, command: str, page: Any) -> None:
        title = next(text for text in page(command).texts if text.startswith(f"{command.capitalize()} · "))
        assert title.startswith(f"{command.capitalize()} · Ana Rivera · ")
        assert title.endswith("as of Tue 10 Mar 2026")

    @pytest.mark.parametrize(
        ("settings", "asked", "whose"),
        [
            ("", (), "my-journal"),
            ("officer: Ana Rivera\n", (), "Ana Rivera"),
            ("officers: {ana: Ana Rivera, lee: Lee Wong}\n", (), "Ana Rivera, Lee Wong"),
            ("officers: {ana: Ana Rivera, lee: Lee Wong}\n", ("--who", "lee"), "Lee Wong"),
        ],
    )
    def test_whose_is_as_the_journal_says(
        self, command: str, settings: str, asked: tuple[str, ...], whose: str, tmp_path: Path, outside: Tracker
    ) -> None:
        root = tmp_path / "my-journal"
        (root / "referrals").mkdir(parents=True)
        (root / "journal.yaml").write_text(f"format: 1\n{settings}", encoding="utf-8")
        read = Page(outside("-C", str(root), command, *asked, "--html", "-").out)
        assert f"{whose} · " in next(text for text in read.texts if text.endswith("as of Tue 10 Mar 2026"))

    def test_of_the_small_journal(self, command: str, tracker: Tracker) -> None:
        assert Page(tracker(command, "--html", "-").out).text

    def test_a_name_stays_a_name(self, command: str, tmp_path: Path, outside: Tracker) -> None:
        root = tmp_path / "copy"
        shutil.copytree(sample_journal_folder(), root)
        for path in (*root.glob("referrals/2026/*.yaml"), *root.glob("partners/*.yaml")):
            text = path.read_text(encoding="utf-8")
            changed = NAME.sub(named, text, count=1)
            path.write_text(changed, encoding="utf-8")
        settings = root / "journal.yaml"
        text = settings.read_text(encoding="utf-8").replace("open_houses", json.dumps(HOSTILE))
        settings.write_text(text, encoding="utf-8")
        html = outside("-C", str(root), "--no-index", command, "--html", "-").out
        read = Page(html)
        assert not {tag for tag, _ in read.elements} & {"script", "b onload"}
        assert not [names for tag, names in read.elements if tag == "b" and names]
        assert command == "activity" or HOSTILE in read.text


class TestResults:
    def test_the_funnel(self, page: Any, value: Any) -> None:
        read, told = page("results"), value("results")
        steps = told["funnel"]
        assert read.row("contacted")[2] == f"{steps[2]['reached']}"
        for step in steps[1:]:
            row = read.row({"preapproved": "pre-approved"}.get(step["stage"], step["stage"].replace("_", " ")))
            rate = step["from_previous"]
            assert row[2] == f"{step['reached']}"
            assert row[3].startswith(f"{step['from_received']['rate']:.0%}")
            assert row[4] == f"{rate['rate']:.0%} ({rate['low'] * 100:.0f}–{rate['high']:.0%})"
            assert row[5] == (f"{step['undecided']}" if step["undecided"] else "")

    def test_the_counts_and_the_close_rates(self, page: Any, value: Any) -> None:
        text, told = page("results").text, value("results")
        for what in ("received", "closed", "lost"):
            assert f"{told[what]}{what}" in text
        rate = told["close_rate"]
        assert f"{rate['rate']:.0%}close rate, of {rate['n']} decided ({rate['low'] * 100:.0f}–" in text

    def test_every_reason(self, page: Any, value: Any) -> None:
        rows, told = page("results").rows, value("results")
        counts = [row[3] for row in rows if len(row) == 4 and not row[2] and row[3].isdigit()]
        assert sorted(counts) == sorted(str(one["count"]) for one in told["reasons"])

    def test_every_source_and_partner(self, page: Any, value: Any) -> None:
        read, told = page("results"), value("results")
        by_received = [row for row in read.rows if len(row) >= 12 and row[1].isdigit()]
        for kind in ("by_source", "by_partner"):
            for one in told[kind]:
                counts = [str(one[name]) for name in ("received", "contacted", "appointments_held", "applications")]
                assert counts in [row[1:5] for row in by_received]

    def test_the_diagnosis_is_that_of_diagnose(self, page: Any, outside: Tracker) -> None:
        text = page("results").text
        said = outside(*SAMPLE, "diagnose").out.splitlines()
        assert said[0] in text
        assert all(line[2:] in text for line in said if line.startswith("! "))


class TestActivity:
    def test_the_weeks(self, page: Any, value: Any) -> None:
        read, told = page("activity"), value("activity")
        last = told["weeks"][-1]
        row = read.row("this week")
        names = ("calls", "conversations", "appointments", "applications", "closings")
        assert row[1:6] == [str(last[name]) for name in names]
        assert sum(row[0] != "week" and len(row) == 8 for row in read.rows) == len(told["weeks"])

    def test_a_square_for_every_day(self, page: Any, value: Any) -> None:
        read, told = page("activity"), value("activity")
        done = sum(day["done"] for day in told["days"] if day["known"])
        assert read.text.count(": done") >= done
        assert read.row("calls")[4] == f"{told['totals']['calls']:,}"
        assert read.row("calls")[2] == str(told["goals"]["calls"])

    @pytest.mark.parametrize(
        ("start", "drawn"),
        [
            ("2025-01", ["Mon 6 Jan 2025 to Sun 9 Mar 2025", "Mon 10 Mar 2025 to Tue 10 Mar 2026"]),
            ("2026-03-10", ["Tue 10 Mar 2026 to Tue 10 Mar 2026"]),
        ],
    )
    def test_a_calendar_has_a_year_at_most(self, start: str, drawn: list[str], outside: Tracker) -> None:
        read = Page(outside(*SAMPLE, "activity", "--from", start, "--html", "-").out)
        assert [text.split(":")[0] for text in read.texts if text.endswith(" done") and " to " in text] == drawn

    def test_a_square_that_is_not_done_is_not_full(self, outside: Tracker, tmp_path: Path) -> None:
        """3 and 19 of 20 calls, and 20: of the nine units of a square 1.35, then 7.65, which is 85%, and all."""
        root = tmp_path / "outside"
        (root / "activity/2026").mkdir(parents=True)
        (root / "journal.yaml").write_text("format: 1\ngoals: {daily: {calls: 20}}\n")
        for day, calls in ((4, 3), (5, 19), (6, 20)):
            (root / f"activity/2026/2026-03-0{day}.yaml").write_text(f"calls: {calls}\n")
        read = Page(outside("activity", "--from", "2026-03-04", "--to", "2026-03-06", "--html", "-").out)
        squares = [one for one in read.tags("rect") if one["class"] == "fill" and one["width"] == "9"]
        heights = [float(one["height"] or 0) for one in squares if one["x"] == "28"]
        assert heights == [1.35, 7.65, 9]


class TestForecast:
    def test_the_counts_and_who_it_rests_on(self, page: Any, value: Any) -> None:
        read, told = page("forecast"), value("forecast")
        assert f"80%: {told['interval80'][0]}–{told['interval80'][1]}" in read.text or (
            told["interval80"][0] == told["interval80"][1]
        )
        assert f"Chance of your goal of {told['goal']}" in read.text
        chances = [row for row in read.rows if len(row) == 8 and row[2].endswith("%")]
        assert len(chances) == len(told["referrals"])

    def test_the_track_record(self, page: Any, value: Any) -> None:
        read, told = page("forecast"), value("forecast")
        replays = told["track_record"]["replays"]
        rows = [row for row in read.rows if row[-1].endswith(("inside", "outside"))]
        assert [row[4] for row in rows] == [str(one["actual"]) for one in reversed(replays)]
        assert [row[5].endswith("inside") for row in rows] == [one["inside80"] for one in reversed(replays)]

    def test_too_little_history_is_a_sentence(self, tracker: Tracker) -> None:
        read = Page(tracker("forecast", "--html", "-").out)
        assert "Too little history for a forecast" in read.text
        assert not list(read.tags("svg"))


class TestPartners:
    def test_everybody_with_anything_to_say_in_the_order_of_the_json(self, page: Any, value: Any) -> None:
        read, told = page("partners"), value("partners")
        cards = [card for card in told["partners"] if card["received"] or card["told"] or card["waits"]]
        names = [row[0] for row in read.rows if len(row) == 12]
        assert names[1:] == [card["name"] for card in cards]
        row = next(row for row in read.rows if len(row) == 12 and row[0] == "Sarah Chen")
        card = cards[0]
        counts = [str(card[name]) for name in ("received", "appointments_held", "applications", "open")]
        assert row[1:6] == [*counts, f"{card['closed']} of {card['closed'] + card['lost']}"]

    def test_every_wait_and_who_went_quiet(self, page: Any, value: Any) -> None:
        read, told = page("partners"), value("partners")
        waits = [row for card in told["partners"] for row in card["waits"]]
        rows = [row for row in read.rows if len(row) == 5][1:]
        assert len(rows) == len(waits) + sum(card["quiet"] for card in told["partners"])
        assert sum(row[2].endswith(" · soon") for row in rows) == sum(row["level"] == "at_risk" for row in waits)
        (paul,) = [row for row in rows if row[2] == "went quiet"]
        assert (paul[0], paul[4]) == ("Paul Sorensen", "144 days")

    def test_of_those_who_are_named(self, outside: Tracker) -> None:
        read = Page(outside(*SAMPLE, "partners", "chen", "tran", "--html", "-").out)
        assert [row[0] for row in read.rows if len(row) == 12] == ["partner", "Sarah Chen", "Mike Tran"]
        assert "Told in time 87%" not in read.text  # that is of all


def test_words_of_a_cell_are_not_broken_on_a_phone() -> None:
    """`not thanke-d yet`: a column of words keeps room for the longest usual one, and the table scrolls."""
    rules = dict(re.findall(r"^([^{}@]+) \{ ([^}]*) \}$", CSS, re.MULTILINE))
    assert rules["td:not(.number, .bar)"] == "min-width: 5.5rem;"


def test_names_break_and_heads_wrap_where_a_table_has_no_room() -> None:
    """A partner's name of 120 letters without a space would push the last columns off the page."""
    rules = dict(re.findall(r"^([^{}@]+) \{ ([^}]*) \}$", CSS, re.MULTILINE))
    assert rules["tbody th, td"] == "overflow-wrap: anywhere;"
    assert "white-space: normal" in rules[".dense thead th"]
    assert "nowrap" not in rules["tbody th"]
