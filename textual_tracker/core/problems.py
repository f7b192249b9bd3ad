"""Problems: bad data as a value, with the place where a person finds it in the file."""

from typing import Final

from msgspec import Struct

ERROR: Final = "error"
WARNING: Final = "warning"


class Problem(Struct, frozen=True, array_like=True, gc=False, kw_only=True):
    """One fault of one file.

    `path` is relative to the journal, with forward slashes. `line` and `column` count from 1, the column in code
    points. `excerpt` is the offending line as it stands, shortened around the column where it is very long;
    `excerpt_column` tells where in it the caret goes, from 1, and `width` how many code points it marks. `code` is
    stable; `message` is a sentence that a loan officer understands; `hint` what to do about it, or "". None of them
    ever contains a value that the privacy checks found. `field` is the dotted path within the record
    ("contact_attempts[2].date"), or "".
    """

    path: str
    line: int = 1
    column: int = 1
    severity: str = ERROR
    code: str
    message: str
    hint: str = ""
    field: str = ""
    excerpt: str = ""
    excerpt_column: int = 1
    width: int = 1

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order in which problems are shown: by place, then code."""
        return (self.path, self.line, self.column, self.code, self.message)
