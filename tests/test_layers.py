"""The import table of the design, executed: arrows point one way, heavy libraries have one home, no cycle."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "hooks" / "evaluation"
MODULES = sorted(PACKAGE.rglob("*.py"))

STAGES = {
    "files": set(),
    "cache": {"files"},
    "memory": set(),
    "shelf": set(),
    "unneeded": set(),
    "model": {"problems"},
    "problems": set(),
    "load": {"cache", "model", "problems"},
    "check": {"model", "problems"},
    "measure": {"model", "problems"},
    # Texts are held against what was measured; a figure typed by hand is answered by the reference that prints it.
    "prose": {"cache", "model", "problems", "measure", "render", "style"},
    # Rules over plain lines: of a Markdown text, or of any Word file as the check of its form reads it.
    "style": {"conform"},
    # The one call with which build, preview and check begin.
    "proof": {"cache", "files", "model", "problems", "load", "check", "measure", "prose"},
    # All that a build does before MkDocs is there.
    "beginning": {"cache", "load", "proof", "render", "export"},
    # All that it does when pages and documents are there.
    "comparing": {"compare", "export", "problems"},
    "render": {"cache", "model", "problems", "measure", "shelf"},
    "export": {"cache", "files", "memory", "shelf", "unneeded", "model", "problems", "measure", "render"},
    "intake": {"model", "problems", "style"},
    "conform": set(),
    # Reads the two finished outputs, and nothing of what made them.
    "compare": {"cache", "files", "problems"},
    "rollup": {"model", "problems", "render"},
}
"""Which other parts of evaluation a part may import."""

HOMES = {
    "yaml": {"load/records.py"},
    "matplotlib": {"render/drawing/"},
    "pypandoc": {"export/"},
    "pydantic": {"rollup/"},
    "openpyxl": {"intake/"},
    "docx": {"intake/"},
    "nh3": {"render/html.py"},
    "markdown": {"render/tree.py", "render/plain_tables.py"},
    "lxml": {"export/", "conform/", "compare/", "style/word.py"},
    "mkdocs": set(),
}
"""Where a library may be imported inside the package."""


def imported(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a hook's package is imported by its full name"
            names.add(node.module or "")
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def stage(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_arrows_point_one_way(path):
    own = stage(path)
    used = {name.split(".")[1] for name in imported(path) if name.startswith("evaluation.")}

    assert used - {own} <= STAGES.get(own, set())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_heavy_library_has_one_home(path):
    place = path.relative_to(PACKAGE).as_posix()
    roots = {name.split(".")[0] for name in imported(path)}

    assert [lib for lib in sorted(roots & HOMES.keys()) if not any(place.startswith(home) for home in HOMES[lib])] == []


def test_what_begins_every_build_and_check_loads_no_validation_library():
    """It alone would take half as long to load as everything else."""
    read = "import sys, pathlib, evaluation.proof as p; p.sources_of(pathlib.Path('..')); print(*sorted(sys.modules))"
    found = subprocess.run([sys.executable, "-c", read], capture_output=True, text=True, cwd=ROOT / "hooks", check=True)

    assert {"pydantic", "pydantic_core"} & set(found.stdout.split()) == set()


def test_only_the_four_hooks_and_the_commands_know_mkdocs():
    users = [path for path in (ROOT / "hooks").glob("*.py") if any(n.split(".")[0] == "mkdocs" for n in imported(path))]

    assert sorted(path.name for path in users) == [
        "fill_references.py",
        "generate_pages.py",
        "load_evaluation.py",
        "publish_documents.py",
    ]


def test_no_two_modules_import_each_other_in_a_circle():
    names = {path: "evaluation." + ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__") for path in MODULES}
    known = {name: path for path, name in names.items()}
    graph = {names[path]: sorted((imported(path) & known.keys()) - {names[path]}) for path in MODULES}
    # A package's own submodules are imported by it; they may not import it back.
    state: dict[str, str] = {}

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert state.get(name) != "open", " → ".join((*trail, name))
        if name in state:
            return
        state[name] = "open"
        for target in graph[name]:
            visit(target, (*trail, name))
        state[name] = "done"

    for name in sorted(graph):
        visit(name, ())


@pytest.mark.parametrize("path", sorted((ROOT / "hooks").glob("*.py")), ids=lambda path: path.name)
def test_a_hook_file_stays_thin(path):
    code = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.strip().startswith("#")]

    assert len(code) <= 60


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_file_says_in_its_first_line_what_lives_in_it(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
