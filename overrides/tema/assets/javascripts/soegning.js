/* What Material's search lacks: results reachable with Tab, a page beneath them that cannot be reached, and a way on when
   nothing is found. */
;(function () {
  "use strict"

  const dialog = document.querySelector("[data-md-component=search]")
  const toggle = document.getElementById("__search")
  if (!dialog || !toggle) return
  const result = dialog.querySelector("[data-md-component=search-result]")
  const status = result.querySelector("[role=status]")
  const list = result.querySelector("ol")
  const nothing = dialog.querySelector(".hp-soeg-ingen")

  /* Material closes the search on Tab; here Tab goes on to the hits, and leaving them closes it. */
  const stops = () => [...dialog.querySelectorAll("a[href], button, input, summary")].filter(one => one.checkVisibility({ visibilityProperty: true }))
  dialog.addEventListener("keydown", event => {
    if (event.key !== "Tab") return
    event.stopPropagation()
    /* The page beneath is out of reach: from the last hit, Tab closes the search first and then goes on to the page. */
    if (!event.shiftKey && event.target === stops().at(-1)) toggle.click()
  })
  dialog.addEventListener("focusout", event => {
    const next = event.relatedTarget
    if (toggle.checked && next && !dialog.contains(next)) toggle.click()
  })

  /* The open search covers the page: what lies beneath takes neither focus nor a press on the half of a link that shows. */
  const beneath = document.querySelectorAll("[data-md-component=skip], [data-md-component=announce], [data-md-component=container]")
  const cover = () => beneath.forEach(part => { part.inert = toggle.checked })
  toggle.addEventListener("change", cover)
  cover()

  /* Material writes its hits with tabindex -1. */
  const reachable = () => list.querySelectorAll("[tabindex='-1']").forEach(hit => hit.removeAttribute("tabindex"))
  const offer = () => { nothing.hidden = status.textContent.trim() !== nothing.dataset.ingen }
  new MutationObserver(reachable).observe(list, { childList: true, subtree: true })
  new MutationObserver(offer).observe(status, { childList: true, characterData: true, subtree: true })
})()
