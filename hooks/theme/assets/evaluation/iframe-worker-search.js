/* Chinese full-text search in the place of the theme's worker: exact substrings, all words (AND), unit aliases.
 *
 * The theme asks for `new Worker(".../workers/search.*.js")` and speaks SETUP 0 → READY 1, QUERY 2 → RESULT 3 with it.
 * This file answers in the page itself, so that it works from file:// too. Its name keeps the theme's offline
 * support from adding a script of its own from the internet. */
(function () {
  "use strict"

  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
  /* A word in a title outranks any number in tags, a word in a tag any number in the text. */
  var TITLE = 1e6, TAG = 1e3, OFTEN = 99
  var SNIPPET = 40, SECTIONS = 5

  /* Full-width digits and letters, compatibility forms and case are one and the same to a reader. */
  function normalise(text) { return text.normalize("NFKC").toLowerCase() }

  function escape(text) {
    return text.replace(/[&<>"']/g, function (c) { return "&#" + c.charCodeAt(0) + ";" })
  }

  function count(text, term) {
    var found = 0
    for (var at = text.indexOf(term); at >= 0 && found < OFTEN; at = text.indexOf(term, at + term.length)) found++
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

  /* The first place of a term. Nearly every text is as long as its normal form: then the place is the same in both. */
  function first(doc, terms) {
    if (doc.plainText.length !== doc.text.length) return places(doc.text, terms)[0]
    return terms.reduce(function (best, term) {
      var at = doc.plainText.indexOf(term)
      return at < 0 || (best && best[0] <= at) ? best : [at, at + term.length]
    }, undefined)
  }

  function snippet(doc, terms) {
    var text = doc.text, found = first(doc, terms)
    if (!found) return escape(text.slice(0, 2 * SNIPPET))
    var from = Math.max(0, found[0] - SNIPPET), to = Math.min(text.length, found[1] + 2 * SNIPPET)
    var cut = text.slice(from, to)
    return (from ? "…" : "") + mark(cut, places(cut, terms)) + (to < text.length ? "…" : "")
  }

  function Index(data) {
    this.aliases = new Map(Object.entries((data.config && data.config.aliases) || {}))
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
      return [word].concat(aliases.get(word) || [])
    })
  }

  function score(doc, forms) {
    return Math.max.apply(null, forms.map(function (form) {
      return (doc.plainTitle.indexOf(form) >= 0 ? TITLE : 0) + (doc.plainTags.indexOf(form) >= 0 ? TAG : 0) + count(doc.plainText, form)
    }))
  }

  /* What a page is worth: its own title and tags count double, so that they come before those of a section. */
  function worth(sections) {
    return Math.max.apply(null, sections.map(function (section, place) { return place ? section.total : 2 * section.total }))
  }

  Index.prototype.search = function (query) {
    var words = this.words(query)
    if (!words.length) return []
    var results = []
    this.pages.forEach(function (docs, order) {
      var sections = docs.map(function (doc) {
        var parts = words.map(function (forms) { return score(doc, forms) })
        return { doc: doc, parts: parts, total: parts.reduce(function (a, b) { return a + b }, 0) }
      })
      var everyWord = words.every(function (_, w) { return sections.some(function (section) { return section.parts[w] > 0 }) })
      if (everyWord) results.push({ order: order, sections: sections, worth: worth(sections) })
    })
    results.sort(function (a, b) { return b.worth - a.worth || a.order - b.order })
    return results.map(function (result) { return items(result.sections, words) })
  }

  /* The page itself first, then its best sections; the theme needs the page's entry even when only a section matched.
   * Its words are marked when they are shown: the theme shows ten results at a time. */
  function items(sections, words) {
    var all = words.reduce(function (list, forms) { return list.concat(forms) }, []), terms = {}
    all.forEach(function (form) { terms[form] = true })
    var best = sections.slice(1).filter(function (section) { return section.total > 0 })
    best.sort(function (a, b) { return b.total - a.total })
    return [sections[0]].concat(best.slice(0, SECTIONS)).map(function (section) {
      var doc = section.doc
      return {
        location: doc.location, tags: doc.tags, score: section.total, terms: terms,
        get title() { return mark(doc.title, places(doc.title, all)) },
        get text() { return snippet(doc, all) }
      }
    })
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
