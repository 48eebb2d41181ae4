/* Chinese full-text search in the place of the theme's worker: exact substrings, all words (AND), unit aliases.
 *
 * The theme asks for `new Worker(".../workers/search.*.js")` and speaks SETUP 0 → READY 1, QUERY 2 → RESULT 3 with it.
 * This file answers in the page itself, so that it works from file:// too. Its name keeps the theme's offline
 * support from adding a script of its own from the internet. */
(function () {
  "use strict"

  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
  var TITLE = 1000, TAG = 100, SNIPPET = 40, SECTIONS = 5

  /* Full-width digits and letters, compatibility forms and case are one and the same to a reader. */
  function normalise(text) { return text.normalize("NFKC").toLowerCase() }

  function escape(text) {
    return text.replace(/[&<>"']/g, function (c) { return "&#" + c.charCodeAt(0) + ";" })
  }

  function count(text, term) {
    var found = 0
    for (var at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) found++
    return found
  }

  /* Places of the terms in the text as written: normalising may change lengths (① → 1), so it goes character by character. */
  function places(text, terms) {
    var plain = "", origin = []
    for (var i = 0; i < text.length; i++) {
      var piece = normalise(text[i])
      for (var j = 0; j < piece.length; j++) origin.push(i)
      plain += piece
    }
    origin.push(text.length)
    var found = []
    terms.forEach(function (term) {
      for (var at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + term.length))
        found.push([origin[at], origin[at + term.length - 1] + 1])
    })
    return found.sort(function (a, b) { return a[0] - b[0] })
  }

  function mark(text, found) {
    var out = "", end = 0
    found.forEach(function (place) {
      if (place[0] < end) return
      out += escape(text.slice(end, place[0])) + "<mark data-md-highlight>" + escape(text.slice(place[0], place[1])) + "</mark>"
      end = place[1]
    })
    return out + escape(text.slice(end))
  }

  function snippet(text, terms) {
    var first = places(text, terms)[0]
    if (!first) return escape(text.slice(0, 2 * SNIPPET))
    var from = Math.max(0, first[0] - SNIPPET), to = Math.min(text.length, first[1] + 2 * SNIPPET)
    var cut = text.slice(from, to)
    return (from ? "…" : "") + mark(cut, places(cut, terms)) + (to < text.length ? "…" : "")
  }

  function Index(data) {
    this.aliases = (data.config && data.config.aliases) || {}
    var pages = new Map()
    data.docs.forEach(function (doc) {
      var key = doc.location.split("#")[0]
      if (!pages.has(key)) pages.set(key, [])
      doc.plainTitle = normalise(doc.title)
      doc.plainText = normalise(doc.text)
      doc.plainTags = normalise((doc.tags || []).join(" "))
      pages.get(key).push(doc)
    })
    this.pages = Array.from(pages.values())
  }

  /* A word stands for itself and for what it is an alias of: 准旗 also finds 准格尔旗. */
  Index.prototype.words = function (query) {
    var aliases = this.aliases
    return normalise(query).split(/\s+/).filter(Boolean).map(function (word) {
      return [word].concat(aliases[word] || [])
    })
  }

  function score(doc, forms) {
    return Math.max.apply(null, forms.map(function (form) {
      return (doc.plainTitle.indexOf(form) >= 0 ? TITLE : 0) + (doc.plainTags.indexOf(form) >= 0 ? TAG : 0) + Math.min(count(doc.plainText, form), TAG - 1)
    }))
  }

  Index.prototype.search = function (query) {
    var words = this.words(query)
    if (!words.length) return []
    var all = words.reduce(function (list, forms) { return list.concat(forms) }, [])
    var results = []
    this.pages.forEach(function (docs, order) {
      var scored = docs.map(function (doc) { return { doc: doc, parts: words.map(function (forms) { return score(doc, forms) }) } })
      var everyWord = words.every(function (_, w) { return scored.some(function (s) { return s.parts[w] > 0 }) })
      if (!everyWord) return
      scored.forEach(function (s) { s.total = s.parts.reduce(function (a, b) { return a + b }, 0) })
      results.push({ order: order, scored: scored, total: Math.max.apply(null, scored.map(function (s, i) { return i ? Math.min(s.total, TITLE - 1) : 2 * s.total })) })
    })
    results.sort(function (a, b) { return b.total - a.total || a.order - b.order })
    return results.map(function (result) { return items(result, all, words) })
  }

  /* The page itself first, then its best sections; the theme needs the page's entry even when only a section matched. */
  function items(result, all, words) {
    var terms = {}
    words.forEach(function (forms) { terms[forms[0]] = true })
    if (words.some(function (forms) { return forms.length > 1 }))
      words.forEach(function (forms) { forms.slice(1).forEach(function (form) { terms[form] = true }) })
    function item(s) {
      return Object.assign({}, s.doc, {
        title: mark(s.doc.title, places(s.doc.title, all)), text: snippet(s.doc.text, all), score: s.total, terms: terms
      })
    }
    var sections = result.scored.slice(1).filter(function (s) { return s.total > 0 })
    sections.sort(function (a, b) { return b.total - a.total })
    return [item(result.scored[0])].concat(sections.slice(0, SECTIONS).map(item))
  }

  function SearchWorker() { this.target = document.createElement("i"); this.index = null }
  SearchWorker.prototype.addEventListener = function (type, listener) { this.target.addEventListener(type, listener) }
  SearchWorker.prototype.removeEventListener = function (type, listener) { this.target.removeEventListener(type, listener) }
  SearchWorker.prototype.terminate = function () { this.index = null }
  SearchWorker.prototype.reply = function (message) { this.target.dispatchEvent(new MessageEvent("message", { data: message })) }
  SearchWorker.prototype.postMessage = function (message) {
    var worker = this
    setTimeout(function () {
      if (message.type === SETUP) {
        worker.index = new Index(message.data)
        worker.reply({ type: READY })
      } else if (message.type === QUERY)
        worker.reply({ type: RESULT, data: { items: worker.index ? worker.index.search(message.data) : [] } })
    }, 0)
  }

  var Native = window.Worker
  window.Worker = function (url, options) {
    if (/workers\/search\./.test(String(url))) return new SearchWorker()
    return new Native(url, options)
  }
  window.evaluationSearch = function (data) { return new Index(data) }

  /* The theme listens for keys only: text pasted by mouse or set by an input method must search too. */
  document.addEventListener("input", function (event) {
    if (event.target.matches && event.target.matches("[data-md-component=search-query]"))
      event.target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  })
})()
