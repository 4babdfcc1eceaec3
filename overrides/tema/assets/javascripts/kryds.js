/* The actioncard as a list to tick off. */
;(function () {
  "use strict"

  const { fanebladet, adresse, filled } = window.handleplan
  const bar = document.querySelector("[data-krydslinje]")
  if (!bar) return
  const status = bar.querySelector("[data-status]")
  const clock = new Intl.DateTimeFormat("da-DK", { timeZone: "Europe/Copenhagen", hour: "numeric", minute: "2-digit" })
  const date = new Intl.DateTimeFormat("da-DK", { timeZone: "Europe/Copenhagen", day: "numeric", month: "long", year: "numeric" })

  /* The bullet's own line becomes the box's label; remarks and lists below it stay outside. */
  const boxFor = mark => {
    const item = mark.closest("li")
    const line = mark.closest("p") || item
    const label = document.createElement("label")
    const text = document.createElement("span")
    const box = Object.assign(document.createElement("input"), { type: "checkbox", autocomplete: "off" })
    const time = document.createElement("span")
    const blocks = line === item ? [...item.childNodes].filter(node => /^(UL|OL|P|DIV|DETAILS)$/.test(node.nodeName)) : []
    text.append(...[...line.childNodes].filter(node => !blocks.includes(node)))
    label.className = "hp-kryds"
    time.className = "hp-kryds__tid"
    text.append(time)
    label.append(box, text)
    line.prepend(label)
    item.classList.add("hp-med-kryds")
    box.addEventListener("change", () => { fanebladet.tick(mark.dataset.kryds, box.checked); show() })
    return { id: mark.dataset.kryds, box, time }
  }
  const boxes = [...document.querySelectorAll("article [data-kryds]")].map(boxFor)

  const show = () => {
    const ticks = fanebladet.ticks()
    for (const { id, box, time } of boxes) {
      box.checked = id in ticks
      time.textContent = box.checked ? " " + filled(bar.dataset.tid, { tid: clock.format(ticks[id]) }) : ""
    }
    const times = boxes.filter(({ id }) => id in ticks).map(({ id }) => ticks[id])
    const first = Math.min(...times)
    const said = times.length
      ? filled(bar.dataset.sat, { n: times.length, alle: boxes.length, tid: clock.format(first), dato: date.format(first) })
      : bar.dataset.ingen
    if (status.textContent !== said) status.textContent = said
  }

  bar.querySelector("[data-ny-sag]").addEventListener("click", () => {
    fanebladet.forget()
    adresse.write(Object.fromEntries(adresse.carried.map(key => [key, ""])))
    document.dispatchEvent(new Event("ny-sag"))
    show()
  })
  /* A page that the browser kept (bfcache) or that stood in the background shows what holds now. */
  addEventListener("pageshow", show)
  document.addEventListener("visibilitychange", show)
  setInterval(show, 60 * 1000)
  bar.hidden = false
  show()
})()
