"""What a document holds as JSON, and back: one format for project files and for recovery. No Qt.

The JSON refers to pictures by their digest; the pictures themselves lie in a `PictureStore`. A newer version of the
program may write more into it than this one knows (`FORMAT` stays, and unknown keys are ignored), or something that
this one would misread (`FORMAT` grows, and this one refuses).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, JsonValue, ValidationError

from stylegui import __version__
from stylegui.engine.images import Picture, PictureError, load_picture
from stylegui.engine.request import StyleInput
from stylegui.project.errors import ProjectError
from stylegui.project.held import HeldPicture
from stylegui.project.requests import SetupEntry, StyleEntry
from stylegui.project.store import PictureRef, PictureStore, reference
from stylegui.project.version import HeldStyle, StyleChoice, Version
from stylegui.project.working import Content, Working

FORMAT = 1
MAX_VERSIONS = 20_000
_DIGEST = re.compile(r"[0-9a-f]{64}")


class _VersionEntry(BaseModel):
    model_config = ConfigDict(extra="ignore")

    id: str = Field(pattern=r"^[0-9a-f]{32}$")
    number: int = Field(ge=1)
    title: str = ""
    created: AwareDatetime
    photo: PictureRef
    picture: PictureRef
    styles: list[StyleEntry] = Field(default_factory=list)
    setup: SetupEntry = SetupEntry()
    parent: str = ""
    recipe: dict[str, JsonValue] = Field(default_factory=dict)
    complete: bool = True
    rating: int = Field(default=0, ge=-1, le=5)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="ignore")

    format: int = Field(ge=1)
    program: str = ""
    photo: PictureRef | None = None
    styles: list[StyleEntry] = Field(default_factory=list, max_length=4)
    setup: SetupEntry = SetupEntry()
    current: str = ""
    latest: str = ""
    start: PictureRef | None = None
    branched_from: str = ""
    versions: list[_VersionEntry] = Field(default_factory=list, max_length=MAX_VERSIONS)
    numbers: int = Field(default=0, ge=0)
    sections: dict[str, JsonValue] = Field(default_factory=dict)


def pack_content(content: Content, store: PictureStore, *, whole: bool = True) -> dict[str, JsonValue]:
    """A document's content as JSON; its pictures go into the store.

    Without `whole`, photo and styles that are only being worked with and that came from files are just referred to:
    they are found there again. Takes a while for many or large pictures. Raises StoreError where the disk is full.
    """
    working = content.working

    def refer(picture: Picture) -> PictureRef:
        return store.keep(picture) if whole or not picture.source else reference(picture)

    entry = _Entry(
        format=FORMAT,
        program=__version__,
        photo=refer(working.photo) if working.photo is not None else None,
        styles=[
            StyleEntry(
                picture=refer(choice.input.picture), weight=choice.input.weight, name=choice.input.name, id=choice.id
            )
            for choice in working.styles
        ],
        setup=SetupEntry.of(working.setup),
        current=working.current.id if working.current is not None else "",
        latest=working.latest.id if working.latest is not None else "",
        start=store.keep(working.start) if working.start is not None else None,
        branched_from=working.branched_from,
        versions=[_version_entry(version, content.ratings.get(version.id, 0)) for version in content.versions],
        numbers=content.numbers,
        sections=dict(content.sections),
    )
    return entry.model_dump(mode="json")


def unpack_content(
    packed: object, store: PictureStore, name: str, *, recovered: bool = False
) -> tuple[Content, list[str]]:
    """Content out of JSON and the pictures of a store, and sentences about what is not there any more.

    Where it is `recovered`, pictures that are not in the store are looked for in their files. `name` stands for the
    project in messages. Raises ProjectError for what is not understood.
    """
    return _Reader(store, name, recovered).content(packed)


def pictures_of(packed: object) -> set[str]:
    """Everything in it that may be the digest of a picture or a blob, wherever it stands."""
    return set(_digests(packed))


def _version_entry(version: Version, rating: int) -> _VersionEntry:
    return _VersionEntry(
        id=version.id,
        number=version.number,
        title=version.title,
        created=version.created,
        photo=version.held_photo.keep(),
        picture=version.held_picture.keep(),
        styles=[
            StyleEntry(picture=style.picture.keep(), weight=style.weight, name=style.name, id=style.id)
            for style in version.held_styles
        ],
        setup=SetupEntry.of(version.setup),
        parent=version.parent,
        recipe=json.loads(json.dumps(dict(version.recipe))),
        complete=version.complete,
        rating=rating,
    )


def _digests(packed: object) -> Iterator[str]:
    if isinstance(packed, str):
        if _DIGEST.fullmatch(packed):
            yield packed
    elif isinstance(packed, dict):
        for key, value in packed.items():
            yield from _digests(key)
            yield from _digests(value)
    elif isinstance(packed, list | tuple):
        for value in packed:
            yield from _digests(value)


class _Reader:
    """Reads one document. Pictures are the same object wherever they are the same picture."""

    def __init__(self, store: PictureStore, name: str, recovered: bool) -> None:
        self._store = store
        self._name = name
        self._recovered = recovered
        self._held: dict[PictureRef, HeldPicture] = {}
        self._lost_versions = 0
        self._notes: list[str] = []

    def content(self, packed: object) -> tuple[Content, list[str]]:
        """What is in it, and the notes."""
        entry = self._entry(packed)
        versions = [version for each in entry.versions if (version := self._version(each)) is not None]
        by_id = {version.id: version for version in versions}
        if len(by_id) != len(versions):
            raise ProjectError(f"“{self._name}” is damaged: two of its versions have the same name.")
        if self._lost_versions:
            self._notes.append(
                "A version is missing, because its picture is."
                if self._lost_versions == 1
                else f"{self._lost_versions} versions are missing, because their pictures are."
            )
        photo = self._picture(entry.photo, "The photo") if entry.photo is not None else None
        working = Working(
            photo=photo,
            styles=self._styles(entry.styles),
            setup=entry.setup.setup(),
            current=by_id.get(entry.current) if photo is not None else None,
            latest=by_id.get(entry.latest) if photo is not None else None,
            start=self._picture(entry.start, "The picture to start from") if entry.start is not None else None,
            branched_from=entry.branched_from if entry.branched_from in by_id else "",
        )
        ratings = {each.id: each.rating for each in entry.versions if each.rating and each.id in by_id}
        return Content(working, tuple(versions), ratings, entry.sections, entry.numbers), self._notes

    def _entry(self, packed: object) -> _Entry:
        newer = packed.get("format") if isinstance(packed, dict) else None
        if isinstance(newer, int) and newer > FORMAT:
            raise ProjectError(
                f"“{self._name}” was saved by a newer version of stylegui. Update the program to open it."
            )
        try:
            return _Entry.model_validate(packed)
        except ValidationError as error:
            raise ProjectError(f"“{self._name}” is damaged and cannot be opened.") from error

    def _version(self, entry: _VersionEntry) -> Version | None:
        if entry.picture.digest not in self._store or entry.photo.digest not in self._store:
            self._lost_versions += 1
            return None
        styles = tuple(
            HeldStyle(style.id, self._hold(style.picture), style.weight, style.name)
            for style in entry.styles
            if style.picture.digest in self._store
        )
        return Version(
            entry.number,
            entry.title,
            self._hold(entry.photo),
            self._hold(entry.picture),
            entry.recipe,
            entry.complete,
            entry.setup.setup(),
            styles,
            entry.parent,
            entry.id,
            entry.created.astimezone(UTC),
        )

    def _styles(self, entries: list[StyleEntry]) -> tuple[StyleChoice, ...]:
        found = []
        for entry in entries:
            picture = self._picture(entry.picture, f"The style “{entry.name}”")
            if picture is not None:
                found.append(StyleChoice(entry.id, StyleInput(picture, entry.weight, entry.name)))
        return tuple(found)

    def _picture(self, ref: PictureRef, what: str) -> Picture | None:
        try:
            return self._hold(ref).get()
        except PictureError:
            picture = self._from_file(ref)
        if picture is None:
            self._notes.append(f"{what} is missing.")
        return picture

    def _from_file(self, ref: PictureRef) -> Picture | None:
        """A picture that was only referred to, if its file still holds it."""
        if not self._recovered or not ref.source:
            return None
        try:
            picture = load_picture(ref.source)
        except PictureError:
            return None
        return picture if picture.digest == ref.digest else None

    def _hold(self, ref: PictureRef) -> HeldPicture:
        if not self._recovered:
            ref = ref.model_copy(update={"source": _own(ref.source)})
        return self._held.setdefault(ref, HeldPicture(self._store, ref=ref))


def _own(source: str) -> str:
    """A path out of a file that somebody sent: none that would make this computer ask another one."""
    return "" if source.startswith(("\\\\", "//")) else source
