"""What a person's editor left that has errors: shown with their lines, and what is to become of it is asked."""

from collections.abc import Sequence

from textual_tracker.cli.asking import ask
from textual_tracker.cli.call import Call
from textual_tracker.core.problems import Problem
from textual_tracker.editing.judging import told


def show_errors(call: Call, problems: Sequence[Problem]) -> None:
    """Say on stderr what is wrong, each with its line and a caret."""
    for line in told(problems):
        call.output.say(line)


def ask_for_one(call: Call, question: str, answers: Sequence[str]) -> str:
    """The letter of the answer, asked for until it is one of these.

    Raises KeyboardInterrupt where the person leaves.
    """
    while True:
        answer = ask(question).lower()[:1]
        if answer in answers and answer:
            return answer
        call.output.say(f"One of {', '.join(answers)}.")
