/* Long tables sort, filter and download in the reader's browser; without this file they are plain tables.
   DataTables does the sorting, see ../datatables/. A link such as projects/index.html?阶段=开工在建 sets a filter. */
(function () {
  "use strict"

  var FEW = 5
  /* From so many rows a table sorts; from twice as many it has its tools. */
  var UNITS = ["责任单位", "牵头单位", "提出单位", "单位", "旗区", "建设地点"]
  var STATES = ["状态", "进展", "阶段", "评价", "报送情况", "执行情况", "数据状态", "涉及评价", "核对", "类型"]
  var GLYPHS = "●◆▲■○"
  var MISSING = ["", "—", "暂无数据", "○ 暂不评价", "○ 未报送"]
  var SCALE = { "": 1, "万": 1e4, "亿": 1e8 }
  var FIGURE = /^(上升|增长|高于|超出|下降|减少|低于|余量|第)?([+-]?\d+(?:\.\d+)?)(万|亿)?(?:%|‰|[^\d、，；。]{0,8})(?:\/\d.*)?$/
  var DOWN = ["下降", "减少", "低于", "超出"]
  var collator = new Intl.Collator("zh-CN", { numeric: true })

  /* ---------------------------------------------------------------------------------------------- order */

  function plain(text) {
    return text.normalize("NFKC").replace(/\([^)]*\)/g, "").replace(/,/g, "").trim()
  }

  /* The figure that a cell shows, null where it shows words. */
  function figure(text) {
    var words = plain(text)
    if (["持平", "未发生", "…", "..."].indexOf(words) >= 0) return 0
    var found = FIGURE.exec(words)
    if (!found) return null
    var value = parseFloat(found[2]) * SCALE[found[3] || ""]
    return DOWN.indexOf(found[1]) >= 0 ? -value : value
  }

  function missing(text) {
    return MISSING.indexOf(text) >= 0
  }

  /* Figures by size, states from good to bad, everything else as a Chinese reader looks it up. */
  function compare(one, other) {
    var glyphs = [GLYPHS.indexOf(one.charAt(0)), GLYPHS.indexOf(other.charAt(0))]
    if (one && other && glyphs[0] >= 0 && glyphs[1] >= 0 && glyphs[0] !== glyphs[1]) return glyphs[0] - glyphs[1]
    var figures = [figure(one), figure(other)]
    if (figures[0] !== null && figures[1] !== null && figures[0] !== figures[1]) return figures[0] - figures[1]
    return collator.compare(one, other)
  }

  /* What is missing stands last in both directions. */
  function ordered(sign) {
    return function (one, other) {
      if (missing(one) || missing(other)) return missing(one) - missing(other)
      return sign * compare(one, other)
    }
  }

  /* -------------------------------------------------------------------------------------------- filters */

  function text(cell) {
    return cell.textContent.replace(/\s+/g, " ").trim()
  }

  /* The choices that a cell belongs to: its units, or its state without its glyph and mark. */
  function choices(words) {
    return words.split("、").map(function (one) {
      return one.replace(/^[●◆▲■○]\s*/, "").replace(/（.*$/, "").trim()
    })
  }

  function titles(table) {
    return Array.prototype.map.call(table.tHead.rows[0].cells, text)
  }

  function columnOf(table, names) {
    var all = titles(table)
    var found = names.filter(function (name) { return all.indexOf(name) >= 0 })
    return found.length ? all.indexOf(found[0]) : -1
  }

  function options(table, column) {
    var seen = []
    Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
      choices(text(row.cells[column])).forEach(function (choice) {
        if (choice && choice !== "—" && seen.indexOf(choice) < 0) seen.push(choice)
      })
    })
    return seen
  }

  function element(tag, attributes, words) {
    var made = document.createElement(tag)
    Object.keys(attributes || {}).forEach(function (name) { made.setAttribute(name, attributes[name]) })
    if (words) made.textContent = words
    return made
  }

  function selection(table, column, changed) {
    var title = titles(table)[column]
    var label = element("label", {}, title)
    var select = label.appendChild(element("select", { "data-column": title }))
    select.appendChild(element("option", { value: "" }, "全部"))
    options(table, column).forEach(function (choice) {
      select.appendChild(element("option", { value: choice }, choice))
    })
    select.addEventListener("change", function () { changed(column, select.value) })
    return label
  }

  function tools(table, sorted) {
    var bar = element("div", { "class": "dt-tools" })
    var count = element("span", { "class": "dt-count", "aria-live": "polite" })
    function told() {
      var all = sorted.rows().count(), shown = sorted.rows({ search: "applied" }).count()
      count.textContent = shown === all ? "共" + all + "行" : "共" + all + "行，显示" + shown + "行"
    }
    function changed(column, value) {
      sorted.search.fixed("choice" + column, value && function (words, data, index) {
        return choices(text(sorted.cell(index, column).node())).indexOf(value) >= 0
      }).draw()
    }
    var label = bar.appendChild(element("label", {}, "筛选"))
    var input = label.appendChild(element("input", { type: "search", placeholder: "输入文字" }))
    input.addEventListener("input", function () {
      var words = input.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean)
      sorted.search.fixed("words", words.length && function (unused, data, index) {
        var row = sorted.row(index).node().textContent.normalize("NFKC").toLowerCase()
        return words.every(function (word) { return row.indexOf(word) >= 0 })
      }).draw()
    })
    ;[UNITS, STATES].map(function (names) { return columnOf(table, names) }).forEach(function (column) {
      if (column >= 0 && options(table, column).length > 1) bar.appendChild(selection(table, column, changed))
    })
    bar.appendChild(count)
    bar.appendChild(element("button", { type: "button" }, "下载CSV")).addEventListener("click", function () {
      download(table, sorted)
    })
    sorted.on("draw", told)
    told()
    return bar
  }

  /* ------------------------------------------------------------------------------------------------ CSV */

  function inert(words) {
    return /^[=+\-@\t\r]/.test(words) && isNaN(Number(words)) ? "'" + words : words
  }

  function line(row) {
    return Array.prototype.map.call(row.cells, function (cell) {
      return '"' + inert(text(cell)).replace(/"/g, '""') + '"'
    }).join(",")
  }

  function csv(table, sorted) {
    var shown = sorted.rows({ search: "applied", order: "applied" }).nodes().toArray()
    var foot = table.tFoot ? Array.prototype.slice.call(table.tFoot.rows) : []
    /* The mark in front lets Excel and WPS read the file as UTF-8. */
    return "\ufeff" + [table.tHead.rows[0]].concat(shown, foot).map(line).join("\r\n") + "\r\n"
  }

  function download(table, sorted) {
    var address = URL.createObjectURL(new Blob([csv(table, sorted)], { type: "text/csv;charset=utf-8" }))
    var link = element("a", { href: address, download: titleOf(table).replace(/[\\/:*?"<>|]/g, "") + ".csv" })
    document.body.appendChild(link)
    link.click()
    link.remove()
    setTimeout(function () { URL.revokeObjectURL(address) }, 1000)
  }

  /* The caption above the table without its number; the page's title where there is none. */
  function titleOf(table) {
    var before = table.closest(".table").previousElementSibling
    while (before && /^(P|DIV)$/.test(before.tagName) && !before.classList.contains("caption")) before = before.previousElementSibling
    if (before && before.classList.contains("caption")) return text(before).replace(/^表\d+\s*/, "")
    return text(document.querySelector("h1") || document.querySelector("title"))
  }

  /* -------------------------------------------------------------------------------------------- assembly */

  /* Only a frame that scrolls is a stop of the Tab key. */
  function reachable(frame, table) {
    var scrolls = frame.scrollWidth > frame.clientWidth
    frame.classList.toggle("dt-scrolls", scrolls)
    if (!scrolls) return ["tabindex", "role", "aria-label"].forEach(function (name) { frame.removeAttribute(name) })
    frame.setAttribute("tabindex", "0")
    frame.setAttribute("role", "group")
    frame.setAttribute("aria-label", titleOf(table) + "，可左右滚动")
  }

  function enhanced(table) {
    var sorted = new DataTable(table, {
      paging: false, info: false, order: [], autoWidth: false,
      layout: { topStart: null, topEnd: null, bottomStart: null, bottomEnd: null },
      columnDefs: [{ targets: "_all", type: "chinese", orderSequence: ["asc", "desc", ""], render: function (data, type) {
        return type === "sort" || type === "type" ? text(parsed(data)) : data
      } }],
      language: {
        emptyTable: "没有内容", zeroRecords: "没有符合条件的行",
        aria: { orderable: "：点击排序", orderableReverse: "：点击反向排序", orderableRemove: "：点击恢复原来的次序", paginate: {} }
      }
    })
    var frame = table.closest(".table")
    if (table.tBodies[0].rows.length >= 2 * FEW) frame.parentNode.insertBefore(tools(table, sorted), frame)
    return sorted
  }

  /* Cells come to DataTables as HTML; a template runs and loads nothing of it. */
  function parsed(html) {
    var template = document.createElement("template")
    template.innerHTML = html
    return template.content
  }

  /* ?阶段=开工在建 is set in the first table that knows it, and the table comes into view. */
  function asked() {
    new URLSearchParams(location.search).forEach(function (value, name) {
      var selects = Array.prototype.filter.call(document.querySelectorAll(".dt-tools select"), function (select) {
        return select.dataset.column === name && Array.prototype.some.call(select.options, function (o) { return o.value === value })
      })
      if (!selects.length) return
      selects[0].value = value
      selects[0].dispatchEvent(new Event("change"))
      selects[0].closest(".dt-tools").scrollIntoView()
    })
  }

  function start() {
    DataTable.type("chinese", { order: { asc: ordered(1), desc: ordered(-1) } })
    var tables = Array.prototype.slice.call(document.querySelectorAll("table.data"))
    tables.forEach(function (table) {
      if (table.tHead && table.tBodies[0] && table.tBodies[0].rows.length >= FEW) enhanced(table)
    })
    function fit() { tables.forEach(function (table) { reachable(table.closest(".table"), table) }) }
    fit()
    window.addEventListener("resize", fit)
    asked()
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start)
  else start()
})()
