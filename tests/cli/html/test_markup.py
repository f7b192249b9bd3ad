"""Whatever is not markup already is text."""

from hypothesis import given
from hypothesis import strategies as st

from tests.cli.html.parsed import Page
from textual_tracker.cli.html.charts import Column, bar, columns, weeks
from textual_tracker.cli.html.markup import Markup, joined, tag
from textual_tracker.cli.html.tables import number, table, text


def test_text_is_escaped_and_markup_is_not() -> None:
    assert tag("p", "1 < 2 & 3", Markup("<br>")) == "<p>1 &lt; 2 &amp; 3<br></p>"
    assert tag("td", "x", class_='a"b', scope=None) == '<td class="a&quot;b">x</td>'
    assert joined("<", tag("b", ">")) == "&lt;<b>&gt;</b>"


def test_what_steers_a_screen_is_shown() -> None:
    assert tag("p", "a\x1b[31mb\u202ec\x00") == "<p>a\\x1b[31mb\\u202ec\\x00</p>"


@given(said=st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_no_text_breaks_a_page(said: str) -> None:
    html = table([text(said), number(said)], [(said, bar(0.5)), (said, said)]) or tag("p", said)
    read = Page(html)
    assert {tag for tag, _ in read.elements} <= {
        "div", "table", "thead", "tbody", "tr", "th", "td", "svg", "rect", "p",
    }  # fmt: skip


def test_columns_with_nothing_in_them_are_left_out() -> None:
    read = Page(table([text("who"), number("none"), number("n")], [("Dana", "", "3")]))
    assert read.rows == [["who", "n"], ["Dana", "3"]]
    assert table([text("who")], []) == ""


def test_a_distribution_says_its_goal_and_every_chance() -> None:
    shown = [Column("3", 0.25, "25%", is_goal=False), Column("4+", 0.75, "75%", is_goal=True)]
    html = columns("Chances", "3 closings 25%; 4 or more 75%", shown, 1, "your goal, 4 or more: 75%")
    read = Page(html)
    assert {"25%", "75%", "3", "4+", "your goal, 4 or more: 75%"} <= set(read.texts)
    heights = [float(one["height"] or 0) for one in read.tags("rect")]
    assert heights[1] == 3 * heights[0]
    flat = [Column(str(n), 0.1, "10%", is_goal=False) for n in range(10)]
    assert {float(one["height"] or 0) for one in Page(columns("", "", flat, None, "")).tags("rect")} == {heights[1]}


def test_the_bar_of_a_week_stands_on_the_floor() -> None:
    bars = list(Page(weeks("closings", ["a", "b", "c"], [1, 0, 4])).tags("rect"))
    assert [(float(bar["height"] or 0), float(bar["y"] or 0)) for bar in bars] == [(25, 75), (100, 0)]


def test_weeks_without_anything_are_drawn_without_bars() -> None:
    assert not list(Page(weeks("closings", ["a", "b"], [0, 0])).tags("rect"))
