"""Saving paintings in the background: with the dialog, again without it, and as a file for a drag."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog

from stylegui.engine.engines import engines
from stylegui.engine.images import PictureError, SaveOptions
from stylegui.jobs.task import TaskPool
from stylegui.library import StyleLibrary
from stylegui.project.document import Document, Version
from stylegui.project.exports import ExportPlan
from stylegui.project.finding import Whereabouts
from stylegui.project.naming import painting_name
from stylegui.project.outgoing import Subject, write_to
from stylegui.project.presets import PresetShelf
from stylegui.resources import resources_root
from stylegui.ui.dialogs.export import ExportDialog
from stylegui.ui.language import in_words
from stylegui.ui.main_window import MainWindow
from stylegui.ui.messages import Messages
from stylegui.ui.painting import Painting, PaintState
from stylegui.ui.preferences import Preferences
from stylegui.ui.previewing import Previewing
from stylegui.ui.writing import Order, Outcome, Writing

FINISH_MS = 120_000
DRAG_PLAN = ExportPlan(save=SaveOptions(compression=1))


@dataclass(eq=False)
class _Memory:
    """The latest export, to be repeated: where and how, and which file each painting became by each plan."""

    folder: Path
    plans: tuple[ExportPlan, ...]
    paths: dict[tuple[Version, ExportPlan], Path] = field(default_factory=dict)


class Exporter(QObject):
    """Exports the document's current painting."""

    saved = Signal(object)
    """The `Path` that was written."""

    def __init__(
        self,
        window: MainWindow,
        document: Document,
        library: StyleLibrary,
        painting: Painting,
        previewing: Previewing,
        tasks: TaskPool,
        preferences: Preferences,
        presets: PresetShelf,
        whereabouts: Whereabouts,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._document = document
        self._library = library
        self._painting = painting
        self._previewing = previewing
        self._tasks = tasks
        self._preferences = preferences
        self._messages = messages
        self._presets = presets
        self._whereabouts = whereabouts
        self._writing = Writing(self)
        self._writing.progressed.connect(self._on_progress)
        self._writing.ended.connect(self._on_ended)
        self._latest: _Memory | None = None
        self._dialog: ExportDialog | None = None
        self._asked_for: list[tuple[Version, Subject]] = []
        self._drag_folder: tempfile.TemporaryDirectory[str] | None = None
        self._failures = 0
        self._after_rendering: Callable[[], None] | None = None
        painting.finished.connect(self._on_rendered)
        painting.state_changed.connect(self._on_painting)
        painting.failed.connect(self._on_not_rendered)
        window.actions_by_id["export"].triggered.connect(self.export)
        window.actions_by_id["export_again"].triggered.connect(self.export_again)
        window.canvas.set_file_source(self.file_for_drag)
        window.canvas.export_requested.connect(self.export)

    @property
    def writing(self) -> bool:
        """Whether files are being written."""
        return self._writing.busy

    def has_exported(self, version: Version) -> bool:
        """Whether a result was written in this session."""
        return self._latest is not None and any(known is version for known, _ in self._latest.paths)

    @property
    def dialog(self) -> ExportDialog | None:
        """The dialog that is open now."""
        return self._dialog

    @Slot()
    def export(self) -> None:
        """Ask how and where to save the painting that is seen."""
        version = self._document.current
        if version is not None:
            self.export_versions([version])
        elif self._dialog is None:
            self._render_first(self.export)

    @Slot(object)
    def export_versions(self, versions: Sequence[Version]) -> None:
        """Ask how and where to save these paintings, all in one go."""
        if self._dialog is not None or not versions:
            return
        try:
            subjects = [(version, self._subject(version)) for version in versions]
            dialog = ExportDialog(
                [subject for _, subject in subjects],
                self._folder(versions[0]),
                self._tasks,
                self._presets,
                remembered=self._preferences.current.export_options,
                sources=self._sources(),
                parent=self._window,
            )
        except PictureError as error:
            self._messages.error(str(error))
            return
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog, self._asked_for = dialog, subjects
        dialog.open()

    @Slot()
    def export_again(self) -> None:
        """Save as last time: over the files of this painting, or beside those of others."""
        version = self._document.current
        if version is None:
            self._render_first(self.export_again)
            return
        if self._latest is None:
            self.export()
            return
        folder, paths = self._latest.folder, self._latest.paths
        try:
            subject = self._subject(version)
        except PictureError as error:
            self._messages.error(str(error))
            return
        beside = {plan: plan.model_copy(update={"on_conflict": "unique"}) for plan in self._latest.plans}
        self._write(
            [
                Order(version, subject, plan, folder, paths[version, plan])
                if (version, plan) in paths
                else Order(version, subject, beside[plan], folder, sources=self._sources())
                for plan in self._latest.plans
            ]
        )

    def file_for_drag(self) -> Path | None:
        """The painting as a file that can be dropped elsewhere; None where it cannot be written."""
        version = self._document.current
        if version is None:
            self._render_first(self._say_ready)
            return None
        if self._drag_folder is None:
            self._drag_folder = tempfile.TemporaryDirectory(prefix="stylegui-", ignore_cleanup_errors=True)
        name = f"{painting_name(version.held_photo.name, version.title)} {version.number}.png"
        path = Path(self._drag_folder.name) / name
        try:
            if not path.exists():
                write_to(self._subject(version), DRAG_PLAN, path)
        except PictureError as error:
            self._messages.error(str(error))
            return None
        return path

    def _subject(self, version: Version) -> Subject:
        """Raises PictureError where its photo cannot be read back."""
        styles = self._library.fetch([style.id for style in version.held_styles if style.id])
        titles = {engine.id: engine.title for engine in engines().values()}
        subject = Subject.of(version, styles, titles)
        source = version.photo.source
        if not source:
            return subject
        return replace(subject, sources=(*subject.sources, Path(source)), photo_path=Path(source))

    def _sources(self) -> tuple[Path, ...]:
        """The files that are worked with: neither photo nor styles, pictures of the artist's as well, are lost."""
        photo = self._document.photo
        pictures = [*([photo] if photo is not None else []), *(style.picture for style in self._document.styles)]
        return tuple(Path(picture.source).resolve() for picture in pictures if picture.source)

    def _render_first(self, then: Callable[[], None]) -> None:
        """Paint at full size what the preview shows, and go on with the result."""
        if self._previewing.seen is None or self._painting.busy:
            return
        self._painting.start_preview()
        self._after_rendering = then
        self._messages.news(self.tr("Painting at full size first…"))

    def _say_ready(self) -> None:
        self._messages.news(self.tr("Painted at full size: now it can be dragged out."))

    @Slot(object)
    def _on_rendered(self, version: Version) -> None:
        then, self._after_rendering = self._after_rendering, None
        if then is not None and version.result.complete:
            if version.photo is self._document.photo:
                self._document.select_version(version)
            then()

    @Slot(object)
    def _on_painting(self, state: PaintState) -> None:
        """A run that is stopped leads to no export."""
        if state is PaintState.STOPPING:
            self._after_rendering = None

    @Slot(object)
    def _on_not_rendered(self, _failure: object) -> None:
        """Nor does one that fails: the next picture is another one."""
        self._after_rendering = None

    def finish(self) -> bool:
        """Wait for the files that are being written; False where one could not be, which the window then shows."""
        failures = self._failures
        self._writing.finish(FINISH_MS)
        return self._failures == failures

    def close(self) -> None:
        """Remove what was only made to be dragged out."""
        self._writing.close(FINISH_MS)
        if self._drag_folder is not None:
            self._drag_folder.cleanup()
            self._drag_folder = None

    def _folder(self, version: Version) -> Path:
        """Where exports went last, else beside the photo, else where pictures are kept."""
        source = Path(version.photo.source).absolute()
        if not version.photo.source or source.is_relative_to(resources_root()):
            source = Path()
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        last = self._preferences.current.last_folders.get("export", "")
        beside = str(source.parent) if source.name else ""
        for folder in (last, beside, pictures):
            if folder and Path(folder).is_dir():
                return Path(folder)
        return Path.home()

    @Slot(int)
    def _on_dialog_finished(self, result: int) -> None:
        dialog, asked_for = self._dialog, self._asked_for
        self._dialog, self._asked_for = None, []
        if dialog is None:
            return
        if result == QDialog.DialogCode.Accepted:
            folder, plans = dialog.folder, dialog.plans
            folders = {**self._preferences.current.last_folders, "export": str(folder)}
            self._preferences.remember(export_options=dialog.remembered(), last_folders=folders)
            known = self._latest.paths if self._latest is not None else {}
            self._latest = _Memory(folder, tuple(plans), known)
            self._write(
                [
                    Order(version, subject, plan, folder, sources=self._sources())
                    for version, subject in asked_for
                    for plan in plans
                ]
            )
        dialog.deleteLater()

    def _write(self, orders: Sequence[Order]) -> None:
        self._messages.news(self.tr("Saving…"))
        self._writing.begin(orders)

    @Slot(int, int, str)
    def _on_progress(self, number: int, count: int, name: str) -> None:
        if count == 1:
            self._messages.news(self.tr("Saving “{}”…").format(name))
        else:
            text = self.tr("Saving {} of {}…").format(number, count)
            self._messages.offer(text, self.tr("Cancel"), self._writing.cancel)

    @Slot(object)
    def _on_ended(self, outcome: Outcome) -> None:
        for order, path in outcome.written:
            if self._latest is not None:
                plans = [plan for plan in self._latest.plans if _is_same(plan, order.plan)]
                self._latest.paths[order.version, plans[0] if plans else order.plan] = path
            self._remember_photo(order)
            self.saved.emit(path)
        self._failures += len(outcome.errors)
        self._messages.news("")
        if outcome.errors:
            self._messages.error(self._trouble(outcome))
        elif outcome.written:
            show = functools.partial(_open_folder, outcome.written[-1][1])
            self._messages.tell(self._success(outcome), self.tr("Show in folder"), show)
        else:
            self._messages.say(self._success(outcome))

    def _remember_photo(self, order: Order) -> None:
        """Where the photo lies, so that the file that was written finds it again."""
        photo = order.version.recipe.get("photo")
        if isinstance(photo, Mapping) and order.subject.photo_path is not None:
            self._whereabouts.remember(str(photo.get("sha256", "")), order.subject.photo_path)

    def _success(self, outcome: Outcome) -> str:
        """What was saved, in words."""
        count = len(outcome.written)
        if outcome.cancelled:
            return self.tr("Stopped: {} of {} files were saved.").format(count, outcome.asked)
        if not count:
            return self.tr("Nothing was saved: there are files of these names already.")
        text = self.tr("Saved “{}”.").format(outcome.written[0][1].name)
        if count > 1:
            text = self.tr("Saved {} files.").format(count)
        if outcome.skipped:
            text += " " + self.tr("{} were left alone, because their names are taken.").format(outcome.skipped)
        return text

    def _trouble(self, outcome: Outcome) -> str:
        """What went wrong, in words: one reason is enough where it is the same for all."""
        reasons = list(dict.fromkeys(outcome.errors))
        text = in_words(reasons[0])
        if len(outcome.errors) > 1:
            text += " " + self.tr("{} more files could not be saved either.").format(len(outcome.errors) - 1)
        if outcome.written:
            text += " " + self.tr("{} of {} were saved.").format(len(outcome.written), outcome.asked)
        return text


def _is_same(plan: ExportPlan, other: ExportPlan) -> bool:
    """Whether two plans are one, whatever they do about taken names."""
    return plan == other.model_copy(update={"on_conflict": plan.on_conflict})


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
