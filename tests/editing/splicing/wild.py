"""Records as nobody would write them and somebody has: one piece of data in every style that YAML allows a hand."""

from collections.abc import Iterator
from random import Random
from typing import Any, Final

from textual_tracker.reading.shape import Shape

TEXTS: Final = [
    "Dana Ortiz", "555-0142", "5550142", "02134", "NO", "12:30", "1e3", "true", "~user", "a: b", "see #1", "Lee's",
    'the "big" one', "é🏡", "wide\u3000space", "\u3000", "-5 degrees", "a, b [c] {d}", "what?", "- dash", "", "null",
    "2026-03-02", "back\\slash", "x" * 90, "a # b", "@home", "100%", "trailing:", "dana@example.com", "tab\there",
]  # fmt: skip
LONG: Final = [
    "Met at the open house.\n", "one\ntwo\n", "one\n\n  two\nthree", "one\ntwo", "# no comment\nb: c\n", "kept\n\n\n",
    "é🏡\n- x\n", " first\nsecond\n", "a\n\tb\n",
]  # fmt: skip
DAYS: Final = ["2026-03-02", "2026-03-02T10:15", "2026-12-31", "2026-03-02 10:15"]
PLAIN: Final = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789é🏡\u3000'_./@-+~ ")


class Wild:
    """Data of one shape, and a text that says it in a wild style.

    `comments` are the lines that are only comments, `tails` the comments that end a line.
    """

    def __init__(self, random: Random, shape: Shape) -> None:
        self.random = random
        self.comments: list[str] = []
        self.tails: list[str] = []
        self._count = 0
        self._step = random.choice([2, 2, 2, 4, random.randint(1, 8)])
        self._dash = random.choice([2, 2, 0, random.randint(0, 4)])
        self._loud = random.choice([0.0, 0.1, 0.4])
        self._flow = random.choice([0.0, 0.3, 0.9])
        self.data: dict[str, Any] = {}
        while not self.data:
            self.data = self._group(shape, 0)

    def text(self) -> str:
        """The text of the data."""
        column = self.random.choice([0, 0, 0, 0, 0, 2])
        if self._chance(0.03):
            text = self._in_flow(self.data, 1) + "\n"
        else:
            lines = ["---"] * self._chance(0.1)
            lines += self._noise(column, deeper=False)
            lines += self._pairs(self.data, column)
            lines += self._noise(column, deeper=False) if not self._is_kept else []
            lines += ["..."] * self._chance(0.05)
            text = "".join(f"{line}\n" for line in lines)
        return self._ended(text)

    # The data.

    def _group(self, shape: Shape, depth: int) -> dict[str, Any]:
        names = [name for name in shape.properties or () if self._chance(0.35)]
        if not shape.properties:
            names = ["open_houses", "x"][: self.random.randint(0, 2)]
        if self._chance(0.1):
            names.insert(self.random.randint(0, len(names)), f"x-own{self.random.randint(1, 3)}")
        if self._chance(0.15):
            self.random.shuffle(names)
        group = {}
        for name in names:
            inner = (shape.properties or {}).get(name) or shape.other or Shape()
            group[name] = self._value(inner, depth + 1)
        return group

    def _value(self, shape: Shape, depth: int) -> Any:
        if self._chance(0.05):
            return None
        if shape.items is not None:
            return [self._value(shape.items, depth + 1) for _ in range(self.random.choice([0, 1, 1, 2, 3]))]
        if shape.properties is not None and not (shape.kind is not None and self._chance(0.4)):
            return self._group(shape, depth) if depth < 5 else {}
        return self.scalar(shape)

    def scalar(self, shape: Shape) -> str:
        """A text of one of the kinds that may stand there, or any."""
        if shape.kind in {"moment", "day", "days"}:
            return self.random.choice(DAYS)
        if shape.choices:
            return self.random.choice(shape.choices)
        if shape.kind in {"whole", "number"}:
            return str(self.random.randint(0, 500000))
        if shape.kind == "flag":
            return self.random.choice(["true", "false"])
        return self.random.choice(LONG if self._chance(0.2) else TEXTS)

    # The lines.

    def _pairs(self, group: dict[str, Any], column: int) -> list[str]:
        lines: list[str] = []
        for name, value in group.items():
            if lines and not self._is_kept:
                lines += self._noise(column, deeper=not self._is_text)
            self._is_kept = self._is_text = False
            head, under = self._behind(value, column, self._step)
            lines += [" " * column + self._key(name) + ":" + head, *under]
        return lines

    _is_kept = _is_text = False

    def _behind(self, value: Any, column: int, step: int) -> tuple[str, list[str]]:
        """What stands behind a key or a dash at `column`, and the lines under it."""
        gap = " " if self._chance(0.9) else "   "
        if isinstance(value, dict | list):
            if not value or self._chance(self._flow):
                if self._chance(0.05):
                    return self._tail(), [" " * (column + self._step) + self._in_flow(value, column + 1) + self._tail()]
                return gap + self._in_flow(value, column + 1) + self._tail(), []
            tail = self._tail()
            under = self._noise(column + 1, deeper=False) if self._chance(0.3) else []
            if isinstance(value, dict):
                return tail, under + self._pairs(value, column + step)
            return tail, under + self._entries(value, column + self._dash)
        if value is None:
            return self.random.choice(["", " ~", " null", ""]) + self._tail(), []
        return self._scalar_behind(value, column, gap)

    def _entries(self, items: list[Any], column: int) -> list[str]:
        lines: list[str] = []
        for item in items:
            if lines and not self._is_kept:
                lines += self._noise(column, deeper=not self._is_text)
            self._is_kept = self._is_text = False
            if isinstance(item, dict) and item and not self._chance(0.7):
                if self._chance(0.1):
                    noise = self._noise(column + 1, deeper=False)
                    lines += [
                        " " * column + "-" + self._tail().replace("\t", "  "),
                        *noise,
                        *self._pairs(item, column + self._step),
                    ]
                    continue
                gap = 1 if self._chance(0.8) else 3
                first, *others = self._pairs(item, column + 1 + gap)
                lines += [" " * column + "-" + " " * gap + first.lstrip(" "), *others]
            elif isinstance(item, dict | list):
                lines.append(" " * column + "- " + self._in_flow(item, column + 1) + self._tail())
            else:
                head, under = self._behind(item, column, self._step)
                lines += [" " * column + "-" + head.replace("\t", "  "), *under]
        return lines

    def _scalar_behind(self, value: str, column: int, gap: str) -> tuple[str, list[str]]:
        body = value.rstrip("\n")
        newlines = len(value) - len(body)
        if (
            body.strip()
            and body.isprintable() is not None
            and "\t" not in body
            and self._chance(0.7 if "\n" in value else 0.03)
        ):
            indent = column + self.random.randint(1, 9)
            signs = {0: ["-"], 1: ["", "+"]}.get(newlines, ["+"])
            digit = str(indent - column) if body[0] in " \n" or self._chance(0.2) else ""
            sign = self.random.choice(signs)
            style = ">" if "\n" not in body and body[0] != " " and self._chance(0.3) else "|"
            tail = self._tail()
            lines = [" " * indent + line if line else "" for line in body.split("\n")]
            lines += [""] * (newlines - 1)
            self._is_text = True
            self._is_kept = sign == "+"
            if not self._is_kept and self._chance(0.2):
                lines.append(" " * self.random.randint(0, indent))
            return gap + style + self.random.choice([sign + digit, digit + sign]) + tail, lines
        if self._chance(0.03):
            noise = self._noise(column + 1, deeper=False)
            return self._tail(), [*noise, " " * (column + self._step) + self._scalar(value, flow=False) + self._tail()]
        return gap + self._scalar(value, flow=False) + self._tail(), []

    # The rest.

    def _in_flow(self, value: Any, indent: int) -> str:
        if isinstance(value, dict):
            pairs = [self._flow_pair(name, item, indent + 1) for name, item in value.items()]
            return self._brackets("{", pairs, "}", indent)
        if isinstance(value, list):
            return self._brackets("[", [self._in_list(item, indent + 1) for item in value], "]", indent)
        return "~" if value is None else self._scalar(value, flow=True)

    def _in_list(self, item: Any, indent: int) -> str:
        if isinstance(item, dict) and len(item) == 1 and self._chance(0.3):
            name, value = next(iter(item.items()))
            return f"{name}: {self._in_flow(value, indent)}"  # a group without braces
        return self._in_flow(item, indent)

    def _flow_pair(self, name: str, value: Any, indent: int) -> str:
        if value is None and self._chance(0.5):
            return self._key(name) + self.random.choice(["", ": "])
        return f"{self._key(name)}: {self._in_flow(value, indent)}"

    def _brackets(self, begin: str, parts: list[str], end: str, indent: int) -> str:
        if parts and self._chance(0.1):
            lines = [begin]
            for number, part in enumerate(parts):
                comma = "," if number + 1 < len(parts) or self._chance(0.5) else ""
                lines.append(" " * indent + part + comma + self._tail())
                lines += [" " * indent + self._comment()] * self._chance(self._loud)
            return "\n".join([*lines, " " * indent + end])
        pad = " " if self._chance(0.1) else ""
        comma = self.random.choice([", "] * 8 + [" , ", ",  "])
        closing = "," if parts and self._chance(0.03) else ""
        return begin + pad + comma.join(parts) + closing + pad + end

    def _scalar(self, value: str, *, flow: bool) -> str:
        styles = ["double"]
        if "\n" not in value and "\t" not in value:
            styles.append("single")
        if value and set(value) <= PLAIN and value == value.strip(" ") and value[0] not in "-@'~" and value != "null":
            styles += ["plain"] * 6
        style = self.random.choice(styles)
        if style == "single":
            return "'" + value.replace("'", "''") + "'"
        if style == "double":
            escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
            return f'"{escaped}"'
        if " " in value and self._chance(0.03) and not flow:
            return value.replace(" ", "\n" + " " * 20, 1)
        return value

    def _key(self, name: str) -> str:
        return f'"{name}"' if self._chance(0.02) else f"{name} " if self._chance(0.01) else name

    def _comment(self) -> str:
        self._count += 1
        comment = f"# c{self._count} 'é: {{["
        self.comments.append(comment)
        return comment

    def _tail(self) -> str:
        """A comment behind a value, or blanks, or nothing."""
        if self._chance(self._loud):
            self._count += 1
            self.tails.append(f"# t{self._count}, a: b")
            return self.random.choice([" ", "   ", "\t"]) + self.tails[-1]
        return "  " if self._chance(0.02) else ""

    def _noise(self, column: int, *, deeper: bool) -> list[str]:
        """Blank lines and comment lines before what stands at `column`."""
        lines = []
        while self._chance(self._loud):
            indent = column + (self.random.choice([0, 0, 0, 1, 2]) if deeper else 0)
            lines.append("" if self._chance(0.5) else " " * indent + self._comment())
        return lines

    def _ended(self, text: str) -> str:
        """The text with one of the ways to end a line, and with or without an end of its last."""
        if self._chance(0.2) and not self._is_kept and not self._is_text:
            text = text.removesuffix("\n")
        ends = self.random.choice(["\n"] * 6 + ["\r\n"] * 3 + ["mixed"])
        if ends == "mixed":
            return "".join(
                line[:-1] + self.random.choice(["\n", "\r\n"]) if line[-1] == "\n" else line
                for line in text.splitlines(keepends=True)
            )
        return text.replace("\n", ends)

    def _chance(self, share: float) -> bool:
        return self.random.random() < share


def paths(data: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every path of the data."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, item in items:
        yield (*at, step)
        yield from paths(item, (*at, step))
