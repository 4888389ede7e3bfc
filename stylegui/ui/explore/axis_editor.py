"""Choosing what an axis varies, and from where to where."""

from __future__ import annotations

import random
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from stylegui.engine.request import InstantParams
from stylegui.library import FAVOURITES, StyleLibrary
from stylegui.project.exploring import CHOICES, LONGEST, MIX, NAMES, STYLE, Axis, Value, range_of, steps
from stylegui.project.setup import Setup
from stylegui.ui.icons import icon
from stylegui.ui.parameters.spec import FieldSpec, field_specs

HEADING_PX, WHAT_PX = 56, 160
CHOSEN, LIKED, SIMILAR, ANY = "chosen", "favourites", "collection", "any"


class AxisWords:
    """What axes and their values are called."""

    def __init__(self, library: StyleLibrary) -> None:
        self._library = library
        self._specs = {spec.name: spec for spec in field_specs(InstantParams)}

    def spec(self, name: str) -> FieldSpec:
        return self._specs[name]

    def value(self, name: str, value: Value) -> str:
        """One value, as a row or a column is headed with it."""
        if name == STYLE:
            style = self._library.get(str(value))
            return style.title if style is not None else str(value)
        if name == MIX:
            return f"{value:.0f} %"
        return self._specs[name].text(value)


class AxisEditor(QWidget):
    """One axis: what, which values, how many."""

    changed = Signal()

    def __init__(self, title: str, library: StyleLibrary, words: AxisWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._words = words
        self._setup = Setup()
        self._chosen: tuple[str, ...] = ()
        self._shuffle = 0
        self._kept: tuple[str, ...] = ()
        self._what = QComboBox()
        self._what.setAccessibleName(title)
        for name in NAMES:
            self._what.addItem(self._name(name), name)
        self._which = QComboBox()
        self._which.setAccessibleName(self.tr("{}: which styles").format(title))
        for value, text in (
            (CHOSEN, self.tr("Chosen ones")),
            (LIKED, self.tr("Favourites")),
            (SIMILAR, self.tr("Same collection")),
            (ANY, self.tr("Any")),
        ):
            self._which.addItem(text, value)
        self._again = QToolButton()
        self._again.setIcon(icon("dice"))
        self._again.setToolTip(self.tr("Other styles"))
        self._again.setAccessibleName(self.tr("Other styles"))
        self._from, self._to, self._count = QSpinBox(), QSpinBox(), QSpinBox()
        self._from.setAccessibleName(self.tr("{}: from").format(title))
        self._to.setAccessibleName(self.tr("{}: to").format(title))
        self._count.setAccessibleName(self.tr("{}: how many").format(title))
        self._count.setRange(2, LONGEST)
        self._count.setValue(4)
        self._dash = QLabel("–")
        self._times = QLabel(self.tr("in"))
        heading = QLabel(title)
        heading.setProperty("role", "dim")
        heading.setBuddy(self._what)
        heading.setMinimumWidth(HEADING_PX)
        self._what.setMinimumWidth(WHAT_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (heading, self._what, self._which, self._again, self._from, self._dash, self._to):
            row.addWidget(part)
        row.addWidget(self._times)
        row.addWidget(self._count)
        row.addStretch(1)
        self._what.currentIndexChanged.connect(self._on_what)
        self._which.currentIndexChanged.connect(self._tell)
        self._again.clicked.connect(self._on_again)
        for number in (self._from, self._to, self._count):
            number.setKeyboardTracking(False)
            number.valueChanged.connect(self._tell)
        self._show_parts()

    @property
    def name(self) -> str:
        return str(self._what.currentData())

    def set_basis(self, setup: Setup, chosen: Sequence[str]) -> None:
        """What the artist has set and chosen: values are taken from there."""
        self._setup, self._chosen = setup, tuple(chosen)

    def set_axis(self, axis: Axis, *, kept: bool = False) -> None:
        """Show this axis, without telling anyone. `kept`: with its very styles, until the artist changes anything."""
        self._kept = tuple(map(str, axis.values)) if kept and axis.name == STYLE else ()
        with QSignalBlocker(self._what), QSignalBlocker(self._count):
            self._what.setCurrentIndex(max(self._what.findData(axis.name), 0))
            self._count.setValue(min(max(len(axis.values), 2), LONGEST))
        self._set_range()
        if axis.name not in (STYLE, *CHOICES):
            numbers = [float(value) for value in axis.values]
            with QSignalBlocker(self._from), QSignalBlocker(self._to):
                self._from.setValue(round(min(numbers)))
                self._to.setValue(round(max(numbers)))
        if axis.name == STYLE:
            chosen = list(axis.values) == list(self._chosen[: len(axis.values)])
            with QSignalBlocker(self._which):
                self._which.setCurrentIndex(self._which.findData(CHOSEN if chosen else ANY))
        self._show_parts()

    def axis(self) -> Axis | None:
        """The axis as it is set; None where there is no value for it."""
        name, count = self.name, self._count.value()
        values: Sequence[Value]
        if name == STYLE:
            values = self._styles(count)
        elif name in CHOICES:
            values = [value for value, _ in self._words.spec(name).choices]
        else:
            values = steps(self._from.value(), self._to.value(), count)
        return Axis(name=name, values=tuple(dict.fromkeys(values))) if values else None

    def _styles(self, count: int) -> list[str]:
        if kept := [each for each in self._kept if self._library.get(each) is not None]:
            return kept[:count]
        which = self._which.currentData()
        if which == CHOSEN:
            return list(self._chosen[:count])
        if which == LIKED:
            found = self._library.search(collection=FAVOURITES)
        elif which == SIMILAR and self._chosen and (style := self._library.get(self._chosen[0])) is not None:
            found = self._library.search(collection=style.collection)
        else:
            found = self._library.search()
        # The artist's own first, then others in an order that stays until the dice are rolled.
        others = [each for each in found if each not in self._chosen]
        random.Random(self._shuffle).shuffle(others)
        return [*(each for each in self._chosen if each in found), *others][:count]

    def _name(self, name: str) -> str:
        if name == STYLE:
            return self.tr("Style")
        return self.tr("Mix of two styles") if name == MIX else self._words.spec(name).title

    def _set_range(self) -> None:
        if self.name in (STYLE, *CHOICES):
            return
        lowest, highest = range_of(self._setup, self.name)
        with QSignalBlocker(self._from), QSignalBlocker(self._to):
            for number, value in ((self._from, lowest), (self._to, highest)):
                number.setRange(round(lowest), round(highest))
                number.setSuffix(" %")
                number.setValue(round(value))
            if lowest == 0 and self.name != MIX:
                self._from.setValue(round(highest / 4))

    def _show_parts(self) -> None:
        of_styles, of_choices = self.name == STYLE, self.name in CHOICES
        for part in (self._which, self._again):
            part.setVisible(of_styles)
        for number in (self._from, self._dash, self._to):
            number.setVisible(not of_styles and not of_choices)
        for counted in (self._times, self._count):
            counted.setVisible(not of_choices)
        self._again.setEnabled(self._which.currentData() != CHOSEN)

    @Slot()
    def _on_what(self) -> None:
        self._set_range()
        self._tell()

    @Slot()
    def _on_again(self) -> None:
        self._shuffle += 1
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._kept = ()
        self._show_parts()
        self.changed.emit()
