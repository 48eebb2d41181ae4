"""A small whole plan as the files an author would write, clean as it stands; tests spoil one thing at a time."""

from __future__ import annotations

from pathlib import Path

from evaluation.load import load_evaluation

PLAN = """\
title: 示范市应急体系建设规划
report_title: 中期评估报告
unit_report_title: "{单位}自评估报告"
city: 示范市
authority: 示范市应急管理局
period:
  base_date: 2020-12-31
  first_year: 2021
  last_year: 2025
cut_offs:
  annual: 2022-12-31
  monthly: 2023-06-30
  tasks: 2023-06-30
schedule:
  - name: 准备阶段
    start: 2023-04-01
    end: 2023-05-31
    work: 制定方案
focus:
  - 目标指标实现情况
areas:
  - id: T1
    name: 体制机制
  - id: T2
    name: 风险防控
framework:
  - id: progress
    title: 总体进展情况
    sections:
      - id: indicators
        title: 主要目标指标进展
        guide: 写指标
      - id: tasks
        title: 工作任务进展
        guide: 写任务
  - id: suggestions
    title: 对策建议
    guide: 写建议
method:
  ahead: 1.05
  on_track: 0.95
  behind: 0.60
  noise_band: 0.05
  small_count: 10
  provisional_note: 预计数待更换
document:
  addressee: 示范市人民政府
  signature: 示范市应急管理局
  date: 2023-09-15
  copies:
    - 示范市发展规划委员会
  printer: 办公室
  print_date: 2023-09-15
safeguards:
  - 组织领导
  - 资金投入
notice: 示例数据
"""

UNITS = """\
- id: dongsheng
  name: 东胜区
  kind: 旗区
  code: 150602
  aliases:
    - 东胜
  duty: 自评估
- id: zhungeer
  name: 准格尔旗
  kind: 旗区
  code: 150622
  aliases:
    - 准旗
  duty: 自评估
- id: gaoxin
  name: 高新区
  kind: 园区
  duty: 自评估
- id: yingji
  name: 市应急管理局
  kind: 市直部门
  duty: 自评估
- id: fagai
  name: 市发展和改革委员会
  kind: 市直部门
"""

_COMMON = """\
  attribute: 预期性
  definition: 解释
  source: 统计
  owners:
    - yingji
"""

INDICATORS = f"""\
provenance: 示例数据
indicators:
- id: I01
  name: 生产安全事故死亡人数
  aliases:
    - 死亡人数
  group: 安全生产
  unit: 人
  direction: 越低越好
  nature: 期间
  kind: relative_change
  counted_from: 旗区合计
  baseline:
    label: 2020年
    value: 10
  target:
    value: -15
    text: 累计下降15%
  readings:
    - period: 2021
      value: 9
    - period: 2022
      value: 8
{_COMMON}
- id: I03
  name: 亿元GDP死亡率
  group: 安全生产
  unit: 人/亿元
  decimals: 4
  direction: 越低越好
  nature: 期间
  kind: ratio
  ratio:
    numerator: 死亡人数
    numerator_unit: 人
    denominator: 地区生产总值
    denominator_unit: 亿元
    judged_as: relative_change
  baseline:
    label: 2020年
    numerator: 10
    denominator: 1000
  target:
    value: -33
    text: 累计下降33%
  readings:
    - period: 2022
      numerator: 8
      denominator: 1200.5
      status: 快报
      expected: 2023-12-31
      source: 统计快报
{_COMMON}
- id: I09
  name: 专业人才占比
  group: 应急能力
  unit: "%"
  decimals: 1
  direction: 越高越好
  nature: 时点
  kind: ratio
  ratio:
    numerator: 专业人才
    numerator_unit: 人
    denominator: 在编人员
    denominator_unit: 人
    factor: 100
    judged_as: level
    share: true
  baseline:
    label: 2020年
    numerator: 41
    denominator: 100
  target:
    value: 60
    text: 达到60%
  readings:
    - period: 2023-06
      numerator: 50
      denominator: 100
{_COMMON}
- id: I11
  name: 救助时间
  group: 应急能力
  unit: 小时
  decimals: 1
  direction: 越低越好
  nature: 时点
  kind: level
  baseline:
    label: 2020年
    value: 12
  target:
    value: 10
    text: 缩短到10小时以内
  readings:
    - period: 2022
      value: 10.6
{_COMMON}
- id: I12
  name: 新建避难场所
  group: 应急能力
  unit: 处
  direction: 越高越好
  nature: 期间
  kind: cumulative
  input: increment
  target:
    value: 20
    text: 新建20处
  readings:
    - period: 2022
      value: 5
{_COMMON}
- id: I13
  name: 应急预案体系
  group: 应急能力
  unit: 阶段
  direction: 越高越好
  nature: 时点
  kind: milestone
  stages:
    - 编制
    - 印发
  target:
    value: 2
    text: 印发
{_COMMON}"""

TASKS = """\
- id: T1-1
  area: T1
  name: 健全指挥体系
  text: 原文
  lead: yingji
  support:
    - fagai
  basis: 规划
- id: T1-2
  area: T1
  name: 强化责任落实
  text: 原文
  lead: yingji
  basis: 规划
"""

PROJECTS = """\
- id: P01
  name: 指挥中心升级
  group: 基础能力
  area: T1
  content: 改造大厅
  nature: 新建
  location:
    - dongsheng
  start_year: 2021
  end_year: 2023
  investment: 4200
  funding:
    - 市级财政
  lead: yingji
  basis: 规划
- id: P02
  name: 物资储备库
  group: 救援保障
  area: T2
  content: 新建仓库
  nature: 新建
  location:
    - zhungeer
    - dongsheng
  start_year: 2022
  end_year: 2025
  investment: 1000.50
  funding:
    - 市级财政
  lead: yingji
  basis: 规划
- id: P03
  name: 防凌工程
  group: 自然灾害
  area: T2
  content: 加固堤防
  nature: 续建
  location:
    - zhungeer
  start_year: 2019
  end_year: 2024
  investment: 800
  funding:
    - 市级财政
  lead: zhungeer
  basis: 规划
"""

DONGSHENG = """\
unit: dongsheng
submitted: 2023-06-26
readings:
  - indicator: I01
    period: 2021
    value: 4
  - indicator: I01
    period: 2022
    value: 3
tasks:
  - task: T1-1
    state: 已完成
    work: 调整指挥部
    documents:
      - title: 工作规则
        number: 东安发〔2021〕6号
        date: 2021-05-18
    results: 体系贯通
projects:
  - project: P01
    stage: 开工在建
    invested: 3000
    progress: 完成主体改造
    started: 2021-09-01
"""

ZHUNGEER = """\
unit: zhungeer
submitted: 2023-06-27
readings:
  - indicator: I01
    period: 2021
    value: 5
  - indicator: I01
    period: 2022
    value: 5
tasks:
  - task: T1-2
    state: 推进缓慢
    work: 制定清单
    results: 初见成效
    cause: 人员不足
    countermeasure: 补充人员
    suggestion: 增加编制
projects:
  - project: P02
    stage: 前期论证
    reason: 用地未批
    plan: 2023年10月前完成用地审批，2024年3月开工
    planned_start: 2024-03-01
  - project: P03
    stage: 已完工
    started: 2019-06-01
    finished: 2023-05-20
    evidence:
      title: 竣工验收报告
      date: 2023-05-30
safeguards:
  - safeguard: 组织领导
    state: 按序时推进
    work: 成立专班
problems:
  - title: 用地紧张
    text: 用地指标不足
    about:
      - P02
      - T1-2
adjustments:
  - about: P02
    original: 2025年完工
    proposed: 2026年完工
    reason: 用地调整
    basis: 国土空间规划
"""

ACCIDENTS = """\
编号,日期,发生地（旗区编号）,行业领域,事故类型,事故等级,死亡人数,受伤人数,直接经济损失（万元）
A2021-001,2021-01-06,dongsheng,道路运输,道路交通,较大,4,1,256.5
A2021-002,2021-03-06,zhungeer,煤矿,顶板,较大,5,0,
A2022-001,2022-01-06,dongsheng,其他,火灾,较大,3,0,20
A2022-002,2022-07-06,zhungeer,煤矿,顶板,较大,5,0,20
"""

DISASTERS = """\
编号,日期,发生地（旗区编号）,灾种,受灾人次,死亡失踪人数,转移安置人次,农作物受灾面积（公顷）,直接经济损失（万元）,基本生活救助时间（小时）
D2021-001,2021-01-06,zhungeer,低温冷冻,3200,0,0,0,860,
D2022-001,2022-07-27,dongsheng,洪涝,2650,0,410,180.5,2150,12.8
"""

THIRD_PARTY = """\
assessor: 示例评估机构
date: 2023-08-10
ratings:
  - about: I01
    rating: 已提前实现
    finding: 台账相符
  - about: T1-2
    rating: 难以推进
    finding: 清单未到企业
    reconciliation:
      text: 维持自评
      by: 市应急管理局
      date: 2023-08-20
  - about: P02
    rating: 前期论证
    finding: 用地未批
  - about: 组织领导
    unit: zhungeer
    rating: 按序时推进
    finding: 会议记录齐全
"""

OPINIONS = """\
provenance: 示例数据
opinions:
  - by: zhungeer
    date: 2023-08-04
    about: 重点项目
    text: 补充项目情况
    outcome: 采纳
  - by: 专家组
    date: 2023-08-17
    about: 主要指标
    text: 按成因归类
    outcome: 未采纳
    reason: 年终评估时补充
"""

FILES = {
    "data/plan.yml": PLAN,
    "data/units.yml": UNITS,
    "data/indicators.yml": INDICATORS,
    "data/tasks.yml": TASKS,
    "data/projects.yml": PROJECTS,
    "data/reports/dongsheng.yml": DONGSHENG,
    "data/reports/zhungeer.yml": ZHUNGEER,
    "data/opinions.yml": OPINIONS,
    "data/events/accidents.csv": ACCIDENTS,
    "data/events/disasters.csv": DISASTERS,
    "data/third-party.yml": THIRD_PARTY,
    "docs/banners/dongsheng/indicators.md": "## 总体情况\n\n进展良好。\n",
    "docs/banners/zhungeer/tasks.md": "## 总体情况\n\n进展良好。\n",
    "docs/report/01-overview.md": "# 总体情况\n\n进展良好。\n",
}


def write(root: Path, files: dict[str, str | bytes | None] | None = None) -> Path:
    """The project with some files replaced; None leaves a file out."""
    for path, content in {**FILES, **(files or {})}.items():
        if content is None:
            continue
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return root


def spoilt(path: str, old: str, new: str) -> dict[str, str]:
    """The file with one passage changed."""
    assert FILES[path].count(old) >= 1, f"{path} has no {old!r}"
    return {path: FILES[path].replace(old, new, 1)}


def problems_of(root: Path, files: dict[str, str | bytes | None] | None = None) -> list[str]:
    """What loading says about the project, a line a problem."""
    return [str(problem) for problem in load_evaluation(write(root, files))[1]]
