"""A client for the yaml-language-server, the program behind YAML in most editors."""

import json
import os
import queue
import subprocess
import threading
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from textual_tracker.config.resources import CHECKOUT

PROGRAM = CHECKOUT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
PATIENCE = 60.0
"""Seconds without a word from the server after which the test fails."""

NOWHERE = "http://127.0.0.1:9"
"""A proxy that is not there: a schema that the server wanted to download would be an error."""

SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}


class LanguageServer:
    """A running server with one folder open; use it in a `with`."""

    def __init__(self, node: str, folder: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            [node, str(PROGRAM), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HTTP_PROXY": NOWHERE, "HTTPS_PROXY": NOWHERE},
        )
        self._heard: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self._ear = threading.Thread(target=self._listen, daemon=True)
        self._requests = 0
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> Self:
        self._ear.start()
        hover = {"contentFormat": ["plaintext"]}
        capabilities = {"workspace": {"configuration": True}, "textDocument": {"hover": hover}}
        self._ask("initialize", processId=os.getpid(), rootUri=self._folder.as_uri(), capabilities=capabilities)
        self._tell("initialized")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._ear.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process.wait()

    def diagnostics(self, paths: Iterable[Path]) -> dict[str, list[str]]:
        """Open the files, and tell of each that has any (path in the folder: `5:9 what is wrong`, from 1)."""
        names = {path.as_uri(): path.relative_to(self._folder).as_posix() for path in paths}
        for path in paths:
            text = path.read_text(encoding="utf-8")
            document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
            self._tell("textDocument/didOpen", textDocument=document)
        while not names.keys() <= self._diagnostics.keys():
            self._answer(self._hear())
        return {names[uri]: _sentences(found) for uri, found in self._diagnostics.items() if found and uri in names}

    def hover(self, path: Path, line: int, column: int) -> str:
        """What an editor shows where the mouse rests, line and column from 1."""
        found = self._ask("textDocument/hover", **_at(path, line, column))
        return str(found["contents"]["value"])

    def completions(self, path: Path, line: int, column: int) -> list[str]:
        """What an editor offers there, line and column from 1."""
        found = self._ask("textDocument/completion", **_at(path, line, column))
        return [item["label"] for item in found["items"]]

    def _ask(self, method: str, **params: Any) -> Any:
        self._requests += 1
        self._send({"id": self._requests, "method": method, "params": params})
        while True:
            message = self._hear()
            if message.get("id") == self._requests and "method" not in message:
                return message["result"]
            self._answer(message)

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _answer(self, message: dict[str, Any]) -> None:
        """Keep the diagnostics that were published; answer what the server itself asks."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            wanted = [SETTINGS if item["section"] == "yaml" else None for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": wanted})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _hear(self) -> dict[str, Any]:
        return self._heard.get(timeout=PATIENCE)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        while (length := _body_length(self._process.stdout)) is not None:
            self._heard.put(json.loads(self._process.stdout.read(length)))


def _body_length(stream: IO[bytes]) -> int | None:
    """The length that a message's header tells; `None` at the end of the stream."""
    length = None
    for line in iter(stream.readline, b""):
        if not line.strip():
            return length
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return None


def _at(path: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line - 1, "character": column - 1}}


def _sentences(diagnostics: list[dict[str, Any]]) -> list[str]:
    placed = [
        (d["range"]["start"]["line"] + 1, d["range"]["start"]["character"] + 1, d["message"]) for d in diagnostics
    ]
    return [f"{line}:{column} {message}" for line, column, message in sorted(placed)]
