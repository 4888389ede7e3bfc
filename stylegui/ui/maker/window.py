"""The style maker's window: painters on the left, the picture in the middle, colours on the right."""

from __future__ import annotations

import random
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from stylegui.jobs.painter_process import PaintOrder
from stylegui.painters import PAINTERS
from stylegui.painters.design import Design
from stylegui.ui import icons
from stylegui.ui.dialogs.form import fitted, heading, line
from stylegui.ui.gallery.pages import DropOverlay, DropZone
from stylegui.ui.language import in_words
from stylegui.ui.maker.easel_bar import EaselBar
from stylegui.ui.maker.foot import KeepBar
from stylegui.ui.maker.painter_list import PainterList
from stylegui.ui.maker.palette_list import MINE, OWN, PHOTO, PaletteEntry, PaletteList
from stylegui.ui.maker.previews import Previews
from stylegui.ui.maker.seeds import SeedHistory
from stylegui.ui.maker.swatches import SwatchRow
from stylegui.ui.maker.wall import Wall
from stylegui.ui.mime import STYLE_MIME, may_hold_pictures, read_pictures

PAINTERS_WIDTH_PX = 276
COLOURS_WIDTH_PX = 268
SETTLE_MS = 40  # changes that come together, as from one click, are painted as one


@dataclass(frozen=True)
class KeepWish:
    """A picture to be painted at its full size and put into the gallery."""

    design: Design
    title: str
    palette_title: str
    expected_s: float


class StyleMaker(QDialog):
    """Shows what a painter makes of colours and a seed, at once, and says what the artist wants to keep.

    It stands beside the main window and knows nothing of it: whoever opens it hands over palettes of pictures, and
    takes what is kept.
    """

    keep_wished = Signal(object)
    """A `KeepWish`."""
    picture_wished = Signal()
    """The artist wants to choose a picture whose colours to take."""
    pictures_dropped = Signal(object)
    """Pictures whose colours to take, as a list of Path or bytes."""

    def __init__(self, parent: QWidget | None = None, rng: random.Random | None = None) -> None:
        super().__init__(parent)
        self._rng = rng or random.Random()
        self._seeds: dict[str, SeedHistory] = {}
        self._shape = "landscape"
        self._previews = Previews(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._paint)
        self.setWindowTitle(self.tr("Make a style"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._show_colours()
        self._change()

    @property
    def design(self) -> Design:
        """What is chosen."""
        return self._design_of(self.painter_list.chosen, self._shape)

    @property
    def previews(self) -> Previews:
        return self._previews

    def put_palette(self, entry: PaletteEntry, *, choose: bool = False) -> None:
        """Offer a palette (of a photo, of a picture), and use it where `choose` says so or where it was in use."""
        choose = choose or self.palette_list.chosen.key == entry.key
        self.palette_list.put(entry, choose=choose)
        if choose:
            self._take_palette()

    def set_photo_palette(self, colours: tuple[str, ...]) -> None:
        """The colours of the photo that is worked on; none where there is no photo."""
        hint = "" if colours else self.tr("Open a photo to take its colours.")
        if not colours and self.palette_list.chosen.key == PHOTO:
            self.palette_list.choose(OWN)
        self.put_palette(PaletteEntry(PHOTO, self.tr("From my photo"), colours, hint=hint))

    def shut_down(self, timeout_ms: int) -> bool:
        """End the helper that paints. To be called before the program ends."""
        self._settle.stop()
        self.swatches.stop_editing()
        return self._previews.close(timeout_ms)

    def _build(self) -> None:
        self.painter_list = PainterList()
        self.wall = Wall()
        self.bar = EaselBar()
        self.palette_list = PaletteList()
        self.swatches = SwatchRow()
        self.foot = KeepBar()
        self.from_picture = QPushButton(icons.icon("photo"), self.tr("From a picture…"))
        self.from_picture.setAutoDefault(False)
        self.from_picture.setToolTip(self.tr("Take the colours of any picture. You can also drop one here."))

        left = QWidget()
        left.setFixedWidth(PAINTERS_WIDTH_PX)
        painters = QVBoxLayout(left)
        painters.setContentsMargins(8, 14, 0, 0)
        painters.setSpacing(6)
        painters.addWidget(_indented(heading(self.tr("Painter")), 6))
        painters.addWidget(self.painter_list, 1)

        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.wall, 1)
        middle.addWidget(self.bar)

        right = QWidget()
        right.setFixedWidth(COLOURS_WIDTH_PX)
        colours = QVBoxLayout(right)
        colours.setContentsMargins(8, 14, 4, 10)
        colours.setSpacing(8)
        colours.addWidget(_indented(heading(self.tr("Colours")), 6))
        colours.addWidget(_indented(self.swatches, 4))
        colours.addSpacing(2)
        colours.addWidget(self.palette_list, 1)
        colours.addWidget(_indented(self.from_picture, 6))

        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(left)
        body.addLayout(middle, 1)
        body.addWidget(right)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(line())
        layout.addWidget(self.foot)
        self._overlay = DropOverlay(right)
        self._right = right
        self.resize(fitted(1200, 760))

    def _connect(self) -> None:
        self.painter_list.painter_picked.connect(self._take_painter)
        self.painter_list.visible_changed.connect(self._settle.start)
        self.palette_list.palette_picked.connect(self._take_palette)
        self.swatches.colours_edited.connect(self._take_edited)
        self.from_picture.clicked.connect(self.picture_wished)
        self.bar.shape_picked.connect(self._take_shape)
        self.bar.shuffle_asked.connect(self._shuffle)
        self.bar.back_asked.connect(self._go_back)
        self.bar.forward_asked.connect(self._go_forward)
        self.foot.keep_asked.connect(self._keep)
        self._previews.main_changed.connect(self._show_main)
        self._previews.main_passed.connect(self.wall.show_picture)
        self._previews.thumbnail_painted.connect(self._show_thumbnail)
        self._previews.failed.connect(self._show_failure)

    # -- what is chosen ---------------------------------------------------------------------------------------------

    def _seeds_of(self, painter: str) -> SeedHistory:
        return self._seeds.setdefault(painter, SeedHistory(self._rng))

    def _design_of(self, painter: str, shape: str = "landscape") -> Design:
        entry = self.palette_list.chosen
        colours = () if entry.key == OWN else entry.colours
        return Design(painter, self._seeds_of(painter).current, colours, entry.placed == painter, shape)

    @Slot()
    def _take_painter(self) -> None:
        self.swatches.stop_editing()
        self._show_colours()
        self._change()

    @Slot()
    def _take_palette(self) -> None:
        self.swatches.stop_editing()
        self._show_colours()
        self._change()

    @Slot(object)
    def _take_edited(self, colours: tuple[str, ...]) -> None:
        entry = self.palette_list.chosen
        # The painter's own colours stand in its places; whoever changes one means that place.
        placed = self.painter_list.chosen if entry.key == OWN else entry.placed
        self.palette_list.put(PaletteEntry(MINE, self.tr("My colours"), colours, placed), choose=True)
        self._change()

    @Slot(str)
    def _take_shape(self, shape: str) -> None:
        self._shape = shape
        self._change()

    @Slot()
    def _shuffle(self) -> None:
        self._seeds_of(self.painter_list.chosen).shuffle()
        self._change()

    @Slot()
    def _go_back(self) -> None:
        self._seeds_of(self.painter_list.chosen).back()
        self._change()

    @Slot()
    def _go_forward(self) -> None:
        self._seeds_of(self.painter_list.chosen).forward()
        self._change()

    @Slot(str)
    def _keep(self, title: str) -> None:
        design = self.design
        entry = self.palette_list.chosen
        named = entry.title if entry.key not in (OWN, MINE, PHOTO) else ""
        expected_s = self._previews.seconds(design.painter, max(design.size()))
        self.foot.propose(design.title())
        self.keep_wished.emit(KeepWish(design, title, named, expected_s))

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _show_colours(self) -> None:
        """The colours in use; the entry of the painter's own shows those of the painter that is chosen."""
        own = PAINTERS[self.painter_list.chosen].palette.colours
        self.palette_list.put(PaletteEntry(OWN, self.tr("The painter's own"), own))
        self.swatches.set_colours(self.palette_list.chosen.colours)

    def _change(self) -> None:
        self.foot.propose(self.design.title())
        self._settle.start()

    @Slot()
    def _paint(self) -> None:
        if not self.isVisible():
            return
        small = [self._design_of(painter) for painter in self.painter_list.visible()]
        for design in small:
            self.painter_list.table.show_picture(design.painter, self._previews.small_image(design))
        chosen = self.painter_list.chosen  # its small picture is the large one
        self._previews.show(self.design, [design for design in small if design.painter != chosen])
        self._show_main()

    @Slot()
    def _show_main(self) -> None:
        image, unfinished = self._previews.main
        if image is None:
            self.wall.await_picture(QSize(*self.design.size()), self.painter_list.picture)
        else:
            self.wall.show_picture(image)
            self.painter_list.table.show_picture(self.painter_list.chosen, image)
        state = self.tr("Painting…") if unfinished else ""
        self.bar.show_seeds(self._seeds_of(self.painter_list.chosen), state)

    @Slot(object)
    def _show_thumbnail(self, order: PaintOrder) -> None:
        image = self._previews.small_image(self._design_of(order.painter))
        if image is not None:
            self.painter_list.table.show_picture(order.painter, image)

    @Slot(str)
    def _show_failure(self, text: str) -> None:
        self.foot.say(in_words(text), "error")
        self.bar.show_seeds(self._seeds_of(self.painter_list.chosen))

    # -- Qt ---------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._change()

    def hideEvent(self, event: QHideEvent) -> None:
        self._settle.stop()
        self.swatches.stop_editing()
        self._previews.rest()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._change()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        mime = event.mimeData()
        if not (mime.hasFormat(STYLE_MIME) or may_hold_pictures(mime)):
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._overlay.light_up([DropZone("colours", "palette", self.tr("Take the colours of this picture"))])

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._overlay.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        pictures = read_pictures(event.mimeData())
        if pictures.sources:
            self.pictures_dropped.emit(pictures.sources)
        else:
            self.foot.say(in_words(pictures.refusal), "error")


def _indented(widget: QWidget, indent_px: int) -> QWidget:
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(indent_px, 0, indent_px, 0)
    layout.addWidget(widget)
    return holder
