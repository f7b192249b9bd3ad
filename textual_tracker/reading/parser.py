"""The YAML parser: libyaml's where PyYAML was built with it, ten times as fast, else the one in pure Python."""

from typing import TYPE_CHECKING, Any

from yaml import composer, parser, reader, scanner


class PurePythonParser(reader.Reader, scanner.Scanner, parser.Parser, composer.Composer):
    """PyYAML's own parser behind the interface of libyaml's: `get_event` and `get_single_node`."""

    def __init__(self, stream: str) -> None:
        reader.Reader.__init__(self, stream)
        scanner.Scanner.__init__(self)
        parser.Parser.__init__(self)
        composer.Composer.__init__(self)

    def scan_flow_scalar(self, style: str) -> Any:
        """A text in quotes. An escape that is no character is refused, as libyaml does."""
        start = self.get_mark()
        try:
            token: Any = super().scan_flow_scalar(style)
            token.value.encode()
        except (ValueError, OverflowError):
            message = "found invalid Unicode character escape code"
            raise scanner.ScannerError("while parsing a quoted scalar", start, message, start) from None
        return token


if TYPE_CHECKING:
    Parser = PurePythonParser
else:
    try:
        from yaml._yaml import CParser as Parser
    except ImportError:  # PyYAML built without libyaml
        Parser = PurePythonParser
