/* "Hvilken situation?": what applies comes forward, what does not is set back. Nothing is taken away. */
;(function () {
  "use strict"

  const { adresse, filled } = window.handleplan
  const panel = document.querySelector("[data-situation]")
  if (!panel) return
  const selects = [...panel.querySelectorAll("select")]
  const status = panel.querySelector("[data-status]")
  const chosen = panel.querySelector("[data-valgte]")
  const copy = panel.querySelector("[data-kopier]")
  const nothingChosen = chosen.textContent

  /* "vej=politi alder=under-15|15-17" → {vej: ["politi"], alder: ["under-15", "15-17"]} */
  const conditions = text => Object.fromEntries(text.split(" ").map(pair => {
    const [key, values] = pair.split("=")
    return [key, values.split("|")]
  }))
  const parts = [...document.querySelectorAll("article [data-hvis]")].map(mark => ({
    element: mark.matches(".hp-gren") ? mark : mark.closest("li"),
    conditions: conditions(mark.dataset.hvis),
    always: "altid" in mark.dataset,
    mark,
  }))

  /** For one part: "gaelder" (all its conditions are answered and hold), "andet" (one does not hold) or "" (not known). */
  const judged = (part, values) => {
    const keys = Object.keys(part.conditions)
    if (keys.some(key => values[key] && !part.conditions[key].includes(values[key]))) return part.always ? "" : "andet"
    return keys.every(key => values[key]) ? "gaelder" : ""
  }
  const values = () => Object.fromEntries(selects.filter(s => s.value).map(s => [s.name, s.value]))

  const sign = (part, state) => {
    part.sign?.remove()
    if (!state) return
    part.sign = document.createElement("span")
    part.sign.className = "hp-situation hp-situation--" + state
    part.sign.textContent = panel.dataset[state]
    if (part.element === part.mark) part.mark.prepend(part.sign)
    else part.mark.after(part.sign, " ")
  }

  const show = () => {
    const now = values()
    const count = { gaelder: 0, andet: 0 }
    for (const part of parts) {
      const state = judged(part, now)
      part.element.classList.toggle("hp-gaelder", state === "gaelder")
      part.element.classList.toggle("hp-sat-tilbage", state === "andet")
      sign(part, state)
      if (state) count[state] += 1
    }
    const words = selects.filter(s => s.value).map(s => s.selectedOptions[0].textContent)
    chosen.textContent = words.join(" · ") || nothingChosen
    status.textContent = words.length ? filled(panel.dataset.valgt, { n: count.gaelder, m: count.andet }) : ""
  }

  const fromAddress = () => {
    adresse.fill(selects)
    show()
  }
  const toAddress = () => {
    adresse.write(Object.fromEntries(selects.map(s => [s.name, s.value])))
    show()
  }

  panel.addEventListener("change", toAddress)
  panel.querySelector("[data-ryd]").addEventListener("click", () => {
    selects.forEach(select => { select.value = "" })
    toAddress()
  })
  if (navigator.clipboard) {
    copy.hidden = false
    copy.addEventListener("click", () => navigator.clipboard.writeText(location.href).then(() => {
      status.textContent = panel.dataset.kopieret
    }))
  }
  document.addEventListener("ny-sag", fromAddress)
  addEventListener("pageshow", event => { if (event.persisted) fromAddress() })
  adresse.onChange(fromAddress)
  fromAddress()
  panel.hidden = false
})()
