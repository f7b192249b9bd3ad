"""Text from a journal within Markdown."""

import pytest

from textual_tracker.analytics.markdown import escaped


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Dana Ortiz", "Dana Ortiz"),
        ("Tom & Jo Baker", "Tom & Jo Baker"),
        ("Mary-Kate O'Day, Jr.", "Mary-Kate O'Day, Jr."),
        ("Jo *Ace* Hale", r"Jo \*Ace\* Hale"),
        ("_Jo_ `ls`", r"\_Jo\_ \`ls\`"),
        ("[win](http://x.example)", r"\[win\](http\://x.example)"),
        ("www.x.example", r"www\.x.example"),
        ("jo@x.example", r"jo\@x.example"),
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("Jo &amp; Hale &#42;", r"Jo \&amp; Hale \&\#42;"),
        ("a|b~c~#1", r"a\|b\~c\~\#1"),
        ("back\\slash", r"back\\slash"),
        ("# Jo", r"\# Jo"),
        ("- Jo", r"\- Jo"),
        ("3. Jo", r"3\. Jo"),
        ("Jo\n\n# Hale", r"Jo \# Hale"),
    ],
)
def test_it_is_shown_and_never_obeyed(typed: str, written: str) -> None:
    assert escaped(typed) == written
