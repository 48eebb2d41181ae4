/* What the theme remembers between pages, kept apart for each copy of the site.
 *
 * The theme (mkdocs-material 9.8.1, MIT) writes this into every page; a file of its own lets a page forbid all inline scripts. */
var __md_scope = new URL("../..", document.currentScript.src)

function __md_hash(text) {
  return Array.from(text).reduce(function (hash, letter) { return (hash << 5) - hash + letter.charCodeAt(0) }, 0)
}

function __md_get(key, storage, scope) {
  try {
    return JSON.parse((storage || localStorage).getItem((scope || __md_scope).pathname + "." + key))
  } catch (error) { return null } // a browser that may store nothing still shows the page
}

function __md_set(key, value, storage, scope) {
  try {
    (storage || localStorage).setItem((scope || __md_scope).pathname + "." + key, JSON.stringify(value))
  } catch (error) {}
}
