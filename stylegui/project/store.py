"""The pictures of a document on disk, each once, so that memory holds only those that are looked at. No Qt."""

from __future__ import annotations

import hashlib
import re
import threading
import weakref
from collections import OrderedDict
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from stylegui.engine.images import Picture
from stylegui.files import replacing
from stylegui.project.errors import StoreError, because
from stylegui.project.pixels import decode_pixels, encode_pixels

MEMORY_BYTES = 256 * 2**20
THUMBNAIL_BYTES = 48 * 2**20

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_DIGEST = re.compile(r"[0-9a-f]{64}")


class PictureRef(BaseModel):
    """All of a picture but its pixels: where they are found, and what came with them. Ready for JSON.

    `digest` is `Picture.digest`; `icc` and `exif` are the sha256 of those blobs, "" where there are none.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    digest: Digest
    width: int = Field(ge=1)
    height: int = Field(ge=1)
    name: str = ""
    source: str = ""
    dpi: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    icc: Digest | None = None
    exif: Digest | None = None
    notes: tuple[str, ...] = ()


class PictureStore:
    """Pictures by `Picture.digest`, lossless, each written once and atomically. May be used from any thread.

    Those used last stay in memory, up to `memory_bytes` of pixels. Without a folder all of them do.
    """

    def __init__(self, folder: Path | None, memory_bytes: int = MEMORY_BYTES) -> None:
        self.folder = folder
        self._memory_bytes = memory_bytes
        self._lock = threading.Lock()
        self._pictures: OrderedDict[str, Picture] = OrderedDict()
        self._thumbnails: OrderedDict[tuple[str, int], Picture] = OrderedDict()
        self._blobs: dict[str, bytes] = {}
        self._alive: weakref.WeakValueDictionary[PictureRef, Picture] = weakref.WeakValueDictionary()
        self._trusted: set[str] = set()

    def __contains__(self, digest: str) -> bool:
        """Whether a picture is here. A file that a power cut left empty is none."""
        if self.folder is None:
            with self._lock:
                return digest in self._pictures
        return _is_there(self.path(digest))

    def path(self, digest: str) -> Path:
        """The file of a picture, which need not be there. Raises ValueError without a folder, or for no digest."""
        if self.folder is None or not _DIGEST.fullmatch(digest):
            raise ValueError("this store has no such file")
        return self.folder / f"{digest}.png"

    def blob_path(self, digest: str) -> Path:
        """The file of a blob, which need not be there. Raises ValueError without a folder, or for no digest."""
        return self.path(digest).with_suffix(".bin")

    @property
    def makings(self) -> Path | None:
        """The folder for the makings-of, one file per version; None without a folder. It need not be there."""
        return self.folder.with_name("makings") if self.folder is not None else None

    # -- pixels -----------------------------------------------------------------------------------------------------

    def put(self, picture: Picture) -> str:
        """Keep the pixels and the alpha; their digest. Raises StoreError where the disk does not take them."""
        digest = picture.digest
        if self.folder is not None and not _is_there(self.path(digest)):
            self._write(self.path(digest), encode_pixels(picture))
        with self._lock:
            self._trusted.add(digest)
            self._remember(digest, picture)
        return digest

    def get(self, digest: str) -> Picture:
        """The pixels and the alpha of a picture that was put here. Raises StoreError where it is missing or damaged."""
        with self._lock:
            known = self._pictures.get(digest)
            if known is not None:
                self._pictures.move_to_end(digest)
                return known
        picture = self._read(digest)
        with self._lock:
            self._trusted.add(digest)
            self._remember(digest, picture)
        return picture

    def thumbnail(self, digest: str, px: int) -> Picture:
        """A picture with a long side of at most `px`. Raises StoreError where it is missing or damaged."""
        key = (digest, px)
        with self._lock:
            known = self._thumbnails.get(key)
            if known is not None:
                self._thumbnails.move_to_end(key)
                return known
        small = self.get(digest).resized(px, allow_up=False)
        with self._lock:
            self._thumbnails[key] = small
            held = sum(map(_size_bytes, self._thumbnails.values()))
            while held > THUMBNAIL_BYTES and len(self._thumbnails) > 1:
                held -= _size_bytes(self._thumbnails.popitem(last=False)[1])
        return small

    # -- whole pictures ---------------------------------------------------------------------------------------------

    def keep(self, picture: Picture) -> PictureRef:
        """Keep a picture with all that came with it. Raises StoreError where the disk does not take it."""
        self.put(picture)
        for blob in (picture.icc, picture.exif):
            if blob:
                self.put_blob(blob)
        ref = reference(picture)
        with self._lock:
            self._alive.setdefault(ref, picture)
        return ref

    def fetch(self, ref: PictureRef) -> Picture:
        """The picture as it was kept: the very same object as long as anybody holds it. Raises StoreError."""
        with self._lock:
            known = self._alive.get(ref)
        if known is not None:
            return known
        pixels = self.get(ref.digest)
        picture = replace(
            pixels,
            name=ref.name,
            source=ref.source,
            dpi=ref.dpi,
            icc=self.blob(ref.icc) if ref.icc else None,
            exif=self.blob(ref.exif) if ref.exif else None,
            notes=ref.notes,
        )
        picture.__dict__["digest"] = ref.digest  # it was looked at when the pixels were read
        with self._lock:
            return self._alive.setdefault(ref, picture)

    def put_blob(self, data: bytes) -> str:
        """Keep bytes; their sha256. Raises StoreError where the disk does not take them."""
        digest = hashlib.sha256(data).hexdigest()
        if self.folder is None:
            self._blobs[digest] = data
        elif not _is_there(self.blob_path(digest)):
            self._write(self.blob_path(digest), data)
        return digest

    def blob(self, digest: str) -> bytes:
        """Bytes that were put here. Raises StoreError where they are missing or damaged."""
        if self.folder is None:
            if digest not in self._blobs:
                raise StoreError("A part of this document is missing.")
            return self._blobs[digest]
        try:
            data = self.blob_path(digest).read_bytes()
        except OSError as error:
            raise StoreError(f"A part of this document cannot be read: {because(error)}.") from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise StoreError("A part of this document is damaged.")
        return data

    def file_bytes(self, digest: str) -> bytes:
        """A picture as its file holds it, or would. Raises StoreError where it is missing."""
        return encode_pixels(self.get(digest))

    def take(self, name: str, data: bytes) -> None:
        """Keep a file of another store under its name there; its content is looked at when it is read.

        Raises StoreError where the disk does not take it, and ValueError for no name of a store's file.
        """
        digest, _, suffix = name.partition(".")
        if suffix not in ("png", "bin"):
            raise ValueError(f"{name} is no file of a store")
        if self.folder is None:
            self._take_into_memory(digest, suffix, data)
            return
        path = self.path(digest) if suffix == "png" else self.blob_path(digest)
        if not _is_there(path):
            self._write(path, data, durable=False)

    def _take_into_memory(self, digest: str, suffix: str, data: bytes) -> None:
        if suffix == "bin":
            self.put_blob(data)
            return
        try:
            picture = decode_pixels(data)
        except ValueError as error:
            raise StoreError("A picture of this document is damaged.") from error
        if self.put(picture) != digest:
            raise StoreError("A picture of this document is damaged.")

    # -- the disk ---------------------------------------------------------------------------------------------------

    def _read(self, digest: str) -> Picture:
        if self.folder is None:
            raise StoreError("A picture of this document is missing.")
        try:
            picture = decode_pixels(self.path(digest).read_bytes())
        except OSError as error:
            raise StoreError(f"A picture of this document cannot be read: {because(error)}.") from error
        except ValueError as error:
            raise StoreError("A picture of this document is damaged.") from error
        if digest in self._trusted:
            picture.__dict__["digest"] = digest
        elif picture.digest != digest:
            raise StoreError("A picture of this document is damaged.")
        return picture

    def _write(self, path: Path, data: bytes, *, durable: bool = True) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(path, durable=durable) as file:
                file.write(data)
        except OSError as error:
            raise StoreError(f"Your work cannot be put aside on the disk: {because(error)}.") from error

    def _remember(self, digest: str, picture: Picture) -> None:
        """Keep it in memory, and as many of the others as there is room for. The lock is held."""
        self._pictures[digest] = picture
        self._pictures.move_to_end(digest)
        if self.folder is None:
            return
        held = sum(map(_size_bytes, self._pictures.values()))
        while held > self._memory_bytes and len(self._pictures) > 1:
            held -= _size_bytes(self._pictures.popitem(last=False)[1])


def reference(picture: Picture) -> PictureRef:
    """How a picture is referred to; nothing is written. Works out its digest, which takes a moment for large ones."""
    return PictureRef(
        digest=picture.digest,
        width=picture.width,
        height=picture.height,
        name=_sayable(picture.name),
        source=_sayable(picture.source),
        dpi=picture.dpi or None,
        icc=hashlib.sha256(picture.icc).hexdigest() if picture.icc else None,
        exif=hashlib.sha256(picture.exif).hexdigest() if picture.exif else None,
        notes=picture.notes,
    )


def _sayable(text: str) -> str:
    """A file name that is not text cannot be kept in JSON as it is."""
    return text.encode(errors="replace").decode()


def _is_there(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _size_bytes(picture: Picture) -> int:
    return int(picture.pixels.nbytes) + (0 if picture.alpha is None else int(picture.alpha.nbytes))
