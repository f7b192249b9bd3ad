"""How soon what is saved is on the screen: one file by an editor, ten thousand by git."""

import json
import re
import subprocess
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.ground import Ground
from benchmarks.terminal import Terminal

NAME = re.compile(r"^(borrower: |  name: ).*$", re.MULTILINE)
BETWEEN_KEYS = 0.1
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def save_to_screen(ground: Ground, number: int, view_keys: dict[str, str], saves: int) -> Iterator[tuple[str, float]]:
    """(view, milliseconds) from a rename, as editors save, to the new name on the screen; `saves` times a view."""
    journal = ground.copy(number, "saved")
    files = _with_names_of_their_own(ground, journal)
    command = ground.on(journal, "ui")
    with Terminal(command.words, command.environment) as screen:
        screen.sees("Next:")
        screen.settle()
        for view, key in view_keys.items():
            screen.forget()
            screen.press(key, 1.0)
            name = next(word for word in re.findall(r"Q\d{5}", screen.drawn) if word in files)
            for turn in range(saves):
                screen.rest(0.4)
                renamed = f"{name}{LETTERS[turn % len(LETTERS)]}"  # with the same place in a list
                screen.forget()
                saved = _save(files[name], renamed)
                yield view, (screen.sees(renamed) - saved) * 1000
            _save(files.pop(name), name)


def _with_names_of_their_own(ground: Ground, journal: Path) -> dict[str, Path]:
    """Give every open referral a name that no other has, as short as a card is wide; the files by those names."""
    files: dict[str, Path] = {}
    for index, row in enumerate(json.loads(ground.run(ground.on(journal, "list", "--json")))):
        file = next((journal / "referrals").glob(f"*/{row['id']}.yaml"))
        files[f"Q{index:05}"] = file
        _save(file, f"Q{index:05}")
    ground.run(ground.on(journal, "stalled"))
    return files


def checkout_to_screen(ground: Ground, number: int) -> Iterator[tuple[float, float, list[float]]]:
    """Twice, there and back: `git checkout` of two commits that differ in every referral.

    Yields:
        (seconds git itself took, seconds from its start until all is on the screen, milliseconds until each key that
        was pressed meanwhile was answered).
    """
    journal = ground.copy(number, "checked-out")
    _two_commits(journal)
    ground.run(ground.on(journal, "stalled"))
    command = ground.on(journal, "ui")
    with Terminal(command.words, command.environment, (160, 40)) as screen:
        screen.sees(f"{number} referrals")
        screen.settle()
        screen.press("3", 1.0)
        for branch, referrals in (("later", number + 1), ("earlier", number)):
            screen.forget()
            keys: list[float] = []
            started = time.perf_counter()
            git = subprocess.Popen(["git", "checkout", "-q", branch], cwd=journal, stderr=subprocess.DEVNULL)
            took: list[float] = []
            shown = screen.sees(f"{referrals} referrals", partial(_press, screen, git, keys, took))
            git.wait()
            yield (took[0] if took else time.perf_counter()) - started, shown - started, keys
            screen.settle()


def _press(screen: Terminal, git: subprocess.Popen[bytes], keys: list[float], took: list[float]) -> None:
    """Press a key and wait for its answer; note when git was done."""
    answered = screen.answer("k" if len(keys) % 2 else "j")
    if answered is not None:
        keys.append(answered * 1000)
    if git.poll() is not None and not took:
        took.append(time.perf_counter())
    screen.rest(BETWEEN_KEYS)


def _two_commits(journal: Path) -> None:
    """Commit the journal, and on another branch one in which every referral is another, and one is new."""
    _git(journal, "init", "-q", "-b", "earlier")
    _git(journal, "add", ".")
    _git(journal, "commit", "-q", "-m", "Earlier")
    _git(journal, "checkout", "-q", "-b", "later")
    files = sorted((journal / "referrals").rglob("*.yaml"))
    for file in files:
        text = file.read_text(encoding="utf-8")
        file.write_text(
            f"{text}notes: looked through again\n" if "\nnotes:" not in text else f"{text}# again\n", "utf-8"
        )
    newest = files[-1]  # the last that git writes: when this one is on the screen, all of them are
    newest.with_name(f"{newest.stem}-z.yaml").write_bytes(newest.read_bytes())
    _git(journal, "add", ".")
    _git(journal, "commit", "-q", "-m", "Later")
    _git(journal, "checkout", "-q", "earlier")


def _save(file: Path, name: str) -> float:
    """Give the referral this name; the time at which the file was there."""
    text = NAME.sub(lambda line: f"{line[1]}{name}", file.read_text(encoding="utf-8"), count=1)
    beside = file.with_suffix(".swap")
    beside.write_text(text, encoding="utf-8")
    beside.rename(file)
    return time.perf_counter()


def _git(journal: Path, *words: str) -> None:
    identity = ["-c", "user.name=Sam Load", "-c", "user.email=sam@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *words], cwd=journal, check=True, capture_output=True)
