"""A page's text can be found by section, as a reader sees it."""

from __future__ import annotations

import json

from evaluation.render.search import Section, aliases, entry, index, plain, sections_of, tags


def test_each_headed_section_can_be_found_by_itself():
    content = '<h1 id="x">东胜区</h1><p>全区<strong>燃气</strong>安全。</p><h2 id="gas">燃气</h2><p>更新管网。</p>'

    assert sections_of("banners/dongsheng.html", "东胜区", content, ("旗区",)) == (
        Section("banners/dongsheng.html", "东胜区", "全区燃气安全。", ("旗区",)),
        Section("banners/dongsheng.html#gas", "燃气", "更新管网。"),
    )


def test_table_cells_do_not_run_into_each_other():
    (page,) = sections_of("a.html", "表", "<table><tr><th>指标</th><td>46人</td></tr><tr><td>43人</td></tr></table>")

    assert page.text == "指标 46人 43人"


def test_scripts_and_footnote_marks_are_no_text():
    (page,) = sections_of("a.html", "页", '<p>甲<sup id="fnref:1">1</sup>乙，每平方米m<sup>2</sup></p><script>var x = 1</script>')

    assert page.text == "甲乙，每平方米m2"


def test_the_index_keeps_chinese_as_it_is_and_carries_the_aliases():
    text = "".join(index([entry(Section("a.html", "准格尔旗", "煤矿"))], {"准旗": ("准格尔旗",)}))

    assert "准格尔旗" in text
    assert json.loads(text)["config"]["aliases"] == {"准旗": ["准格尔旗"]}
    assert json.loads(text)["docs"] == [{"location": "a.html", "title": "准格尔旗", "text": "煤矿"}]


def test_every_name_is_found_under_its_aliases_however_they_are_typed(view):
    alias, unit = next((alias, unit) for unit in view.evaluation.units for alias in unit.aliases)

    assert unit.name in aliases(view.evaluation)[plain(alias)]
    assert plain("ＧＤＰ２０２２") == "gdp2022"


def test_a_page_is_filed_under_what_its_thing_is_and_is_called(view):
    unit = next(unit for unit in view.evaluation.units if unit.aliases)

    assert tags(view.evaluation)[f"{unit.folder}/{unit.id}.md"] == (str(unit.kind), *unit.aliases)
