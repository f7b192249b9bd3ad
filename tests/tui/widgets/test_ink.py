"""The colours read on the backgrounds that terminals have."""

import pytest
from rich.color import Color

from textual_tracker.tui.widgets.ink import ASLEEP, BAR, INKS, NO_COLOUR, PALETTES, WHITE, coloured, css_variables

BLACK, BRIGHT = (0, 0, 0), (255, 255, 255)
GROUNDS = {
    "auto": [BLACK, BRIGHT],
    "dark": [BLACK, (30, 30, 30), (40, 44, 52), (0, 43, 54)],
    "light": [BRIGHT, (250, 250, 250), (253, 246, 227)],
}


def luminance(colour: tuple[int, int, int]) -> float:
    """The relative luminance of WCAG 2."""
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in (c / 255 for c in colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def rgb(number: int) -> tuple[int, int, int]:
    return Color.from_ansi(number).get_truecolor()


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast(BLACK, BRIGHT) == 21
    assert round(contrast((118, 118, 118), BRIGHT), 2) == 4.54


@pytest.mark.parametrize("theme", PALETTES)
def test_every_role_reads_at_four_to_one_or_better(theme: str) -> None:
    for role, style in coloured(PALETTES[theme]).items():
        if style.color is None:
            continue  # the terminal's own
        assert style.bgcolor is None, role
        for ground in GROUNDS[theme]:
            assert contrast(style.color.get_truecolor(), ground) >= 4, (role, ground)


def test_the_selected_row_reads() -> None:
    assert contrast(rgb(WHITE), rgb(BAR)) >= 4.5
    assert contrast(rgb(WHITE), rgb(ASLEEP)) >= 4.5


def test_without_colour_nothing_has_any_and_what_matters_is_heavier() -> None:
    for role in coloured(PALETTES["auto"]):
        for lit in ("", "selected", "asleep"):
            style = NO_COLOUR.style(role, lit)
            assert style.color is None
            assert style.bgcolor is None
    assert NO_COLOUR.style("stalled").bold
    assert NO_COLOUR.style("text", "selected").reverse


def test_borders_have_the_colours_of_the_ink() -> None:
    assert css_variables("auto") == {"rule": "#767676", "bright": "#0087af", "alarm": "#af5f00"}
    assert set(INKS) == set(PALETTES)
