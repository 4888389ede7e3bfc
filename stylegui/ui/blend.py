"""The styles a picture is painted in: chosen by id, read away from the GUI thread, blended by weight."""

from __future__ import annotations

import functools
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from stylegui.engine.images import Picture, load_picture
from stylegui.engine.request import StyleInput
from stylegui.jobs.task import TaskPool
from stylegui.library import Added, Style, StyleLibrary
from stylegui.project.document import Change, Document, StyleChoice
from stylegui.ui.canvas.pixels import picture_image
from stylegui.ui.parameters.blend import BlendItem

CACHED_PICTURES = 8
THUMBNAIL_PX = 144


@dataclass(frozen=True, eq=False)
class _LoadedStyle:
    picture: Picture
    thumbnail: QImage


class StyleBlend(QObject):
    """Keeps the document's styles in step with what is chosen.

    The document gets the new styles once all their pictures are there; until then it keeps the old ones.
    """

    chosen_changed = Signal(object)
    """The ids that are chosen now (a list of str), in the order of choosing."""
    items_changed = Signal(object)
    """The chosen styles as a list of `BlendItem`."""
    picture_added = Signal(object)
    """A picture was put into the library (the library's `Added`), to be painted in."""
    loading_failed = Signal(str)

    def __init__(
        self, document: Document, library: StyleLibrary, tasks: TaskPool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._library = library
        self._tasks = tasks
        self._weights: dict[str, float] = {}
        self._loaded: OrderedDict[str, _LoadedStyle] = OrderedDict()
        self._thumbnails: dict[str, QPixmap] = {}
        self._loading: dict[str, int] = {}
        self._guests: dict[str, str] = {}
        """Titles of styles that the library lacks and that came with a project, by the id they have here."""
        self._is_telling = False
        document.observe(self._on_document_changed)

    @property
    def weights(self) -> dict[str, float]:
        """How much there is of each chosen style, in the order of choosing."""
        return dict(self._weights)

    @property
    def ids(self) -> list[str]:
        """What is chosen, in the order of choosing."""
        return list(self._weights)

    @property
    def ready(self) -> bool:
        """Whether the document holds exactly what is chosen."""
        return not self._loading

    def items(self) -> list[BlendItem]:
        """The chosen styles as the panel shows them."""
        return [
            BlendItem(style_id, self.title(style_id), weight, self._thumbnails.get(style_id))
            for style_id, weight in self._weights.items()
            if self._is_known(style_id)
        ]

    def title(self, style_id: str) -> str:
        """A style's title, "" where it is neither in the library nor came with a project."""
        style = self._library.get(style_id)
        return style.title if style is not None else self._guests.get(style_id, "")

    @Slot(object)
    def choose(self, ids: Sequence[str]) -> None:
        """Paint in these styles; unknown ids are left out. Those that stay keep their proportions."""
        self.show(self.with_choice(ids))

    def with_choice(self, ids: Sequence[str]) -> dict[str, float]:
        """The weights there would be if these styles were chosen: a new one gets its fair share of the blend."""
        staying = [self._weights[style_id] for style_id in ids if style_id in self._weights]
        mean = sum(staying) / len(staying) if staying else 1.0
        return {style_id: self._weights.get(style_id, mean) / mean for style_id in ids}

    @Slot(object)
    def show(self, weights: Mapping[str, float]) -> None:
        """Paint in these styles with these weights; unknown ids are left out."""
        known = [style_id for style_id in weights if self._is_known(style_id)]
        wanted = {style_id: weights[style_id] for style_id in known[: Document.MAX_STYLES]}
        others = list(wanted) != self.ids
        if not others and wanted == self._weights:
            return
        self._weights = wanted
        if others:
            for style_id in [waiting for waiting in self._loading if waiting not in wanted]:
                self._tasks.discard(self._loading.pop(style_id))
            for style in self._styles():
                self._fetch(style)
            self.chosen_changed.emit(self.ids)
        self._hand_over()

    @Slot(str)
    def take_out(self, style_id: str) -> None:
        """Take a style out of the blend."""
        self.choose([other for other in self.ids if other != style_id])

    @Slot(object)
    def set_weights(self, weights: Sequence[float]) -> None:
        """How much there is of each chosen style, in the order of choosing (any positive numbers)."""
        self.show(dict(zip(self.ids, weights, strict=True)))

    def add(self, source: Path | bytes) -> None:
        """Put a picture into the library; who hears `picture_added` has it painted in."""
        self._tasks.run(functools.partial(self._library.add, source), self._take_added, self.loading_failed.emit)

    def _take_added(self, added: Added) -> None:
        self.picture_added.emit(added)

    def _on_document_changed(self, change: Change) -> None:
        """Another hand has chosen, such as a project that was opened: show its styles, with the pictures it has."""
        if change is not Change.STYLES or self._is_telling:
            return
        for task_id in self._loading.values():
            self._tasks.discard(task_id)
        self._loading.clear()
        self._weights = {}
        for choice in self._document.choices:
            picture, style_id = choice.input.picture, choice.id
            if self._library.get(style_id) is None:
                style_id = style_id or f"guest-{picture.digest[:16]}"
                self._guests[style_id] = choice.input.name
            self._weights[style_id] = choice.input.weight
            known = self._loaded.get(style_id)
            if known is None or known.picture is not picture:
                thumbnail = picture_image(picture.resized(THUMBNAIL_PX, allow_up=False))
                self._loaded[style_id] = _LoadedStyle(picture, thumbnail)
                self._thumbnails[style_id] = QPixmap.fromImage(thumbnail)
        self.chosen_changed.emit(self.ids)
        self.items_changed.emit(self.items())

    def _is_known(self, style_id: str) -> bool:
        return style_id in self._guests or self._library.get(style_id) is not None

    def _styles(self) -> list[Style]:
        return [style for style in map(self._library.get, self._weights) if style is not None]

    def _fetch(self, style: Style) -> None:
        if style.id in self._loaded or style.id in self._loading:
            return
        self._loading[style.id] = self._tasks.run(
            functools.partial(_load, style.path),
            functools.partial(self._take, style.id),
            functools.partial(self._fail, style.id),
        )

    def _take(self, style_id: str, loaded: _LoadedStyle) -> None:
        self._loading.pop(style_id, None)
        self._loaded[style_id] = loaded
        self._thumbnails[style_id] = QPixmap.fromImage(loaded.thumbnail)
        self._hand_over()

    def _fail(self, style_id: str, text: str) -> None:
        self._loading.pop(style_id, None)
        self.loading_failed.emit(text)
        self.take_out(style_id)

    def _hand_over(self) -> None:
        if not self._loading:
            ids = [style_id for style_id in self._weights if self._is_known(style_id)]
            for style_id in ids:
                self._loaded.move_to_end(style_id)
            self._forget_others(len(ids))
            self._is_telling = True
            self._document.set_styles([self._choice(style_id) for style_id in ids])
            self._is_telling = False
        self.items_changed.emit(self.items())

    def _choice(self, style_id: str) -> StyleChoice:
        return StyleChoice(
            style_id, StyleInput(self._loaded[style_id].picture, self._weights[style_id], self.title(style_id))
        )

    def _forget_others(self, chosen: int) -> None:
        """Let go of pictures that have not been painted in for long; those of guests are nowhere else."""
        old = [style_id for style_id in self._loaded if style_id not in self._guests]
        for style_id in old[: max(0, len(old) - max(CACHED_PICTURES, chosen))]:
            del self._loaded[style_id]
            self._thumbnails.pop(style_id, None)


def _load(path: Path) -> _LoadedStyle:
    picture = load_picture(path)
    return _LoadedStyle(picture, picture_image(picture.resized(THUMBNAIL_PX, allow_up=False)))
