"""Keeps the translations of the window: finds every text, merges it into `resources/translations/*.ts`, compiles them.

    python packaging/translations.py update            find all texts; new ones come in untranslated
    python packaging/translations.py missing de        print what is not translated yet, as JSON {text: ""}
    python packaging/translations.py fill de FILE      take over translations from such a JSON file
    python packaging/translations.py compile           write the .qm files that the program reads

The .ts files are those of Qt Linguist. Qt's own `lupdate` does not see texts that are declared as data (parameters,
settings, sentences of the engines), so the texts are found here; compiling is left to Qt's `lrelease`.
"""

from __future__ import annotations

import argparse
import ast
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"de": "de_DE", "fr": "fr_FR"}
TEMPLATES = FOLDER / "sentences.json"
SENTENCES = "Messages"
"""Context of sentences that come from modules without Qt."""

# The modules that say sentences without looking them up: the window does.
SPEAKING = (
    *("engine", "library", "project", "jobs", "files.py", "settings.py"),
    *("ui/mime.py", "ui/board/sheet.py", "ui/gallery/importer.py", "ui/gallery/background.py", "ui/queue/keeping.py"),
)

# What such a sentence may have put in: words that are no sentences of their own.
FRAGMENTS = (
    "pack",
    "style pack",
    "project",
    "changed",
    "removed",
    "renamed",
    "The photo",
    "The picture to start from",
    "The style “{}”",
    "there is not enough space on the disk",
    "this place may not be written to",
    "the folder “{}” may not be written to",
    "it is not there any more",
    "the folder “{}” is not there any more",
    "the system reports an error",
    "the disk is full",
    "the disk cannot be written",
    "the library's database cannot be used",
    "its card cannot be read",
    "it belongs to another picture",
    "it was begun by another version of the program",
    "what was kept of it is damaged",
)

Text = tuple[str, str]
"""Context and text."""


def texts_of_window() -> Iterator[Text]:
    """Every text that is marked for translation in the modules of the window."""
    for path in sorted((ROOT / "stylegui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from _Marked(tree).found


class _Marked(ast.NodeVisitor):
    """Texts in `self.tr(…)`, `QCoreApplication.translate(…)` and functions of the module that stand for them."""

    def __init__(self, tree: ast.Module) -> None:
        self.found: list[Text] = []
        self._classes: list[str] = []
        self._constants = _constants(tree)
        self._markers = _markers(tree, self._constants)
        self.visit(tree)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr == "tr" and self._classes and node.args:
            self._take(self._classes[-1], node.args[0])
        elif isinstance(function, ast.Attribute) and function.attr == "translate" and len(node.args) > 1:
            context = _text(node.args[0], self._constants)
            if context:
                self._take(context, node.args[1])
        elif isinstance(function, ast.Name) and function.id in self._markers and node.args:
            self._take(self._markers[function.id], node.args[0])

    def _take(self, context: str, argument: ast.expr) -> None:
        branches = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
        for branch in branches:
            text = _text(branch, {})
            if text:
                self.found.append((context, text))


def _constants(tree: ast.Module) -> dict[str, str]:
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _markers(tree: ast.Module, constants: dict[str, str]) -> dict[str, str]:
    """Functions of one argument that only look it up, or only mark it, and their contexts."""
    markers = {}
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef) or len(node.args.args) != 1:
            continue
        name = node.args.args[0].arg
        for call in (each for each in ast.walk(node) if isinstance(each, ast.Call) and len(each.args) > 1):
            called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            second = call.args[1]
            if called in ("translate", "QT_TRANSLATE_NOOP") and isinstance(second, ast.Name) and second.id == name:
                context = _text(call.args[0], constants)
                if context:
                    markers[node.name] = context
    return markers


def _text(node: ast.expr, constants: dict[str, str]) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return constants.get(node.id, "") if isinstance(node, ast.Name) else ""


def texts_of_declarations() -> Iterator[Text]:
    """Titles, descriptions and choices of all parameters and settings."""
    sys.path.insert(0, str(ROOT))
    from pydantic import BaseModel

    from stylegui.engine.engines import engines
    from stylegui.settings import Settings

    models: list[type[BaseModel]] = [*(engine.params for engine in engines().values()), Settings]
    for model in models:
        for name, info in model.model_fields.items():
            extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
            if not extra.get("group"):
                continue
            yield "ParameterGroups", str(extra["group"])
            yield model.__name__, info.title or name.replace("_", " ").capitalize()
            labels = extra.get("labels")
            words = [info.description, extra.get("special"), *(labels.values() if isinstance(labels, dict) else ())]
            yield from ((model.__name__, str(each)) for each in words if each)
    for engine in engines().values():
        yield "Engines", engine.title


def titles_in_lists() -> Iterator[Text]:
    """Painters, palettes, and the program's own collections of styles."""
    from stylegui.painters import PAINTERS
    from stylegui.painters.palettes import PALETTES

    yield from (("Painters", painter.title) for painter in PAINTERS.values())
    yield from (("Palettes", palette.title) for palette in PALETTES.values())
    for card in sorted((ROOT / "resources" / "styles").glob("*/style.json")):
        yield "Shelves", json.loads(card.read_text(encoding="utf-8"))["collection"]


def sentences() -> Iterator[str]:
    """Sentences in modules without Qt, with {} for what is put in."""
    for place in SPEAKING:
        base = ROOT / "stylegui" / place
        for path in sorted(base.rglob("*.py")) if base.is_dir() else [base]:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            silent = {id(each) for each in _not_said(tree)}
            for node in ast.walk(tree):
                if id(node) not in silent and isinstance(node, ast.Constant | ast.JoinedStr):
                    sentence = _sentence(node)
                    if sentence:
                        yield sentence


def _not_said(tree: ast.Module) -> Iterator[ast.AST]:
    """Docstrings, parts of larger texts, declarations of fields, and what is only logged or asserted."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield from node.values
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in ("Field", "ValueError", "TypeError", "debug", "info", "warning", "exception", "critical"):
                for each in ast.walk(node):
                    if isinstance(each, ast.Constant | ast.JoinedStr):
                        yield each


def _sentence(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        text = node.value if isinstance(node.value, str) else ""
    else:
        text = "".join(str(each.value) if isinstance(each, ast.Constant) else "{}" for each in node.values)
    text = text.strip()
    ends = text.endswith((".", "?", "…")) and not text.endswith(" ?")
    return text if ends and " " in text and (text[0].isupper() or text[0] in "“{") and "\n" not in text else ""


def all_texts() -> set[Text]:
    """Every text that the artist can meet in the window, with its context."""
    said = {*sentences(), *FRAGMENTS}
    found = {*texts_of_window(), *texts_of_declarations(), *titles_in_lists(), *((SENTENCES, each) for each in said)}
    return {(context, text) for context, text in found if any(letter.isalpha() or letter == "“" for letter in text)}


def read(language: str) -> dict[Text, str]:
    """The translations there are; "" for a text that has none yet."""
    path = FOLDER / f"{language}.ts"
    if not path.exists():
        return {}
    known = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314
        name = context.findtext("name", "")
        for message in context.iter("message"):
            known[name, message.findtext("source", "")] = message.findtext("translation", "") or ""
    return known


def write(language: str, messages: dict[Text, str]) -> None:
    """Write the .ts file, sorted, so that a change of one text is a change of one line."""
    root = ET.Element("TS", version="2.1", language=LANGUAGES[language], sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for (name, source), translated in sorted(messages.items()):
        if name not in contexts:
            contexts[name] = ET.SubElement(root, "context")
            ET.SubElement(contexts[name], "name").text = name
        message = ET.SubElement(contexts[name], "message")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        if translated:
            translation.text = translated
        else:
            translation.set("type", "unfinished")
    ET.indent(root, " ")
    FOLDER.mkdir(parents=True, exist_ok=True)
    text = ET.tostring(root, encoding="unicode")
    (FOLDER / f"{language}.ts").write_text(f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n', encoding="utf-8")


def update() -> None:
    """Bring both files in line with the code. A text that only moved to another context keeps its translation."""
    texts = all_texts()
    for language in LANGUAGES:
        known = read(language)
        by_text = {source: translated for (_, source), translated in known.items() if translated}
        merged = {text: known.get(text) or by_text.get(text[1], "") for text in texts}
        write(language, merged)
    templates = sorted({text for context, text in texts if context == SENTENCES and "{}" in text})
    TEMPLATES.write_text(json.dumps(templates, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def missing(language: str) -> list[str]:
    """Texts without a translation, each once."""
    return sorted({source for (_, source), translated in read(language).items() if not translated})


def fill(language: str, translations: dict[str, str]) -> list[str]:
    """Take translations over; sentences about those that do not fit."""
    messages, complaints = read(language), []
    for source, translated in translations.items():
        if sorted(_places(source)) != sorted(_places(translated)):
            complaints.append(f"{source!r} and {translated!r} have other places to fill in.")
    wrong = {source for source in translations if sorted(_places(source)) != sorted(_places(translations[source]))}
    for key in messages:
        if translations.get(key[1]) and key[1] not in wrong:
            messages[key] = translations[key[1]]
    write(language, messages)
    return complaints


def _places(text: str) -> list[str]:
    """What is put into a text: {} and {name}."""
    import string

    return [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]


def compile_all() -> None:
    """Compile every language. Qt's lrelease comes with PySide6."""
    for language in LANGUAGES:
        program = Path(sys.executable).with_name("pyside6-lrelease")
        source, target = FOLDER / f"{language}.ts", FOLDER / f"{language}.qm"
        subprocess.run([program, "-silent", source, "-qm", target], check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("update", "missing", "fill", "compile"))
    parser.add_argument("language", nargs="?", choices=sorted(LANGUAGES))
    parser.add_argument("file", nargs="?", type=Path)
    words = parser.parse_args()
    if words.command == "update":
        update()
    elif words.command == "compile":
        compile_all()
    elif words.command == "missing":
        print(json.dumps(dict.fromkeys(missing(words.language), ""), ensure_ascii=False, indent=1))
    else:
        complaints = fill(words.language, json.loads(words.file.read_text(encoding="utf-8")))
        print("\n".join(complaints), file=sys.stderr)
        return 1 if complaints else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
