/* The reader's choice of light or dark, set before the first paint (the theme's own inline script, as a file). */
(function () {
  "use strict"

  var chosen = __md_get("__palette")
  if (!chosen || !chosen.color) return
  if (chosen.color.media === "(prefers-color-scheme)") {
    var wanted = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark"
    var input = document.querySelector("[data-md-color-media='(prefers-color-scheme: " + wanted + ")']")
    if (input) ["media", "scheme", "primary", "accent"].forEach(function (name) {
      chosen.color[name] = input.getAttribute("data-md-color-" + name)
    })
  }
  Object.keys(chosen.color).forEach(function (name) {
    document.body.setAttribute("data-md-color-" + name, chosen.color[name])
  })
})()
