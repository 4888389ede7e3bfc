"""The manifest: a file beside the results that says of each one how it was made, and how far the batch is.

JSON Lines: a line about the batch, and one for each picture; of two lines about one picture the later one counts. While
the work goes on, lines are only ever added, and each is on the disk before anything depends on it. A line that says
that a picture is done is written before its file appears: a batch that is killed between the two leaves no file that
the manifest does not know, so that what is in the folder can be told from what belongs to somebody else.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Literal

from pydantic import TypeAdapter

import stylegui
from stylegui.batch.errors import BatchError
from stylegui.files import replacing

NAME = "manifest.jsonl"
FORMAT = 1

State = Literal["waiting", "done", "failed"]


@dataclass(frozen=True)
class Record:
    """What is known of one picture.

    `output` is its path below the folder. `params`, `drawn` and `file` (how it is saved) are what was asked for; `seed`
    is the batch's. `sha256` are of whole files: of the result, and of the photo and the style it was made from. `made`
    is what the recipe says of the computation (network, device, dtype, threads, versions). A `failed` picture has an
    `error`, one sentence. A contact sheet is a record without a photo.
    """

    output: str
    state: State
    photo: str = ""
    style: str = ""
    title: str = ""
    engine: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    drawn: tuple[str, ...] = ()
    seed: int = 0
    file: Mapping[str, Any] = field(default_factory=dict)
    sha256: str = ""
    photo_sha256: str = ""
    style_sha256: str = ""
    made: Mapping[str, Any] = field(default_factory=dict)
    seconds: float = 0.0
    notes: tuple[str, ...] = ()
    error: str = ""

    def asks_for(self) -> tuple[Any, ...]:
        """What decides the picture, in a form that can be compared."""
        return self.photo_sha256, self.style_sha256, self.engine, _plain(self.params), _plain(self.file)


_RECORD = TypeAdapter(Record)


class Manifest:
    """The manifest of one folder, open for adding to it from `with manifest:` on."""

    def __init__(self, folder: Path) -> None:
        """Read what is there. Raises BatchError where a file of that name is something else, or cannot be read."""
        self.path = folder / NAME
        self.program = ""
        self.arguments: Mapping[str, Any] = {}
        self.records: dict[str, Record] = {}
        self._file: BinaryIO | None = None
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return
        except OSError as error:
            raise BatchError(f"{self.path} cannot be read: {error.strerror}.") from error
        self._read(data)

    @property
    def is_new(self) -> bool:
        """Whether there was none."""
        return not self.program

    def _read(self, data: bytes) -> None:
        # What follows the last line break is a line that a killed program did not finish.
        lines = data.decode("utf-8", "replace").split("\n")[:-1]
        try:
            head = json.loads(lines[0])
            if head["manifest"] != FORMAT:
                text = f"{self.path} was written by a newer stylegui; please use that one, or another folder."
                raise BatchError(text)
            self.program, self.arguments = str(head["program"]), dict(head["arguments"])
            for line in lines[1:]:
                record = _RECORD.validate_python(json.loads(line))
                self.records[record.output] = record
        except (IndexError, KeyError, TypeError, ValueError) as error:
            text = f"{self.path} is not a manifest that stylegui can read; please move it away, or use another folder."
            raise BatchError(text) from error

    def begin(self, arguments: Mapping[str, Any], records: Iterable[Record]) -> None:
        """Write the manifest anew: about this batch, with `records` first and the others that are known after them.

        Raises OSError, and the old manifest is still there then.
        """
        listed = {record.output: record for record in records}
        self.records = listed | {output: each for output, each in self.records.items() if output not in listed}
        self.program, self.arguments = f"stylegui {stylegui.__version__}", dict(arguments)
        head = {"manifest": FORMAT, "program": self.program, "arguments": self.arguments}
        self.close()
        with replacing(self.path) as file:
            file.write(_line(head))
            for record in self.records.values():
                file.write(_line(_entry(record)))

    def tidy(self) -> None:
        """Write each record once, in order. Raises OSError."""
        self.begin(self.arguments, self.records.values())

    def add(self, record: Record) -> None:
        """Say something new about a picture; it is on the disk afterwards. Raises OSError."""
        if self._file is None:
            self._file = self.path.open("ab")
        self._file.write(_line(_entry(record)))
        self._file.flush()
        os.fsync(self._file.fileno())
        self.records[record.output] = record

    def close(self) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            file.close()

    def __enter__(self) -> Manifest:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _entry(record: Record) -> dict[str, Any]:
    """The record as JSON has it, without what is not known of it."""
    always = {"output", "state", "seed"} if record.photo else {"output", "state"}
    return {name: value for name, value in asdict(record).items() if value or name in always}


def _line(entry: Mapping[str, Any]) -> bytes:
    try:
        return (json.dumps(entry, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:  # a file's name need not be text
        return (json.dumps(entry) + "\n").encode()


def _plain(values: Mapping[str, Any]) -> str:
    """The same text for the same values, whether they come from a program or from JSON."""
    return json.dumps(values, sort_keys=True)
