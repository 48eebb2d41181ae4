"""Slips that one line shows by itself, a row each: what to look for, what is wrong with it, what to write."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.style.line import Line, Slip

HAN = "\u4e00-\u9fff"
YEAR = "(?:19|20)[0-9]{2}"

New = str | Callable[[re.Match], str] | None


@dataclass(frozen=True)
class Pattern:
    """`what` and `fix` may name the match's groups; {0} is all that was found. `new` is certain where it is given."""

    id: str
    expression: str
    what: str
    fix: str
    new: New = None
    note: bool = False
    within: str = "text"
    """Where to look: `text` all lines, `heading` headings on a line of their own, `head` run-in headings too."""

    @property
    def __name__(self) -> str:
        return self.id

    def __call__(self, lines: Sequence[Line]) -> Iterator[Slip]:
        look = re.compile(self.expression, re.MULTILINE)
        texts = [WITHIN[self.within](line) for line in lines]
        # One look at everything is much cheaper than one at each line, and mostly finds nothing.
        if not look.search("\n".join(texts)):
            return
        for number, text in enumerate(texts):
            for match in look.finditer(text):
                new = self.new(match) if callable(self.new) else self.new
                if new != match[0]:
                    yield self._slip(number, match, new)

    def _slip(self, number: int, match: re.Match, new: str | None) -> Slip:
        words = [match[0], *(group or "" for group in match.groups())]
        what, fix = (text.format(*words, new=new) for text in (self.what, self.fix))
        return Slip(number, match.start(), match.end(), what, fix, new, self.note)


WITHIN: dict[str, Callable[[Line], str]] = {
    "text": lambda line: line.text,
    "heading": lambda line: line.text if line.heading else "",
    "head": lambda line: line.head,
}


def _unpadded(match: re.Match) -> str:
    return re.sub(r"(?<![0-9])0(?=[0-9])", "", match[0])


def _dashed(match: re.Match) -> str:
    return match[0].replace("-", "—").replace("－", "—").replace("~", "—").replace("～", "—")


def _hexagonal(match: re.Match) -> str:
    return f"{match[1]}〔{match[2]}〕{match[3]}号"


PATTERNS: tuple[Pattern, ...] = (
    # --- headings
    Pattern(
        "headings_end_without_a_mark", r"[。：:；;，,、]\s*$", "标题末尾有“{0}”", "删去标题末尾的标点", "", within="heading",
    ),
    Pattern(
        "headings_hold_no_stray_colon", r"[：:](?=\s*[（(])", "标题里“{0}”后面是括号，冒号多余", "删去冒号", "", within="head",
    ),
    Pattern(
        "no_blank_follows_a_heading_number",
        r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|（[0-9]{1,2}）)([ \t　]+)(?=\S)",
        "序号后面有空格", "删去序号后面的空格", lambda match: match[0].rstrip(" \t　"),
    ),
    # --- document numbers
    Pattern(
        "document_years_stand_in_hexagonal_brackets",
        rf"([{HAN}])[\[［【(（〔]({YEAR})[\]］】)）〕]第?0*([1-9][0-9]*)号",
        "发文字号写作“{0}”", "年份用六角括号，序号不加“第”、不编虚位：“{new}”", _hexagonal,
    ),
    # --- dates and periods
    Pattern(
        "dates_have_no_leading_zero",
        rf"(?:{YEAR}年)?(?:0[1-9]月(?:[0-9]{{1,2}}日)?|(?<![0-9])[0-9]{{1,2}}月0[1-9]日)", "日期“{0}”编了虚位", "写“{new}”", _unpadded,
    ),
    Pattern(
        "years_are_written_whole", r"(?<![0-9.—至~～-])([0-9]{2})年(?=底|末|初|[0-9]{1,2}月)", "年份写作“{0}”，没有写全", "写四位数字，如“20{1}年”",
    ),
    Pattern(
        "dates_in_text_are_written_out",
        rf"(?<![0-9A-Za-z./-]){YEAR}([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z])", "日期写作“{0}”", "写成“年、月、日”的形式，如“2023年6月30日”",
    ),
    Pattern(
        "periods_are_joined_by_a_dash",
        rf"(?<![0-9A-Za-z.-])(?:{YEAR}年?[-－~]{YEAR}(?=年)|{YEAR}年[-－~](?={YEAR})|[0-9]{{1,2}}[月日时][-－~](?=[0-9]{{1,2}}[月日时])|[0-9]{{1,2}}[-－~][0-9]{{1,2}}(?=月(?![0-9])))",
        "起止时间“{0}”用了短横线或波浪线", "时间的起止用一字线“—”或“至”", _dashed,
    ),
    Pattern(
        "a_day_is_a_cut_off", rf"截止(?=(?:到|至)?(?:{YEAR}年|目前|[0-9]{{1,2}}月))(?:到|至)?", "“{0}”加时间", "写“截至”；“截止”后面不带时间", "截至",
    ),
    # --- figures and units
    Pattern(
        "shares_change_by_percentage_points",
        r"(?:占比|比重|覆盖率|达标率|合格率|完好率|普及率|知晓率|参保率|持证率|投资完成率)[^。，；0-9]{0,8}(?:提高|提升|上升|增加|增长|下降|降低|减少)了?[0-9.]+%",
        "“{0}”是两个百分数相减还是相除，看不出来", "两个百分数相减的差写“百分点”，如“提高3.2个百分点”", note=True,
    ),
    Pattern(
        "percentage_points_belong_to_shares",
        r"(?:人数|起数|件数|次数|人次|投资|产值|生产总值|面积|损失)(?:比[^。，；0-9]{0,8}|较[^。，；0-9]{0,8}|同比)?(?:提高|提升|上升|增加|增长|下降|降低|减少)了?[0-9.]+个百分点",
        "“{0}”：数量的升降不用百分点", "写“%”；百分点只用于两个百分数之差",
    ),
    Pattern("percentage_points_are_called_so", r"(?<=[0-9])个?百分比|(?<=[0-9])%个?点|(?<=[0-9])%个百分点", "“{0}”不是计量单位", "写“个百分点”", "个百分点"),
    Pattern("percentages_are_written_with_a_sign", r"百分之([0-9][0-9.]*)", "“{0}”一半汉字一半数字", "写“{1}%”", lambda match: f"{match[1]}%"),
    Pattern(
        "disasters_count_person_times", r"(受灾|转移安置|转移避险)((?:群众|人口)?[0-9][0-9.]*万?)人(?![次员口])", "“{0}”：受灾和转移安置按人次计", "写“人次”", note=True,
    ),
    Pattern("the_dead_are_counted_in_persons", r"(死亡|失踪|受伤)([0-9]+)人次", "“{0}”：伤亡按人计", "写“{1}{2}人”", lambda match: f"{match[1]}{match[2]}人"),
    Pattern(
        "sums_of_money_have_their_unit",
        r"(?:投资|损失|资金|经费|补助|产值)(?:约|共|达|为|计)?[0-9][0-9.]*[万亿](?![0-9元余多千万亿人次户吨公平亩立])", "“{0}”没有计量单位", "写明“万元”或“亿元”",
    ),
    Pattern("money_is_written_in_yuan", r"[¥￥$]\s*[0-9][0-9.,]*", "金额写作“{0}”", "写成“……元”“……万元”"),
    Pattern(
        "areas_are_written_in_legal_units", r"(?<![0-9A-Za-z])[0-9][0-9.]*[万千]?(㎡|m2|M2|平米|公亩)", "面积单位“{1}”", "写“平方米”“公顷”或“平方公里”",
    ),
    Pattern("crop_areas_are_in_hectares", r"(?:受灾|成灾|绝收)面积[^。，；]{0,6}[0-9.]+万?亩", "“{0}”：受灾面积用法定计量单位", "换算成公顷（1公顷为15亩）", note=True),
    Pattern("no_commas_stand_in_numbers", r"(?<![0-9.,])[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9,，])", "数字“{0}”带分节逗号", "写“{new}”", lambda m: re.sub("[,，]", "", m[0])),
    Pattern("about_is_said_once", rf"(?:约|大约|近)[0-9][0-9.]*[{HAN}%]{{0,3}}左右|(?:超过|超)[0-9][0-9.]*[{HAN}%]{{0,3}}以上", "“{0}”前后重复", "只留一个"),
    # --- marks and words
    Pattern("titles_within_titles_stand_in_single_marks", r"(?<=[^《》＜<])[＜<]([^<>＜＞《》]{2,60})[＞>](?=[^《》]*》)", "书名号里的“{0}”", "书名号里再用书名号时写“〈{1}〉”", lambda m: f"〈{m[1]}〉"),
    Pattern("marks_stand_once", r"([，。；：、！？])\1|，。|。，|；。|、，|，、", "标点“{0}”重复", "只留一个"),
    Pattern("omission_is_six_dots", r"(?<![.0-9])\.{3,}(?![.])|。{2,}", "省略号写作“{0}”", "写“……”", "……"),
    Pattern("etc_stands_once", r"……等|等等等|等……", "“{0}”重复", "“……”和“等”只用一个"),
    Pattern("no_blank_stands_between_characters", rf"(?<=[{HAN}，。；：、”》])[ \t]+(?=[{HAN}“《（])", "汉字之间有空格", "删去空格", "", note=True),
    Pattern("words_are_spelt_as_usual", "其它|帐目|帐户|座落于|既使|幅射", "“{0}”", "写“{new}”", lambda m: USUAL.get(m[0], m[0])),
)  # fmt: skip
USUAL = {"其它": "其他", "帐目": "账目", "帐户": "账户", "座落于": "坐落于", "既使": "即使", "幅射": "辐射"}
