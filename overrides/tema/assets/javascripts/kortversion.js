/* Who comes from a printed sheet's QR code sees whether the sheet is the newest. Only a real date is ever shown of what
   the address says: anybody can write an address. */
;(function () {
  "use strict"

  const notice = document.querySelector("[data-version].hp-kortversion")
  const version = new URLSearchParams(location.search).get("v")
  if (!notice || !version || version === notice.dataset.version) return

  /* "2026-11-21" → a date; anything else, and days that are not in the calendar: null */
  const day = text => {
    if (!/^20\d\d-\d\d-\d\d$/.test(text)) return null
    const date = new Date(`${text}T00:00:00Z`)
    return !isNaN(date) && date.toISOString().startsWith(text) ? date : null
  }
  const shown = date => new Intl.DateTimeFormat("da-DK", { dateStyle: "long", timeZone: "UTC" }).format(date)

  const sheet = day(version), page = day(notice.dataset.dato)
  if (sheet && +sheet === +page) return
  /* A version that is no date ("2026.1"). What cannot be a version at all says nothing of a sheet. */
  if (!sheet && !/^[\p{L}\d][\p{L}\d ._-]{0,19}$/u.test(version)) return
  const text = !sheet ? "anden" : sheet < page ? "aeldre" : "nyere"
  notice.querySelector("[data-tekst]").textContent =
    window.handleplan.filled(notice.dataset[text], { kort: sheet ? shown(sheet) : "", side: shown(page) })
  notice.querySelector("[data-hent]").hidden = text === "nyere"
  notice.hidden = false
})()
