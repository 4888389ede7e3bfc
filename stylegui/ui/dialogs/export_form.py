"""The controls of an export plan: each format's own options, size, colours, what the file tells, name and place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from stylegui.engine.images import SaveOptions
from stylegui.project.exports import USUAL_DPI, ExportPlan
from stylegui.project.naming import Facts
from stylegui.ui.dialogs.form import Form, heading, line
from stylegui.ui.dialogs.size import SizeEditor
from stylegui.ui.dialogs.target import TargetEditor
from stylegui.ui.parameters.editors import NumberEditor
from stylegui.ui.parameters.segmented import Segmented
from stylegui.ui.parameters.spec import FieldSpec

FORMATS = (("png", "PNG"), ("jpeg", "JPEG"), ("webp", "WebP"), ("tiff", "TIFF"), ("ora", "OpenRaster"))
DEEP = ("png", "tiff", "ora")


class ExportForm(QWidget):
    """Shows a plan and tells when the artist's hand changes it; the folder stands here too, but belongs to no plan."""

    changed = Signal()
    """The plan was changed by hand."""
    target_changed = Signal()
    """Whether and where something can be written may be another thing now."""

    def __init__(
        self,
        own_size: tuple[int, int],
        own_dpi: float | None,
        folder: Path,
        facts: Sequence[Facts],
        *,
        with_profile: bool,
        with_recipe: bool,
        sources: Collection[Path] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._own_size = own_size
        self._has_recipe = with_recipe
        self._base = ExportPlan()
        self._make_controls(with_profile)
        self._size = SizeEditor(own_size, own_dpi)
        self.target = TargetEditor(folder, facts, sources)
        self._count = len(facts)
        self._lay_out()
        self._connect()
        self.set_plan(ExportPlan(save=self._base.save.model_copy(update={"dpi": own_dpi or USUAL_DPI})))

    def plan(self) -> ExportPlan:
        """What the controls say. Options that the format does not have stay as they were in the plan that was shown."""
        file_format = self._format.value()
        save: dict[str, Any] = {
            "format": file_format,
            "dpi": self._size.dpi(),
            "allow_upscaling": self._size.allows_upscaling(),
            "profile": self._profile.currentData(),
            "metadata": [group for group, box in self._groups.items() if box.isChecked()],
            "ai_marking": self._ai_marking.isChecked(),
            "style_credit": self._credit.isChecked(),
        }
        if file_format in DEEP:
            save |= {"bit_depth": int(self._depth.value()), "compression": self._compression.value()}
        if file_format == "webp":
            save["lossless"] = self._lossless.isChecked()
        if self._is_lossy():
            save["quality"] = self._quality.value()
        return ExportPlan.model_validate(
            {
                "save": SaveOptions.model_validate(self._base.save.model_dump() | save),
                "unit": self._size.unit(),
                "side": self._size.side(),
                "with_recipe": self._with_recipe.isChecked(),
                "template": self.target.template(),
                "on_conflict": self.target.rule(),
            }
        )

    def set_plan(self, plan: ExportPlan) -> None:
        """Show a plan, without telling anyone."""
        self._base = plan
        save = plan.save
        self._format.set_value(save.format)
        self._quality.set_value(save.quality)
        self._lossless.setChecked(save.lossless)
        self._depth.set_value(str(save.bit_depth))
        self._compression.set_value(save.compression)
        self._size.show_size(plan.unit, plan.side, save.dpi or USUAL_DPI, save.allow_upscaling)
        self._profile.setCurrentIndex(self._profile.findData(save.profile))
        for group, box in self._groups.items():
            box.setChecked(group in save.metadata)
        self._ai_marking.setChecked(save.ai_marking)
        self._credit.setChecked(save.style_credit)
        self._with_recipe.setChecked(plan.with_recipe)
        self.target.show_naming(plan.template, plan.on_conflict)
        self._show_rows()

    def _make_controls(self, with_profile: bool) -> None:
        self._format = Segmented(FORMATS)
        self._format.set_value("png")
        self._format.set_accessible_name(self.tr("Format"))
        self._format.explain("ora", self.tr("Photo and result as layers, for Krita, GIMP and others."))
        self._quality = NumberEditor(_number("quality", self.tr("Quality"), 1, 100, 95))
        self._lossless = QCheckBox(self.tr("Lossless: every pixel exactly as it is"))
        self._depth = Segmented([("8", self.tr("8 bit")), ("16", self.tr("16 bit"))])
        self._depth.set_value("8")
        self._depth.set_accessible_name(self.tr("Colour depth"))
        self._depth.setToolTip(self.tr("16 bit keeps the finest shades for further work; 8 bit is enough for showing."))
        self._compression = NumberEditor(_number("compression", self.tr("Compression"), 0, 9, 4))
        self._compression.setToolTip(self.tr("Higher is smaller and slower to save. The picture stays the same."))
        self._profile = QComboBox()
        self._profile.addItem(self.tr("sRGB (for screens and the web)"), "srgb")
        self._profile.addItem("Display P3", "display-p3")
        self._profile.addItem(self.tr("Adobe RGB (for print)"), "adobe-rgb")
        own = self.tr("The photo's own") if with_profile else self.tr("The photo's own (it has none: sRGB)")
        self._profile.addItem(own, "source")
        self._profile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._groups = {
            "camera": QCheckBox(self.tr("Camera and lens")),
            "date": QCheckBox(self.tr("Date")),
            "description": QCheckBox(self.tr("Description, copyright")),
            "location": QCheckBox(self.tr("Location")),
        }
        self._ai_marking = QCheckBox(self.tr("Made with AI"))
        self._ai_marking.setToolTip(self.tr("Marks the file as partly made by an algorithm, in the words of the IPTC."))
        self._credit = QCheckBox(self.tr("Credit of the style"))
        self._credit.setToolTip(self.tr("Writes title, artist and licence of the style beside your own copyright."))
        self._with_recipe = QCheckBox(self.tr("Recipe"))
        self._with_recipe.setToolTip(self.tr("Dropping the file back here then restores every setting."))
        self._with_recipe.setEnabled(self._has_recipe)

    def _lay_out(self) -> None:
        self._form = Form()
        self._form.add(self.tr("Format"), self._format)
        self._form.add(self.tr("Quality"), self._quality)
        self._form.add("", self._lossless)
        self._form.add(self.tr("Colour depth"), self._depth)
        self._form.add(self.tr("Compression"), self._compression)
        self._form.add(self.tr("Long side"), self._size)
        self._form.add(self.tr("Colour profile"), self._profile)
        told = Form()
        ours = [self._with_recipe, self._credit, self._ai_marking]
        width_px = max(box.sizeHint().width() for box in (*self._groups.values(), *ours))
        for title, boxes in ((self.tr("From the photo"), [*self._groups.values()]), (self.tr("From stylegui"), ours)):
            told.add(title, _in_columns(boxes, title, width_px))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for title, part in (
            (self.tr("Picture"), self._form),
            (self.tr("Told in the file"), told),
            (self.tr("File"), self.target),
        ):
            if layout.count():
                layout.addWidget(line())
            layout.addWidget(heading(title))
            layout.addWidget(part)
        layout.addStretch(1)

    def _connect(self) -> None:
        self._format.picked.connect(self._on_format)
        self._lossless.clicked.connect(self._on_format)
        for picked in (self._depth.picked, self._profile.activated):
            picked.connect(self._on_hand)
        for value_changed in (self._quality.value_changed, self._compression.value_changed, self._size.changed):
            value_changed.connect(self._on_hand)
        for box in (*self._groups.values(), self._ai_marking, self._credit, self._with_recipe):
            box.clicked.connect(self._on_hand)
        self.target.changed.connect(self.target_changed)
        self.target.naming_changed.connect(self.changed)

    def _is_lossy(self) -> bool:
        file_format = self._format.value()
        return file_format == "jpeg" or (file_format == "webp" and not self._lossless.isChecked())

    def _show_rows(self) -> None:
        """Show the options that the format has, and no others."""
        file_format = self._format.value()
        self._form.show_row(self._lossless, file_format == "webp")
        self._form.show_row(self._quality, self._is_lossy())
        for control in (self._depth, self._compression):
            self._form.show_row(control, file_format in DEEP)
        self._tell_target()

    def _tell_target(self) -> None:
        plan = self.plan()
        self.target.set_output(plan.suffix, [plan.size(self._own_size)] * self._count)

    @Slot()
    def _on_format(self) -> None:
        self._show_rows()
        self.changed.emit()

    @Slot()
    def _on_hand(self) -> None:
        self._tell_target()
        self.changed.emit()


def _in_columns(boxes: Sequence[QCheckBox], name: str, width_px: int) -> QWidget:
    """Check boxes in two columns of at least this width, the same in every such group."""
    holder = QWidget()
    holder.setAccessibleName(name)
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 3, 0, 0)  # the first line stands beside its label
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    for place, box in enumerate(boxes):
        grid.addWidget(box, place // 2, place % 2)
    for column in (0, 1):
        grid.setColumnStretch(column, 1)
        grid.setColumnMinimumWidth(column, width_px)
    return holder


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
