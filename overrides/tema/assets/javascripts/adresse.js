/* Choices live in the address after "?" in the hash: "#kort-stop?vej=politi". A hash is never sent to the server. */
;(function () {
  "use strict"

  const handleplan = window.handleplan = window.handleplan || {}
  const CARRIED = ["kraenker", "situation", "alder", "bag", "skole", "modtaget", "vej"]
  const edition = new URL("../../", document.currentScript.src).href
  const listeners = []

  const split = hash => {
    const at = hash.indexOf("?")
    return at < 0 ? [hash, null] : [hash.slice(0, at), hash.slice(at + 1)]
  }
  let state = Object.fromEntries(new URLSearchParams(split(location.hash)[1] || ""))

  const asText = (values, keys) => {
    const kept = Object.entries(values).filter(([key, value]) => value && (!keys || keys.includes(key)))
    return new URLSearchParams(kept).toString()
  }
  const joined = (anchor, text) => text ? `${anchor || "#"}?${text}` : anchor === "#" ? "" : anchor

  const show = () => {
    const [anchor] = split(location.hash)
    const address = location.pathname + location.search + joined(anchor, asText(state))
    history.replaceState(history.state, "", address)
    carry()
  }

  /* Links to the edition's other pages take the choices of the case along. */
  const carry = () => {
    const text = asText(state, CARRIED)
    for (const link of document.querySelectorAll("a[href]")) {
      const url = new URL(link.href)
      if (!url.href.startsWith(edition) || !/(\/|\.html)$/.test(url.pathname)) continue
      if (url.pathname === location.pathname) continue
      const [anchor, old] = split(url.hash)
      if ((old || "") === text) continue
      /* The address stays as it was written: paper prints addresses that begin with http. */
      link.setAttribute("href", link.getAttribute("href").split("#")[0] + joined(anchor, text))
    }
  }

  const scrollToAnchor = () => {
    const [anchor, text] = split(location.hash)
    const target = text !== null && anchor.length > 1 && document.getElementById(decodeURIComponent(anchor.slice(1)))
    if (target) target.scrollIntoView()
  }

  handleplan.adresse = {
    read: () => ({ ...state }),
    /** Sets or (with "") removes choices; the others stay. */
    write: changes => {
      state = Object.fromEntries(Object.entries({ ...state, ...changes }).filter(([, value]) => value))
      show()
    },
    /** Sets form fields to what is chosen; a choice that a field does not have is none. */
    fill: fields => {
      for (const field of fields) {
        field.value = state[field.name] || ""
        if (field.selectedIndex < 0) field.value = ""
      }
    },
    carried: CARRIED,
    onChange: listener => listeners.push(listener),
  }

  addEventListener("hashchange", () => {
    const text = split(location.hash)[1]
    if (text === null) { show(); return }
    state = Object.fromEntries(new URLSearchParams(text))
    carry()
    scrollToAnchor()
    listeners.forEach(listener => listener())
  })
  addEventListener("load", scrollToAnchor)
  document.addEventListener("DOMContentLoaded", carry)
  if (document.readyState !== "loading") carry()
})()
