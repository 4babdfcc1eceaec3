/* Material's menu and search signs are labels, which the keyboard cannot reach: here they become buttons. */
;(function () {
  "use strict"

  const names = document.querySelector("[data-menu-navne]")?.dataset || {}
  const labels = document.querySelectorAll("label.md-header__button")
  for (const label of labels) {
    const toggle = document.getElementById(label.htmlFor)
    const name = names[label.htmlFor.replace("__", "")]
    if (!toggle || !name) continue
    label.setAttribute("role", "button")
    label.setAttribute("tabindex", "0")
    label.setAttribute("aria-label", name)
    const tell = () => label.setAttribute("aria-expanded", String(toggle.checked))
    toggle.addEventListener("change", tell)
    tell()
    label.addEventListener("keydown", event => {
      if (event.key !== "Enter" && event.key !== " ") return
      event.preventDefault()
      event.stopPropagation()
      toggle.click()
      if (toggle.checked && label.htmlFor === "__search") document.querySelector(".md-search__input").focus()
    })
  }

  /* The open drawer: Escape closes it, and the focus goes where the reader is. */
  const drawer = document.getElementById("__drawer")
  const sign = document.querySelector("label.md-header__button[for=__drawer]")
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
