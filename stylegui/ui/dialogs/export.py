"""The export dialog: how, how large and where a painting is saved, and how large the file will be."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from pydantic import JsonValue, ValidationError
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from stylegui.engine.images import Picture, SaveOptions
from stylegui.jobs.task import LatestTask, TaskPool
from stylegui.ui.dialogs.filesize import EXACT_PIXELS, estimated_bytes
from stylegui.ui.dialogs.form import Form, dim, heading, line, set_role
from stylegui.ui.dialogs.size import SizeEditor
from stylegui.ui.dialogs.target import TargetEditor
from stylegui.ui.parameters.editors import NumberEditor
from stylegui.ui.parameters.segmented import Segmented
from stylegui.ui.parameters.spec import FieldSpec
from stylegui.ui.parameters.words import bytes_text

FORMATS = (("png", "PNG"), ("jpeg", "JPEG"), ("webp", "WebP"), ("tiff", "TIFF"))
ESTIMATE_DELAY_MS = 250


class ExportDialog(QDialog):
    """Asks for everything that `save_picture` needs. After `exec` or `accepted`: `path`, `options`, `with_recipe`.

    `remembered` is what `remembered()` of an earlier dialog gave. `sources` are files that must not be written over.
    The file's size is worked out in `tasks`.
    """

    def __init__(
        self,
        picture: Picture,
        folder: Path,
        name: str,
        tasks: TaskPool,
        *,
        remembered: Mapping[str, JsonValue] | None = None,
        recipe: Mapping[str, Any] | None = None,
        sources: Collection[Path] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._picture = picture
        self._recipe = recipe
        self._closed = False
        self._make_controls(picture)
        self._size = SizeEditor(picture.size, picture.dpi)
        self._target = TargetEditor(folder, name, [*sources, *([Path(picture.source)] if picture.source else [])])
        self._weight = dim(wrap=False)
        self._estimates = LatestTask(tasks, self._show_bytes, self._show_trouble, self)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(ESTIMATE_DELAY_MS)
        self._delay.timeout.connect(self._estimate)
        self._lay_out()
        self._recall(remembered or {})
        self._connect()
        self._refresh()

    @property
    def path(self) -> Path:
        """The file to write (by the rule for a taken name, as things are now)."""
        return self._target.path()

    @property
    def with_recipe(self) -> bool:
        """Whether the recipe goes into the file."""
        return self._recipe is not None and self._with_recipe.isChecked()

    @property
    def options(self) -> SaveOptions:
        """How to write it. Options that the format does not have stay at their defaults."""
        file_format = self._format.value()
        values: dict[str, Any] = {
            "format": file_format,
            "dpi": self._size.dpi(),
            "size_px": self._size.size_px(),
            "profile": self._profile.value(),
            "metadata": self._metadata.currentData(),
        }
        if file_format in ("png", "tiff"):
            values |= {"bit_depth": int(self._depth.value()), "compression": self._compression.value()}
        if file_format == "webp":
            values["lossless"] = self._lossless.isChecked()
        if file_format == "jpeg" or (file_format == "webp" and not self._lossless.isChecked()):
            values["quality"] = self._quality.value()
        return SaveOptions.model_validate(values)

    def remembered(self) -> dict[str, JsonValue]:
        """Everything but the size and the place, for the next dialog; ready for JSON."""
        return {
            "format": self._format.value(),
            "quality": self._quality.value(),
            "lossless": self._lossless.isChecked(),
            "bit_depth": int(self._depth.value()),
            "compression": self._compression.value(),
            "dpi": self._size.dpi(),
            "unit": self._size.unit(),
            "profile": self._profile.value(),
            "metadata": str(self._metadata.currentData()),
            "with_recipe": self._with_recipe.isChecked(),
            "on_conflict": self._target.rule(),
        }

    def _make_controls(self, picture: Picture) -> None:
        self._format = Segmented(FORMATS)
        self._format.set_value("png")
        self._format.set_accessible_name(self.tr("Format"))
        self._quality = NumberEditor(_number("quality", self.tr("Quality"), 1, 100, 95))
        self._lossless = QCheckBox(self.tr("Lossless: every pixel exactly as it is"))
        self._depth = Segmented([("8", self.tr("8 bit")), ("16", self.tr("16 bit"))])
        self._depth.set_value("8")
        self._depth.set_accessible_name(self.tr("Colour depth"))
        self._depth.setToolTip(self.tr("16 bit keeps the finest shades for further work; 8 bit is enough for showing."))
        self._compression = NumberEditor(_number("compression", self.tr("Compression"), 0, 9, 4))
        self._compression.setToolTip(self.tr("Higher is smaller and slower to save. The picture stays the same."))
        self._profile = Segmented([("srgb", "sRGB"), ("source", self.tr("The photo's own"))])
        self._profile.set_value("srgb")
        self._profile.set_accessible_name(self.tr("Colour profile"))
        self._profile.set_available(
            "source", picture.icc is not None, self.tr("The photo came without a colour profile.")
        )
        self._metadata = QComboBox()
        self._metadata.addItem(self.tr("All except the location"), "no-gps")
        self._metadata.addItem(self.tr("All"), "all")
        self._metadata.addItem(self.tr("None"), "none")
        self._metadata.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._metadata.setToolTip(self.tr("What the camera and the photographer wrote into the photo."))
        self._with_recipe = QCheckBox(self.tr("Put the recipe inside"), self)
        self._with_recipe.setToolTip(self.tr("Dropping the file back here then restores every setting."))
        self._with_recipe.setChecked(True)
        if self._recipe is None:
            self._with_recipe.hide()

    def _lay_out(self) -> None:
        self._form = Form()
        self._form.add(self.tr("Format"), self._format)
        self._form.add(self.tr("Quality"), self._quality)
        self._form.add("", self._lossless)
        self._form.add(self.tr("Colour depth"), self._depth)
        self._form.add(self.tr("Compression"), self._compression)
        self._form.add(self.tr("Long side"), self._size)
        self._form.add(self.tr("Colour profile"), self._profile)
        self._form.add(self.tr("Metadata"), self._metadata)
        if self._recipe is not None:
            self._form.add("", self._with_recipe)
        buttons = QDialogButtonBox()
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        self._export = buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self._weight, 1)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(14)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        layout.addWidget(heading(self.tr("Picture")))
        layout.addWidget(self._form)
        layout.addWidget(line())
        layout.addWidget(heading(self.tr("File")))
        layout.addWidget(self._target)
        layout.addStretch(1)
        layout.addWidget(line())
        layout.addLayout(foot)
        self.setMinimumWidth(540)

    def _connect(self) -> None:
        self._format.picked.connect(self._refresh)
        self._quality.value_changed.connect(self._schedule)
        self._lossless.clicked.connect(self._refresh)
        self._depth.picked.connect(self._schedule)
        self._compression.value_changed.connect(self._schedule)
        self._size.changed.connect(self._schedule)
        self._profile.picked.connect(self._schedule)
        self._metadata.activated.connect(self._schedule)
        self._with_recipe.clicked.connect(self._schedule)
        self._target.changed.connect(self._allow)

    def _recall(self, remembered: Mapping[str, JsonValue]) -> None:
        """Take over earlier choices; what does not make sense any more is left at its default."""
        known = {name: value for name, value in remembered.items() if name in SaveOptions.model_fields}
        try:
            options = SaveOptions.model_validate(known)
        except ValidationError:
            options = SaveOptions()
        self._format.set_value(options.format)
        self._quality.set_value(options.quality)
        self._lossless.setChecked(options.lossless)
        self._depth.set_value(str(options.bit_depth))
        self._compression.set_value(options.compression)
        if options.dpi is not None and self._picture.dpi is None:
            self._size.set_dpi(options.dpi)
        self._size.set_unit(str(remembered.get("unit", "")))
        if self._picture.icc is not None:
            self._profile.set_value(options.profile)
        self._metadata.setCurrentIndex(self._metadata.findData(options.metadata))
        self._with_recipe.setChecked(bool(remembered.get("with_recipe", True)))
        self._target.set_rule(str(remembered.get("on_conflict", "")))

    @Slot()
    def _refresh(self) -> None:
        """Show the options that the format has, and no others."""
        file_format = self._format.value()
        self._form.show_row(self._lossless, file_format == "webp")
        lossy = file_format == "jpeg" or (file_format == "webp" and not self._lossless.isChecked())
        self._form.show_row(self._quality, lossy)
        for control in (self._depth, self._compression):
            self._form.show_row(control, file_format in ("png", "tiff"))
        self._target.set_format(file_format)
        self._schedule()

    @Slot()
    def _allow(self) -> None:
        self._export.setEnabled(not self._target.problem())

    @Slot()
    def _schedule(self) -> None:
        self._weight.setText(self.tr("Working out the size of the file…"))
        set_role(self._weight, "dim")
        self._delay.start()

    @Slot()
    def _estimate(self) -> None:
        recipe = self._recipe if self.with_recipe else None
        self._estimates.run(functools.partial(estimated_bytes, self._picture, self.options, recipe))

    def _show_bytes(self, count: int) -> None:
        if self._closed:
            return
        size = bytes_text(count)
        words = self.tr("File size: {}") if self._is_exact() else self.tr("File size: about {}")
        self._weight.setText(words.format(size))

    def _is_exact(self) -> bool:
        pixels = (self._size.size_px() or max(self._picture.size)) ** 2 * self._shape()
        return pixels <= EXACT_PIXELS

    def _show_trouble(self, text: str) -> None:
        if not self._closed:
            self._weight.setText(text)
            set_role(self._weight, "error")

    def _shape(self) -> float:
        """Short side over long side."""
        return min(self._picture.size) / max(self._picture.size)

    def done(self, result: int) -> None:
        self._closed = True
        self._delay.stop()
        super().done(result)


def _number(name: str, title: str, lowest: int, highest: int, default: int) -> FieldSpec:
    return FieldSpec(
        name=name,
        title=title,
        description="",
        group="",
        kind="number",
        default=default,
        integer=True,
        lowest=lowest,
        highest=highest,
    )
