"""把多个市公布的评估数据汇总成自治区（或更高一级）的网站。

用法：run.py rollup 数据[=网址]… --name 名称 [--out 文件夹] [--strict]

  数据       各市 site/data/evaluation.json，或其网站文件夹；也可以是下一级的汇总
  =网址      该地评估网站的地址，汇总网站上给出链接
  --name     汇总地区的名称，如 内蒙古自治区
  --out      输出文件夹（缺省为 region）
  --strict   有任何问题就不发布，退出码 1

例：
  run.py rollup 鄂尔多斯/site 包头/site=https://example.gov.cn/ --name 内蒙古自治区

各市各自生成网站，汇总只读公布的数据：计数相加，比率由分子、分母分别相加，没有的数不当作零。
汇总也公布自己的 data/evaluation.json，可以再往上汇总。
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import console
from console.listening import listen
from console.options import Parser
from evaluation.export.search_files import write_index
from evaluation.export.site_folder import Busy, new_site, publish
from evaluation.problems import Place, Problem
from evaluation.render.html import finished
from evaluation.render.search import entry, sections_of
from evaluation.render.tree import ReportExtension
from evaluation.rollup.area import Area, published
from evaluation.rollup.join import disagreements, join
from evaluation.rollup.pages import Page, pages
from evaluation.rollup.reading import read_area
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

DATA = Path("data", "evaluation.json")


def main(argv: list[str]) -> int:
    parser = Parser("rollup")
    parser.add_argument("sources", nargs="+", metavar="来源")
    parser.add_argument("--name", required=True)
    parser.add_argument("--out", type=Path, default=console.ROOT / "region")
    parser.add_argument("--strict", action="store_true")
    options = parser.parse_args(argv)
    members, names, problems = read_all(options.sources)
    problems += disagreements(members, names)
    console.print_problems(problems)
    if not members or (options.strict and problems):
        return console.EXIT_FAULTS
    area = join(options.name, members)
    try:
        with new_site(options.out.resolve()) as fresh:
            build_site(area, fresh)
            publish(fresh, options.out.resolve())
    except Busy:
        print("另一个生成过程正在进行，请等它结束后再试。", file=sys.stderr)
        return console.EXIT_FAULTS
    print(f"已生成 {options.out.name}/：{area.name}，{area.cities}个市，问题 {len(problems)} 个。", file=sys.stderr)
    return console.EXIT_FAULTS if problems else console.EXIT_OK


def read_all(sources: list[str]) -> tuple[list[Area], list[str], list[Problem]]:
    """What can be read, what its files are called, and what is wrong with the rest."""
    members, names, problems = [], [], []
    for source in sources:
        written, _, site = source.partition("=")
        path = Path(written) / DATA if Path(written).is_dir() else Path(written)
        if not path.is_file():
            problems.append(
                Problem(Place(written), "没有这个数据文件", "写各市网站文件夹或其中 data/evaluation.json 的路径")
            )
            continue
        member, found = read_area(path.read_bytes(), written, site or None)
        problems += found
        if member is not None:
            members.append(member)
            names.append(written)
    return members, names, problems


class Region(BasePlugin):
    """The pages of a roll-up, and the search sections taken from them."""

    def __init__(self, made: tuple[Page, ...]) -> None:
        super().__init__()
        self.made, self.sections = made, []

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        files.remove(files.get_file_from_path("sitemap.xml"))
        for page in self.made:
            files.append(File.generated(config, page.path, content=page.markdown))
        return files

    def on_page_content(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        content = finished(html)
        self.sections += sections_of(page.url, page.title or "", content)
        return content


def build_site(area: Area, fresh: Path) -> None:
    region = Region(pages(area))
    listen()
    with tempfile.TemporaryDirectory() as empty:
        config = load_config(str(console.ROOT / "mkdocs.yml"), site_dir=str(fresh), docs_dir=empty, hooks=[])
        config.site_name, config.nav = region.made[0].title, navigation(region.made)
        config.extra["notice"] = area.notice or ""
        config.theme.static_templates.discard("sitemap.xml")
        config.markdown_extensions.append(ReportExtension())
        config.plugins["rollup"] = region
        build(config)
    write(fresh / DATA, json.dumps(published(area), ensure_ascii=False, indent=1))
    write_index(fresh, map(entry, region.sections), {})


def navigation(made: tuple[Page, ...]) -> list[dict]:
    groups = {"地区": "members/", "指标": "indicators/"}
    inside = {name: [{p.title: p.path} for p in made if p.path.startswith(folder)] for name, folder in groups.items()}
    return [{"首页": made[0].path}, *({name: entries} for name, entries in inside.items())]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    console.run(main)
