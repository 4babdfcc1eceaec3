/* Sorts the tables with sortable-tablesort: buttons in the headings, a choice in the form, the order in the address. */
;(function () {
  "use strict"

  const { adresse } = window.handleplan
  const choice = document.querySelector("[data-sorter]")
  if (!choice) return
  const tables = [...document.querySelectorAll("table.sortable")]
  const danish = new Intl.Collator("da", { numeric: true, sensitivity: "base" })

  /* The library compares in the browser's own language; ranks by the Danish alphabet make æøå right everywhere. */
  const rank = table => {
    const rows = [...table.tBodies[0].rows]
    rows.forEach((row, index) => { row.dataset.plads = index })
    for (const heading of table.tHead.rows[0].cells) {
      if (!heading.dataset.kolonne) continue
      const cells = rows.map(row => row.cells[heading.cellIndex])
      const texts = new Map(cells.map(cell => [cell, cell.textContent.trim()]))
      const order = [...new Set(texts.values())].filter(Boolean).sort(danish.compare)
      cells.forEach(cell => { cell.dataset.sort = texts.get(cell) ? String(order.indexOf(texts.get(cell)) + 1) : "" })
      const button = Object.assign(document.createElement("button"), { type: "button", className: "hp-sorter" })
      button.append(...heading.childNodes)
      heading.append(button)
    }
  }

  const restore = table => {
    const body = table.tBodies[0]
    body.append(...[...body.rows].sort((a, b) => a.dataset.plads - b.dataset.plads))
    table.querySelectorAll("th[aria-sort]").forEach(heading => heading.removeAttribute("aria-sort"))
  }
  const headingOf = (table, name) => table.querySelector(`thead th[data-kolonne="${CSS.escape(name)}"]`)

  let busy = false
  const sortAll = value => {
    const [name, direction] = [value.replace(/^-/, ""), value.startsWith("-") ? "descending" : "ascending"]
    busy = true
    for (const table of tables) {
      if (!name) { restore(table); continue }
      const heading = headingOf(table, name)
      for (let i = 0; heading && i < 2 && heading.getAttribute("aria-sort") !== direction; i++) heading.click()
    }
    busy = false
  }

  tables.forEach(rank)
  /* One heading sorts every table, and the form and the address follow. */
  document.addEventListener("click", event => {
    const heading = event.target.closest?.("th[data-kolonne]")
    if (!heading || busy) return
    const value = (heading.getAttribute("aria-sort") === "descending" ? "-" : "") + heading.dataset.kolonne
    sortAll(value)
    choice.value = heading.dataset.kolonne
    adresse.write({ sorter: value })
  })
  const form = choice.form
  const choose = value => { sortAll(value); adresse.write({ sorter: value }) }
  choice.addEventListener("change", () => choose(choice.value))
  form.addEventListener("reset", () => setTimeout(() => choose("")))
  form.addEventListener("sorter", () => {
    const value = adresse.read().sorter || ""
    choice.value = value.replace(/^-/, "")
    if (choice.selectedIndex < 0) choice.value = ""
    sortAll(choice.value ? value : "")
  })
  form.dispatchEvent(new Event("sorter"))
})()
