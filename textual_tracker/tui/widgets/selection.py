"""What a list tells its view: which of its keys is selected, that it was chosen, and that a head was clicked."""

from textual.message import Message


class Selected(Message):
    """Another key is selected; `None` where the list is empty."""

    def __init__(self, key: str | None) -> None:
        super().__init__()
        self.key = key


class Chosen(Message):
    """The selected key was clicked once more."""

    def __init__(self, key: str | None) -> None:
        super().__init__()
        self.key = key


class HeadPressed(Message):
    """The head of the column of this title was clicked."""

    def __init__(self, column: str) -> None:
        super().__init__()
        self.column = column
