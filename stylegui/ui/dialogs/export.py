"""The export dialog: which presets are written, how and how large, where to, and how large the files will be."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from pydantic import JsonValue
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from stylegui.engine.images import Picture, SaveOptions
from stylegui.jobs.task import LatestTask, TaskPool
from stylegui.project.exports import ExportPlan, as_json, built_in, plan_from
from stylegui.project.outgoing import Subject, layers_of
from stylegui.project.presets import PresetError, PresetShelf
from stylegui.ui.dialogs.export_form import ExportForm
from stylegui.ui.dialogs.export_presets import Entry, PresetList
from stylegui.ui.dialogs.filesize import EXACT_PIXELS, estimated_bytes
from stylegui.ui.dialogs.form import dim, fitted, line, set_role
from stylegui.ui.language import in_words
from stylegui.ui.parameters.words import bytes_text

ESTIMATE_DELAY_MS = 250
SECTION = "export"
CURRENT, BUILT_IN, OWN = "current", "builtin:", "own:"


class ExportDialog(QDialog):
    """Asks how and where paintings are saved. After `accepted`: `plans`, `folder` and `remembered`.

    `remembered` is what `remembered()` of an earlier dialog gave. `sources` are files that must not be written over.
    The files' sizes are worked out in `tasks`, from the first of the paintings.
    """

    def __init__(
        self,
        subjects: Sequence[Subject],
        folder: Path,
        tasks: TaskPool,
        presets: PresetShelf,
        *,
        remembered: Mapping[str, JsonValue] | None = None,
        sources: Collection[Path] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Raises PictureError where the first painting cannot be read back."""
        super().__init__(parent)
        self.setWindowTitle(
            self.tr("Export") if len(subjects) == 1 else self.tr("Export {} results").format(len(subjects))
        )
        self._subjects = list(subjects)
        self._picture = subjects[0].picture()
        self._presets = presets
        self._closed = False
        self._bytes: dict[ExportPlan, int] = {}
        self._form = ExportForm(
            subjects[0].size,
            self._picture.dpi,
            folder,
            [subject.facts for subject in subjects],
            with_profile=self._picture.icc is not None,
            with_recipe=any(subject.recipe is not None for subject in subjects),
            sources=[*sources, *(path for subject in subjects for path in subject.sources)],
        )
        self._list = PresetList()
        self._weight = dim(wrap=False)
        self._estimates = LatestTask(tasks, self._take_bytes, self._show_trouble, self)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(ESTIMATE_DELAY_MS)
        self._delay.timeout.connect(self._estimate)
        self._current = self._recalled(remembered or {})
        self._lay_out()
        self._fill_list()
        ticked = (remembered or {}).get("ticked")
        known = (
            [key for key in ticked if isinstance(key, str) and self._plan_of(key)] if isinstance(ticked, list) else []
        )
        self._list.set_ticked(known or [CURRENT])
        self._show_key((known or [CURRENT])[0])
        self._connect()
        self._refresh()

    @property
    def plans(self) -> list[ExportPlan]:
        """What is to be written of each painting: the ticked presets, in their order."""
        return [plan for key in self._list.ticked() if (plan := self._plan_of(key)) is not None]

    @property
    def folder(self) -> Path:
        return self._form.target.folder()

    @property
    def path(self) -> Path | None:
        """The file that the settings shown would give the first painting, as things are now."""
        return self._form.target.path()

    @property
    def options(self) -> SaveOptions:
        """How the settings shown would write the first painting."""
        return self._form.plan().options(self._subjects[0].size)

    @property
    def with_recipe(self) -> bool:
        """Whether the recipe is written, by the settings shown."""
        return self._subjects[0].recipe is not None and self._form.plan().with_recipe

    def remembered(self) -> dict[str, JsonValue]:
        """Everything but the size and the place, for the next dialog; ready for JSON."""
        plan = self._current.model_copy(update={"side": None})
        return {"plan": as_json(plan), "ticked": list[JsonValue](self._list.ticked())}

    # -- presets ----------------------------------------------------------------------------------------------------

    def _entries(self) -> list[Entry]:
        words = {
            "web": self.tr("Web"),
            "print": self.tr("Print 30 cm"),
            "archive": self.tr("Archive 16 bit"),
            "layers": self.tr("Layers"),
        }
        return [
            Entry(CURRENT, self.tr("Own settings")),
            *(Entry(f"{BUILT_IN}{name}", words[name]) for name in built_in()),
            *(Entry(f"{OWN}{name}", name, own=True) for name in self._presets.names(SECTION)),
        ]

    def _plan_of(self, key: str) -> ExportPlan | None:
        if key == CURRENT:
            return self._current
        if key.startswith(BUILT_IN):
            plan = built_in().get(key.removeprefix(BUILT_IN))
        else:
            content = self._presets.get(SECTION, key.removeprefix(OWN))
            plan = None if content is None else plan_from(content)
        return plan

    def _fill_list(self) -> None:
        self._list.set_entries(self._entries())

    def _show_key(self, key: str) -> None:
        plan = self._plan_of(key)
        if plan is not None:
            self._list.show_key(key)
            self._form.set_plan(plan)

    def _recalled(self, remembered: Mapping[str, JsonValue]) -> ExportPlan:
        """The settings of last time; what does not make sense any more is as usual."""
        plan = plan_from(remembered.get("plan"))
        update = {"dpi": self._picture.dpi or plan.save.dpi}
        return plan.model_copy(update={"side": None, "save": plan.save.model_copy(update=update)})

    @Slot(str)
    def _on_shown(self, key: str) -> None:
        self._show_key(key)
        self._refresh()

    @Slot()
    def _on_edited(self) -> None:
        """What was changed by hand is no preset any more."""
        key = self._list.key
        self._current = self._form.plan()
        if key != CURRENT:
            ticked = [CURRENT if each == key else each for each in self._list.ticked()]
            self._list.set_ticked(ticked)
            self._list.show_key(CURRENT)
        self._refresh()

    @Slot()
    def _on_save(self) -> None:
        name = self._presets.free_name(SECTION, self.tr("My preset"))
        if self._kept(name, self._form.plan()):
            key = f"{OWN}{name}"
            self._list.set_ticked([key if each == self._list.key else each for each in self._list.ticked()])
            self._fill_list()
            self._list.set_ticked([key] if len(self._list.ticked()) <= 1 else [*self._list.ticked(), key])
            self._show_key(key)
            self._refresh()
            self._list.edit_name(key)

    @Slot(str)
    def _on_update(self, key: str) -> None:
        if self._kept(key.removeprefix(OWN), self._current):
            self._show_key(key)
            self._refresh()

    @Slot(str, str)
    def _on_renamed(self, key: str, wanted: str) -> None:
        old = key.removeprefix(OWN)
        name = old if not wanted.strip() else self._presets.free_name(SECTION, wanted)
        try:
            self._presets.rename(SECTION, old, name)
        except PresetError as error:
            self._show_trouble(str(error))
            name = old
        ticked = [f"{OWN}{name}" if each == key else each for each in self._list.ticked()]
        # Not while the editor of this very row is still closing.
        QTimer.singleShot(0, self, functools.partial(self._after_renaming, ticked, f"{OWN}{name}"))

    def _after_renaming(self, ticked: list[str], key: str) -> None:
        self._fill_list()
        self._list.set_ticked(ticked)
        self._list.show_key(key)
        self._refresh()

    @Slot(str)
    def _on_delete(self, key: str) -> None:
        try:
            self._presets.remove(SECTION, key.removeprefix(OWN))
        except PresetError as error:
            self._show_trouble(str(error))
            return
        self._current = self._form.plan()  # its settings stay on the screen, and can be saved again
        ticked = [CURRENT if each == key else each for each in self._list.ticked()]
        self._fill_list()
        self._list.set_ticked(ticked)
        self._show_key(CURRENT)
        self._refresh()

    def _kept(self, name: str, plan: ExportPlan) -> bool:
        try:
            self._presets.put(SECTION, name, as_json(plan))
        except PresetError as error:
            self._show_trouble(str(error))
            return False
        return True

    # -- the file's size --------------------------------------------------------------------------------------------

    @Slot()
    def _refresh(self) -> None:
        """Say what pressing Export would do now, and how large it would be."""
        files = len(self.plans) * len(self._subjects)
        self._export.setText(self.tr("Export") if files <= 1 else self.tr("Export {} files").format(files))
        self._allow()
        wanted = self._wanted()
        for key, plan in wanted.items():
            known = self._bytes.get(plan)
            self._list.set_size_text(key, "" if known is None else bytes_text(known))
        if all(plan in self._bytes for plan in wanted.values()):
            self._show_total()
        else:
            self._weight.setText(self.tr("Working out the size of the file…"))
            set_role(self._weight, "dim")
            self._delay.start()

    def _wanted(self) -> dict[str, ExportPlan]:
        keys = [*self._list.ticked(), self._list.key]
        return {key: plan for key in keys if (plan := self._plan_of(key)) is not None}

    @Slot()
    def _allow(self) -> None:
        self._export.setEnabled(bool(self.plans) and not self._form.target.problem())

    @Slot()
    def _estimate(self) -> None:
        missing = [plan for plan in self._wanted().values() if plan not in self._bytes]
        self._estimates.run(functools.partial(_work_out, self._picture, self._subjects[0], missing))

    def _take_bytes(self, found: dict[ExportPlan, int]) -> None:
        if not self._closed:
            self._bytes |= found
            for key, plan in self._wanted().items():
                if plan in self._bytes:
                    self._list.set_size_text(key, bytes_text(self._bytes[plan]))
            self._show_total()

    def _show_total(self) -> None:
        plans = self.plans
        if not plans or any(plan not in self._bytes for plan in plans):
            self._weight.setText("" if plans else self.tr("Tick what is to be written."))
            return
        own = self._subjects[0].size
        pixels = [size[0] * size[1] for size in (subject.size for subject in self._subjects)]
        shares = sum(pixels) / pixels[0]
        total = bytes_text(sum(self._bytes[plan] for plan in plans) * shares)
        width, height = max((plan.size(own) for plan in plans), key=lambda size: size[0] * size[1])
        if len(plans) * len(pixels) > 1:
            words = self.tr("{} files, about {} in all").format(len(plans) * len(pixels), total)
        elif width * height <= EXACT_PIXELS:
            words = self.tr("File size: {}").format(total)
        else:
            words = self.tr("File size: about {}").format(total)
        self._weight.setText(words)
        set_role(self._weight, "dim")

    def _show_trouble(self, text: str) -> None:
        if not self._closed:
            self._weight.setText(in_words(text))
            set_role(self._weight, "error")

    # -- the window -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        self._export = buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._export.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 14, 22, 16)
        foot.addWidget(self._weight, 1)
        foot.addWidget(buttons)
        presets = QVBoxLayout()
        presets.setContentsMargins(22, 18, 18, 18)
        presets.addWidget(self._list)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(20, 18, 22, 18)
        inside.addWidget(self._form)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        scroll.setMinimumWidth(holder.minimumSizeHint().width() + scroll.verticalScrollBar().sizeHint().width())
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addLayout(presets)
        across.addWidget(_upright_line())
        across.addWidget(scroll, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(across, 1)
        layout.addWidget(line())
        layout.addLayout(foot)
        self.resize(fitted(860, holder.sizeHint().height() + 70))

    def _connect(self) -> None:
        self._list.shown.connect(self._on_shown)
        self._list.ticks_changed.connect(self._refresh)
        self._list.save_wanted.connect(self._on_save)
        self._list.update_wanted.connect(self._on_update)
        self._list.renamed.connect(self._on_renamed)
        self._list.delete_wanted.connect(self._on_delete)
        self._form.changed.connect(self._on_edited)
        self._form.target_changed.connect(self._allow)

    def done(self, result: int) -> None:
        self._closed = True
        self._delay.stop()
        super().done(result)


def _work_out(picture: Picture, subject: Subject, plans: Sequence[ExportPlan]) -> dict[ExportPlan, int]:
    """The size in bytes of the file by each plan. Raises PictureError."""
    return {
        plan: estimated_bytes(
            picture,
            plan.options(subject.size),
            subject.recipe if plan.with_recipe else None,
            layers_of(subject, plan),
        )
        for plan in plans
    }


def _upright_line() -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "line-upright")
    return frame
