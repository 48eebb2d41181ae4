"""A preview that shows an edit at once: first the page that was written at, then the whole site again beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from console.listening import listen
from console.machine import jobs
from evaluation.export.production import picture_order, unpacked, web_pages
from evaluation.load import load_evaluation, reread_report, reread_text
from evaluation.measure import measure
from evaluation.measure.indicators import judged
from evaluation.proof import last_judged
from evaluation.render.asking import bare
from evaluation.render.site import page_alone
from evaluation.render.view import View
from mkdocs.commands.build import _build_page, _populate_page, build
from mkdocs.config import load_config
from mkdocs.livereload import _SCRIPT_TEMPLATE, LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

CODE = ("hooks/", "scripts/", "mkdocs.yml")
SCRIPT = "livereload.js/"
QUIET = 0.05
"""Seconds without a change after which an edit counts as saved."""
READ = ("modified", "created", "deleted", "moved")


class Kept:
    """The last site as MkDocs holds it, so that one of its pages can be made again alone."""

    def __init__(self, project: Path, folder: Path) -> None:
        self.project = project
        self.config = load_config(str(project / "mkdocs.yml"), site_dir=str(folder))
        self.config.extra["jobs"] = jobs()
        self.config.plugins.on_startup(command="serve", dirty=False)
        self.config.plugins._register_event("nav", self._keep_nav)
        self.config.plugins._register_event("env", self._keep_env)
        build(self.config)
        self.view: View = self.config.extra["view"]
        self.units = last_judged(self.config.extra["cache"])

    def _keep_nav(self, nav: Navigation, config: object, files: Files) -> Navigation:
        self.nav, self.files = nav, files
        return nav

    def _keep_env(self, env: object, config: object, files: Files) -> object:
        self.env = env
        return env

    def again(self, changed: Iterable[str], root: Path) -> bool:
        """Make the pages again in which these sources are written; False where only the whole site can tell."""
        sources = [self._page_of(path) for path in changed]
        view = self._view_after(changed) if all(sources) else None
        return view is not None and all([self._make(view, source, root) for source in dict.fromkeys(sources)])

    def _page_of(self, path: str) -> str | None:
        """The page that shows most of what stands in a source file."""
        units = {unit.id: unit for unit in self.view.evaluation.reporting_units}
        folder, _, name = path.rpartition("/")
        if folder == "data/reports" and (unit := units.get(name.removesuffix(".yml"))):
            return f"{unit.folder}/{unit.id}.md"
        if (unit := units.get(folder.rpartition("/")[2])) and folder == f"docs/{unit.folder}/{unit.id}":
            return f"{folder.removeprefix('docs/')}.md"
        return path.removeprefix("docs/") if path.startswith("docs/") and path.endswith(".md") else None

    def _view_after(self, changed: Iterable[str]) -> View | None:
        """Words alone change no figure; where a unit's data changed, its report alone is read, and everything measured."""
        evaluation, assessment = bare(self.view.evaluation), bare(self.view.assessment)
        for path in changed:
            reread = reread_text if path.startswith("docs/") else reread_report
            evaluation = reread(evaluation, self.project, path) if evaluation else None
        if evaluation is None:
            evaluation, _ = load_evaluation(self.project, self.config.extra["cache"])
        if evaluation is not None and evaluation.reports is not self.view.evaluation.reports:
            self.units = judged(evaluation, self.units)
            assessment = measure(evaluation, self.units)
        if evaluation is not None:
            self.view = View(evaluation, assessment)
        return evaluation and self.view

    def _make(self, view: View, source: str, root: Path) -> bool:
        found, file = page_alone(view, source), self.files.get_file_from_path(source)
        if found is None or file is None:
            return False
        (text, charts), extra = found, self.config.extra
        extra["web_page"] = web_pages({source: text}, extra["reader"], extra["shop"])
        extra["site"].charts.update({chart.name: chart for chart in charts})
        for chart in charts:
            kept = picture_order(chart, "svg", extra["cache"]).made(extra["cache"])
            (root / "charts" / f"{chart.name}.svg").write_bytes(unpacked(kept)[1])
        file.dest_dir = str(root)
        vars(file).pop("abs_dest_path", None)  # MkDocs remembers where it stood when it was first written
        _populate_page(file.page, self.config, self.files)
        _build_page(file.page, self.config, self.files.documentation_pages(), self.nav, self.env)
        return True


class Preview(LiveReloadServer):
    """Serves a folder; on an edit the written page is made again there, and the whole site in a folder beside it."""

    def __init__(self, project: Path, host: str, port: int) -> None:
        self.project, self.folder = project, Path(tempfile.mkdtemp(prefix="evaluation-"))
        self.sites, self.opened = 0, set()
        self.changed: set[str] = set()
        self.running: subprocess.Popen | None = None
        super().__init__(builder=self._edited, host=host, port=port, root=str(self._next_folder()), shutdown_delay=0.25)
        self.build_delay = QUIET
        self.observer = Observer()
        listen()
        self.kept = Kept(project, Path(self.root))
        # What draws takes most of a second to load: nobody waits for it at the first edit.
        threading.Thread(target=__import__, args=("evaluation.render.drawing",), daemon=True).start()
        for name in ("docs", "data", "hooks", "scripts"):
            self.observer.schedule(_Notes(self._noticed), str(project / name), recursive=True)
        self.observer.schedule(_Notes(self._noticed), str(project), recursive=False)
        self._watched_paths[str(project)] = 1

    def _next_folder(self) -> Path:
        self.sites += 1
        folder = self.folder / str(self.sites)
        folder.mkdir()
        return folder

    def _noticed(self, path: str) -> None:
        name = Path(path).relative_to(self.project).as_posix()
        if "__pycache__" in name or not name.startswith(("docs/", "data/", *CODE)):
            return
        with self._rebuild_cond:
            self.changed.add(name)
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _edited(self) -> None:
        """The written pages at once; then, in a process of its own, the whole site."""
        changed, self.changed = sorted(self.changed), set()
        if any(name.startswith(CODE) for name in changed):
            self._restart()
        if self.running is not None:
            self.running.kill()
        try:
            self.kept.again(changed, Path(self.root))
        except Exception as error:  # The whole build tells what is wrong; the preview lives on.
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
        threading.Thread(target=self._whole, args=(self._next_folder(),), daemon=True).start()

    def _whole(self, folder: Path) -> None:
        command = [sys.executable, str(self.project / "scripts/serve.py"), "--into", str(folder)]
        process = self.running = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
        if process.wait() == 0 and self.running is process:
            self._show(folder)
        else:  # overtaken by the next edit
            shutil.rmtree(folder, ignore_errors=True)

    def _show(self, folder: Path) -> None:
        """The whole site takes the place of the patched one; browsers load again only if a page they opened differs."""
        old = Path(self.root)
        differs = any(_bytes(old / name) != _bytes(folder / name) for name in self.opened)
        self.root = str(folder)
        if differs:
            with self._epoch_cond:
                self._wanted_epoch = self._visible_epoch = max(self._visible_epoch + 1, time.monotonic_ns())
                self._epoch_cond.notify_all()
        shutil.rmtree(old, ignore_errors=True)

    def _restart(self) -> None:
        """Code was changed: a new process with the new code takes this one's place."""
        self.close()
        os.execv(sys.executable, [sys.executable, *sys.argv])

    def close(self) -> None:
        if self.running is not None:
            self.running.kill()
        self.shutdown()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _serve_request(self, environ: dict, start_response: Callable) -> Iterable[bytes] | None:
        """The pages' policy forbids scripts within them: the one that loads a page again is a file of its own."""
        path = environ["PATH_INFO"].lstrip("/")
        if path.startswith(SCRIPT):
            epoch = int(path.removeprefix(SCRIPT).removesuffix(".js"))
            start_response("200 OK", [("Content-Type", "text/javascript"), ("Cache-Control", "no-store")])
            return [_SCRIPT_TEMPLATE.substitute(epoch=epoch, request_id=time.monotonic_ns()).encode()]
        if path.endswith(".html") or not path:
            self.opened.add(path or "index.html")
        return super()._serve_request(environ, start_response)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        body, end, rest = content.rpartition(b"</body>")
        return b'%b<script src="/%b%d.js"></script>%b%b' % (body, SCRIPT.encode(), epoch, end, rest)


class _Notes(FileSystemEventHandler):
    def __init__(self, tell: Callable[[str], None]) -> None:
        self.tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory and event.event_type in READ:
            for path in filter(None, (event.src_path, event.dest_path)):
                self.tell(os.fsdecode(path))


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def whole_site(project: Path, folder: Path) -> None:
    """The site without its documents, as `run.py build` makes it."""
    listen()
    Kept(project, folder)
