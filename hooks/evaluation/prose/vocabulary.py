"""The small words of a report, by what they do in a sentence: they compare, aim, move, list, or only join."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FOREIGN_WORDS = _words("""
    全国 国家 我国 全自治区 自治区 内蒙古自治区 内蒙古 全省 外省 国外 美国 日本 各盟市 盟市 兄弟城市 先进地区
    发达地区 某市 外地 其他地区 其他城市 周边地区 毗邻 世界 包头市 呼和浩特市 乌海市 巴彦淖尔市 阿拉善盟 阿拉善左旗
    锡林郭勒盟 通辽市 赤峰市 呼伦贝尔市 兴安盟 乌兰察布市 榆林市 忻州市 大同市 银川市 石嘴山市 重庆市 北京市 上海市
    天津市 山西 陕西 宁夏 其他旗区 其余旗区 其他旗 市本级 旗本级 区本级 多数旗区 全国平均水平 国家标准 重庆 北京
""")
"""Whose figures the evaluation does not have: the country, the region, other cities, a part of a unit."""

OWN_WORDS = _words("""
    全旗 本旗 我旗 全区 本区 我区 本园区 全园区 旗内 区内 我园区 旗级 区级
""")
"""The unit whose text it is; in the city's text 全区 is the region."""

CITY_WORDS = ("全市", "我市", "本市")

DOWN = _words("""
    下降 减少 降低 回落 缩短 压缩 下滑 压降 降幅达 降幅为 降幅 压减 减
""")
UP = _words("""
    上升 增长 增加 提高 提升 扩大 增幅达 增幅为 增幅 升高 延长 增
""")
TO = [
    f"{verb}{to}"
    for verb in (*DOWN, *UP, *["降", "升", "变化", "改变", "压", "扩充", "扩大", "发展", "达"])
    for to in "到至为"
] + [
    "变为",
    "达到",
    "降到了",
]
"""What stands before the second of two figures."""

FROM = ("由", "从")
YEARLY_CUES = ["同比", "环比"] + [
    f"{a}{b}{c}" for a in "比较与" for b in ("上年", "去年", "上年同期", "去年同期") for c in ("", "相比", "同期相比")
]
BASE_CUES = [f"{a}{b}{c}" for a in "比较与" for b in ("基期", "规划基期", "期初", "基年") for c in ("", "相比")]

GOALS = _words("""
    规划目标值 规划目标 目标值 控制目标 控制在 规划要求 规划限值 限值 上限 要达到 目标 《规划》提出 规划提出
    《规划》要求 应控制在 规划确定 应达到 即控制在 须达到
""")
PROJECTIONS = _words("""
    推算值 推算 预计值 预期值 按目前趋势 按现有速度 按现有进度 按照目前 照此趋势 预计 走势不变
""")
MEANS = _words("""
    历年平均 两年平均 年均 平均 均值 年平均
""")
SUMS = _words("""
    累计 两年合计 合计 共计 总计
""")
LEFT_OVER = _words("""
    余下各年 余下几年 剩余各年 后三年年均 后三年平均 后两年年均
""")
COMPLETION_WORDS = _words("""
    完成规划要求的 完成规划降幅目标的 完成规划目标的 完成率 目标完成程度 实现程度 完成程度
""")
ELAPSED_WORDS = ("时间进度",)
REACH = _words("""
    占全部 占全市 占全旗 占
""")
"""Before what a share is of."""

UNSURE = _words("""
    力争 如果 若 假如 建议 下一步 拟 确保 争取 再发生 每减少 每增加 参照 仅供 调整为 快报数 初步核算数 原报
""")
"""What follows is not what was counted."""

SINGLE = _words("""
    该起 该次 此次事故 这起 其中一起 单起 事件 某
""")
"""One event, not all of them."""

OPENS = ("其中",)
SEPARATELY = ("分别为", "分别", "依次为")
RANKS = _words("""
    排 居 列 位居 排名 位列
""")
YEARS = _words("""
    建设年限 建设期限 建设期 实施年限
""")

NEUTRAL = _words("""
    共发生 发生 共 各类 生产安全事故 安全生产事故 事故 情况 方面 领域 行业 指标 数值 为 是 的 了 在 至 到 与
    和 及 均为 均 都 已 已经 目前 有所 仍 仍是 依然 继续 保持 保持为 基本 水平 比 较 相比 对比 此外 另外
    截至 截止 按照 根据 按 从 由 规划期内 评估期内 评估期 规划期 这一 该 有 现有 达 大约 人数 起数 比例 数
    连续 以来 年度 整体 总体 全年 实际 也 又 而 则 其 为止 重点项目 项目 工程 建设 投资 任务 工作任务
    主要指标 主要 重点任务 全部 所有 本局 本单位 本支队 我局 牵头 的是 评价为 评价 达到 末 底 《规划》 规划
    中期评估 “十四五” 期间 时 约为 值 现值 数据 统计 快报 初步 累计完成 已完成 完成 年来 近 两年 两年来
    较大幅度 明显 大幅 小幅 略 达到了 降 升 幅度 比重 人员 总 总量 距 距离 高于 低于 少 多 因 全 成效 进展
    指标值 余 为： 即 这 那 之 等 就 并 且 但 计 行业领域 从行业领域看 从领域看 分领域看 因灾 自然灾害
    因自然灾害 灾害 受灾 造成 群众 累计 提出 确定 共设 分解为 分解 列入 安排 布局 承担 超过 由本旗 由本区
    本旗牵头 进度 处于 同 过 逐年 逐步 稳步 持续 重大 得到 有效 每 每年 我们 维持 因灾害 只 仅 才 还 只有
    只能 包括 含 分为 持平 基本持平 一致 相当 走势 走势见 见 详见 规则 按规则 贴近 接近 较大 较小 滞后 快于
    慢于 落后 领先 趋势 态势 有限 总体稳定 形势 没有 变化 暂不评价 小基数 零基数 下降势头 势头 延续了 难以
    未发生 由市级统一计算 尚有 尚在 尚 拟作 差距 仍有 不得 只要 不 中 ◆ 旗区 园区 各旗区 位 个
""")
"""They join, and change nothing; a word that stands in no list at all makes what follows unknown."""
