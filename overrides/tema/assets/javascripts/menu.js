/* Material's menu and search signs are labels, which the keyboard cannot reach: here they become buttons. */
;(function () {
  "use strict"

  const names = document.querySelector("[data-menu-navne]")?.dataset || {}
  for (const label of document.querySelectorAll("label.md-header__button[for]")) {
    const toggle = document.getElementById(label.htmlFor)
    const name = names[label.htmlFor.replace("__", "")]
    if (!toggle || !name) continue
    const button = document.createElement("button")
    button.type = "button"
    button.className = label.className
    /* Material's style shows and hides the sign by this attribute. */
    button.setAttribute("for", label.htmlFor)
    button.setAttribute("aria-label", name)
    button.append(...label.childNodes)
    label.replaceWith(button)
    const tell = () => button.setAttribute("aria-expanded", String(toggle.checked))
    toggle.addEventListener("change", tell)
    tell()
    button.addEventListener("click", () => {
      toggle.click()
      if (toggle.checked && toggle.id === "__search") document.querySelector(".md-search__input")?.focus()
    })
  }

  /* Some browsers remember boxes when a page is read in again; menu and search start closed. */
  addEventListener("pageshow", () => {
    if (performance.getEntriesByType("navigation")[0]?.type !== "reload" || location.search) return
    document.querySelectorAll("[data-md-toggle]:checked").forEach(toggle => toggle.click())
  })

  /* The open drawer: Escape closes it, and the focus goes where the reader is. */
  const drawer = document.getElementById("__drawer")
  const sign = document.querySelector(".md-header__button[for=__drawer]")
  const menu = document.querySelector(".md-sidebar--primary")
  if (drawer && sign && menu) {
    drawer.addEventListener("change", () => {
      if (drawer.checked) setTimeout(() => menu.querySelector("a.md-nav__link, a")?.focus(), 50)
    })
    document.addEventListener("keydown", event => {
      if (event.key !== "Escape" || !drawer.checked) return
      drawer.click()
      sign.focus()
    })
    menu.addEventListener("focusout", event => {
      if (drawer.checked && event.relatedTarget && !menu.contains(event.relatedTarget)) drawer.click()
    })
  }

  /* The 404 page's own way to the search. */
  const open = document.querySelector("[data-aabn-soegning]")
  if (open) {
    open.closest("[data-soegeknap]").hidden = false
    open.addEventListener("click", () => {
      const search = document.getElementById("__search")
      if (search && !search.checked) search.click()
      document.querySelector(".md-search__input")?.focus()
    })
  }
})()
