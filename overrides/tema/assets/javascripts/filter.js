/* One form filters the page's entries; the choices stand in the address. Without script, and on paper, all is there. */
;(function () {
  "use strict"

  const { adresse, filled } = window.handleplan
  const form = document.querySelector("[data-filter]")
  if (!form) return
  const fields = [...form.elements].filter(field => field.name)
  const filters = fields.filter(field => !("sorter" in field.dataset))
  const status = form.querySelector("[data-status]")
  const plain = text => text.toLocaleLowerCase("da").replace(/\s+/g, " ")
  const entries = [...document.querySelectorAll("article :is([data-post], [data-post-her])")].map(mark => ({
    element: mark.matches("[data-post]") ? mark : mark.closest("li"),
    data: mark.dataset,
  }))
  entries.forEach(entry => { entry.text = plain(entry.element.textContent) })
  const groups = [...document.querySelectorAll("article [data-gruppe]")]

  /* An entry that says nothing of a field is not judged by it. */
  const fits = (entry, field) => {
    const value = field.value.trim()
    if (!value) return true
    if (field.type === "search") return plain(value).split(" ").every(word => entry.text.includes(word))
    const said = entry.data[field.name]
    return said === undefined || said.split("|").includes(value)
  }

  const show = () => {
    let seen = 0
    for (const entry of entries) {
      const fitting = filters.every(field => fits(entry, field))
      entry.element.classList.toggle("hp-filtreret", !fitting)
      if (fitting) seen += 1
    }
    for (const group of groups) {
      const inside = entries.filter(entry => group.contains(entry.element))
      group.classList.toggle("hp-filtreret", inside.every(entry => entry.element.classList.contains("hp-filtreret")))
    }
    const text = filters.some(field => field.value.trim())
      ? filled(form.dataset.viser, { n: seen, alle: entries.length })
      : form.dataset.alle
    if (status.textContent !== text) status.textContent = text
  }

  const toAddress = () => {
    adresse.write(Object.fromEntries(filters.map(field => [field.name, field.value.trim()])))
    show()
  }
  const fromAddress = () => {
    adresse.fill(fields)
    show()
    form.dispatchEvent(new Event("sorter"))
  }

  form.addEventListener("input", toAddress)
  form.addEventListener("reset", () => setTimeout(toAddress))
  form.addEventListener("submit", event => event.preventDefault())
  /* A link to an entry that the filter has put away brings everything back. */
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1).split("?")[0]))
    if (!target?.closest(".hp-filtreret")) return
    fields.forEach(field => { field.value = "" })
    toAddress()
    target.scrollIntoView()
  }
  addEventListener("hashchange", reveal)
  adresse.onChange(fromAddress)
  addEventListener("pageshow", event => { if (event.persisted) fromAddress() })
  form.hidden = false
  fromAddress()
  reveal()
})()
