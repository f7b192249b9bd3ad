"""A journal in which everything that can be typed is what a stranger might type."""

from pathlib import Path

STRANGE = {
    "long": "x" * 3000,
    "long-words": "Dana Ortiz " * 270,
    "wide": "田中さくら" * 20,
    "hangul": "한글 이름 \u1100\u1161\u11a8",
    "family": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 and \U0001f44d\U0001f3fd",
    "key-caps": "1\ufe0f\u20e3 \u2764\ufe0f",
    "flags": "\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7 \U0001f3f4\U000e0067\U000e0062\U000e007f",
    "piled": "Z" + "\u0301\u0302\u0489\u20dd" * 40 + "algo",
    "marks-only": "\u0301\u0302",
    "hebrew": "שלום עולם",
    "arabic": "السلام \ufdfd",
    "turned": "\u202eztirO anaD\u202c \u2066x\u2069",
    "hindi": "प्रिया नायर प्रिया नायर",
    "thai": "น้ำใจ ภาษาไทย",
    "escapes": "\x1b[2J\x1b]0;owned\x07\x7f\x9b31mDana\r\b",
    "lines": "two\nlines\r\n\tand a tab\u2028more",
    "markup": "[bold red]x[/] [@click=app.quit]y[/] $(id) `id`",
    "blank": "\u3164\u115f \u2800",
    "joiners": "\u200d\u200b\ufeff",
    "nobody": "\u0378\U0001fffe\ue000",
}
"""Names by a word for what is strange about them."""
FOLDER = "a \x1b[31m田中\U0001f468\u200d\U0001f469[bold]" + "folder " * 20


def strange_journal(where: Path) -> Path:
    """A journal of strange names in every field that holds text, in a folder with a strange name; its root."""
    root = where / FOLDER
    for folder in ("referrals/2026", "partners", "activity/2026"):
        (root / folder).mkdir(parents=True)
    (root / "journal.yaml").write_text(_settings(), "utf-8")
    for number, (name, text) in enumerate(STRANGE.items()):
        typed = _quoted(text)
        (root / f"partners/{name}.yaml").write_text(_partner(typed), "utf-8")
        day = f"2026-03-{1 + number % 9:02}"
        (root / f"referrals/2026/{day}-{name}.yaml").write_text(_referral(name, typed), "utf-8")
        (root / f"activity/2026/2026-02-{1 + number:02}.yaml").write_text(f"calls: 3\ncomment: {typed}\n", "utf-8")
    (root / "partners/empty.yaml").write_text('name: ""\ntype: cpa\n', "utf-8")
    (root / "referrals/2026/2026-03-02-empty.yaml").write_text('borrower: " "\nsource: cpa\n', "utf-8")
    (root / "referrals/2026/2026-03-02-broken.yaml").write_text("borrower: [\x1b", "utf-8")
    return root


def _settings() -> str:
    queries = ", ".join(f"{_quoted(text[:200])}: {_quoted(text)}" for text in STRANGE.values())
    return (
        f"format: 1\nofficer: {_quoted(STRANGE['family'])}\nqueries: {{{queries}}}\n"
        f"week: {{tue: {_quoted('zzz:' + STRANGE['escapes'])}}}\ngoals: {{daily: {{calls: 3}}}}\n"
    )


def _partner(typed: str) -> str:
    return (
        f"name: {typed}\ntype: real_estate_agent\ncompany: {typed}\nphone: {typed}\nemail: {typed}\ntier: A\n"
        f"touches: [{{date: 2026-03-02, channel: call, by: {typed}, note: {typed}}}]\nnotes: {typed}\nx-own: {typed}\n"
    )


def _referral(name: str, typed: str) -> str:
    who = f"name: {typed}, phone: {typed}, email: {typed}, co_borrower: {typed}, best_time: {typed}"
    told = f"date: 2026-03-08, by: {typed}, note: {typed}"
    return (
        f"borrower: {{{who}}}\npartner: {name}\nalso_tell: [{typed}]\nofficer: {typed}\nsource: cpa\n"
        f"loan: {{amount: 300000}}\ntags: [{typed}]\nnotes: {typed}\nx-own: {typed}\n"
        f"next_step: {{due: 2026-03-09, who: {typed}, action: {typed}}}\n"
        f"log: [{{date: 2026-03-08, note: {typed}}}]\npartner_updates: [{{{told}}}, {{{told}, partner: {typed}}}]\n"
    )


def _quoted(text: str) -> str:
    """The text between double quotes, everything but plain letters as an escape of YAML."""
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    code = ord(character)
    if character.isascii() and character.isprintable() and character not in '"\\':
        return character
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
