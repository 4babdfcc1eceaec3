/* "Åbent nu" or "Åbner …", in Danish time whatever the reader's own clock zone is. */
;(function () {
  "use strict"

  const DAYS = ["man", "tir", "ons", "tor", "fre", "lør", "søn"]
  const { filled } = window.handleplan
  const source = document.currentScript.src
  const marks = [...document.querySelectorAll("[data-aabent]")]
  const words = document.querySelector("[data-aabent-saetninger]")?.dataset
  if (!marks.length || !words) return
  const weekdays = words.ugedage.split(" ")
  const danish = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Copenhagen", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  })
  let holidays = {}
  /* No law closes an office on these days, but many are. */
  let maybe = {}

  /* Calendar days are counted in UTC, where every day has 24 hours; only the wall clock is Danish. */
  const now = () => {
    const part = Object.fromEntries(danish.formatToParts(new Date()).map(({ type, value }) => [type, value]))
    return { day: Date.UTC(part.year, part.month - 1, part.day), minute: part.hour * 60 + Number(part.minute) }
  }
  const after = (day, count) => day + count * 86400000
  const weekday = day => (new Date(day).getUTCDay() + 6) % 7
  const named = (days, day) => days[new Date(day).toISOString().slice(0, 10)]
  const holiday = day => named(holidays, day)
  const minutes = text => { const [hour, minute] = text.split("."); return hour * 60 + Number(minute) }

  /* "man-ons=8.00-15.30;tor=8.00-17.00" → seven lists of [opens, closes] */
  const week = text => {
    const hours = DAYS.map(() => [])
    for (const entry of text.split(";")) {
      const [days, times] = entry.split("=")
      const [first, last] = days === "alle" ? ["man", "søn"] : days.includes("-") ? days.split("-") : [days, days]
      const [opens, closes] = times.split("-")
      for (let i = DAYS.indexOf(first); i <= DAYS.indexOf(last); i++) hours[i].push([opens, closes])
    }
    return hours
  }

  const next = (hours, { day, minute }) => {
    for (let count = 0; count < 15; count++) {
      const date = after(day, count)
      const opening = holiday(date) ? null : hours[weekday(date)].find(([opens]) => count > 0 || minutes(opens) > minute)
      if (opening) return { count, date, time: opening[0] }
    }
    return null
  }
  const dayName = ({ count, date }) => {
    if (count === 0) return words.idag
    if (count === 1) return words.imorgen
    const name = weekdays[weekday(date)]
    if (count < 7) return name
    return `${name} ${new Intl.DateTimeFormat("da-DK", { timeZone: "UTC", day: "numeric", month: "long" }).format(date)}`
  }

  const sentence = (hours, at) => {
    const today = holiday(at.day)
    const open = !today && hours[weekday(at.day)].find(([opens, closes]) => minutes(opens) <= at.minute && at.minute < minutes(closes))
    const perhaps = named(maybe, at.day)
    if (open && perhaps) return [false, filled(words.maaske, { tid: open[1], navn: perhaps })]
    if (open) return [true, filled(words.aaben, { tid: open[1] })]
    const coming = next(hours, at)
    if (!coming) return [false, ""]
    const values = { dag: dayName(coming), tid: coming.time, navn: today }
    return [false, filled(today ? words.helligdag : words.lukket, values)]
  }

  const show = () => {
    const at = now()
    for (const mark of marks) {
      const [open, text] = sentence(week(mark.dataset.aabent), at)
      if (mark.textContent !== text) mark.textContent = text
      mark.classList.toggle("hp-aabent--nu", open)
      mark.hidden = !text
    }
  }

  /* A copy on a stick may not fetch and has the holidays as a script (pak.py). Without them the weekdays alone decide. */
  const given = window.__helligdage
  const file = () => fetch(new URL("../data/helligdage.json", source)).then(answer => answer.ok ? answer.json() : {})
  ;(given ? Promise.resolve(given) : file())
    .then(found => { holidays = found.helligdage || {}; maybe = found.kan_have_lukket || {}; show() }, () => {})
  show()
  setInterval(show, 30 * 1000)
  addEventListener("pageshow", show)
  document.addEventListener("visibilitychange", show)
})()
