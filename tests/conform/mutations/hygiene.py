"""What an author does to the file itself."""

from __future__ import annotations

from tests.conform.mutations.mutation import BODY, breaks
from tests.conform.word import FOOTNOTES, RELATIONS, STYLES, TYPES, run_marked


@breaks("M1")
def no_title_in_the_properties(word):
    word.swap("docProps/core.xml", "<dc:title>", "<dc:title></dc:title><dc:subject>")
    word.swap("docProps/core.xml", "</dc:title><dc:creator>", "</dc:subject><dc:creator>")


@breaks("M2")
def front_matter_in_the_properties(word):
    word.parts["docProps/custom.xml"] = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property name="owner"/></Properties>'
    )


@breaks("M2")
def path_of_the_authors_machine(word):
    word.text("外部环境变化情况如下。", "见 C:\\Users\\zhang\\report.docx。")


@breaks("M3")
def macros(word):
    word.parts["word/vbaProject.bin"] = b"\xd0\xcf"
    word.swap(TYPES, "<Default ", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default ')


@breaks("M3")
def field_that_starts_a_program(word):
    word.text(" SEQ 图 \\* ARABIC ", " SEQ 图 \\* ARABIC </w:instrText><w:instrText>DDEAUTO cmd ")


@breaks("M4")
def link_that_runs_a_script(word):
    word.swap(RELATIONS, "https://www.ordos.gov.cn/", "javascript:alert(1)")


@breaks("M5")
def telephone_number(word):
    word.text("外部环境变化情况如下。", "联系电话13912345678。")


@breaks("M5")
def telephone_number_in_a_footnote(word):
    word.swap(FOOTNOTES, "数据由市应急管理局提供。", "数据由市应急管理局提供，0477-8588888。")


@breaks("K1")
def picture_part_missing(word):
    word.parts.pop("word/media/image1.png")


@breaks("K3")
def style_without_definition(word):
    word.paragraph(BODY, lambda p: run_marked(p, "rStyle", val="Nowhere"))


@breaks("K4")
def styles_of_program_code(word):
    word.swap(STYLES, "</w:styles>", '<w:style w:type="character" w:styleId="KeywordTok"><w:name w:val="KeywordTok"/></w:style></w:styles>')


@breaks("K6")
def pictures_without_a_type(word):
    word.swap(TYPES, 'Extension="png"', 'Extension="gif"')
