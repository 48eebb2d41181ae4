"""Others' ways to the same pages: stock MkDocs with Material and jieba, and macros with charts drawn for each page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from evaluation.load import load_evaluation
from evaluation.measure import measure
from evaluation.render.navigation import navigation
from evaluation.render.site import site_of
from evaluation.render.view import View

CONFIG = {
    "site_name": "stock",
    "use_directory_urls": False,
    "theme": {"name": "material", "language": "zh", "font": False, "features": ["navigation.tabs", "navigation.indexes"]},
    "markdown_extensions": ["tables", "attr_list", "footnotes", "sane_lists", {"toc": {"toc_depth": 3}}],
    "validation": {
        "nav": {"omitted_files": "ignore", "not_found": "ignore"},
        "links": {"not_found": "ignore", "anchors": "ignore", "absolute_links": "relative_to_docs", "unrecognized_links": "ignore"},
    },
}
"""Full navigation, as `mkdocs new` and the theme's guide have it; nothing is looked for that ours does not need too."""

HOOK = '''"""The way of mkdocs-macros: data read at the start, every page a template, its charts drawn when it is made."""
import json, re
from pathlib import Path
import jinja2, yaml

ENVIRONMENT = jinja2.Environment()
DATA = {}
CHARTS = json.loads((Path(__file__).parent / "charts.json").read_text(encoding="utf-8"))
FONT = (Path(__file__).parent / "font.txt").read_text(encoding="utf-8")

def on_config(config):
    for path in sorted(Path(__file__).parent.glob("data/**/*.yml")):
        DATA[path.stem] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return config

def on_page_markdown(markdown, page, config, files):
    for name in dict.fromkeys(re.findall(r"/charts/([\\w-]+)\\.svg", markdown)):
        draw(CHARTS[name], Path(config.docs_dir, "charts", f"{name}.svg"))
    return ENVIRONMENT.from_string("{% raw %}" + markdown + "{% endraw %}{{ '' if data else '' }}").render(data=DATA)

def draw(chart, path):
    import matplotlib
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    from matplotlib import font_manager
    font_manager.fontManager.addfont(FONT)
    plt.rcParams["font.family"] = "Noto Sans CJK SC"
    plt.rcParams["svg.fonttype"] = "none"
    figure, axes = plt.subplots(figsize=(6.3, 0.8 + 0.3 * min(len(chart["rows"]), 40)))
    rows = chart["rows"][:40]
    axes.barh(range(len(rows)), [len(row) for row in rows])
    axes.set_yticks(range(len(rows)), [row[0][:12] for row in rows])
    axes.set_title(chart["title"])
    figure.tight_layout()
    figure.savefig(path)
    plt.close(figure)
'''


def prepare(project: Path, target: Path) -> None:
    """The pages of a built project as plain Markdown at `target`/docs, its charts drawn already, and both configurations."""
    evaluation, _ = load_evaluation(project)
    view = View(evaluation, measure(evaluation))
    site = site_of(view)
    docs = target / "docs"
    for source, text in site.texts.items():
        _write(docs / source, str(text))
    for folder in ("charts", "data"):
        shutil.copytree(project / "site" / folder, docs / folder, dirs_exist_ok=True)
    titles = dict.fromkeys(sorted(site.texts), "") | {page.path: page.title for page in site.pages}
    _configurations(project, target, navigation(titles, [page.path for page in site.pages]), site.charts)


def _configurations(project: Path, target: Path, nav: list, charts: dict) -> None:
    stock = CONFIG | {"nav": nav, "plugins": [{"search": {"lang": ["zh", "en"]}}]}
    _write(target / "stock.yml", json.dumps(stock, ensure_ascii=False))
    _write(target / "macros.yml", json.dumps(stock | {"hooks": ["macros.py"], "site_dir": "site-macros"}, ensure_ascii=False))
    _write(target / "macros.py", HOOK)
    told = {name: {"title": chart.title, "rows": chart.table[1]} for name, chart in charts.items()}
    _write(target / "charts.json", json.dumps(told, ensure_ascii=False))
    _write(target / "font.txt", str(project / "hooks/evaluation/render/fonts/NotoSansCJKsc-Regular.otf"))
    shutil.copytree(project / "data", target / "data", dirs_exist_ok=True)


def command(configuration: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", configuration]


def jieba(folder: Path) -> dict[str, str]:
    """The environment in which the stock search cuts words, installed for the benchmark alone; empty where it cannot be."""
    if not (folder / "jieba").is_dir():
        pip = [shutil.which("python3") or sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), "jieba"]
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        subprocess.run(pip, env=clean, check=False, capture_output=True)
    return {"PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1"} if (folder / "jieba").is_dir() else {"NO_MKDOCS_2_WARNING": "1"}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    prepare(Path(sys.argv[1]), Path(sys.argv[2]))
