/* Keeps the edition for use without network (service-worker.js), and says so when a kept copy is shown. */
;(function () {
  "use strict"

  const notice = document.querySelector(".hp-uden-net")
  if (!notice) return /* a preview while somebody edits: nothing is to be kept */
  const home = new URL(JSON.parse(document.getElementById("__config").textContent).base + "/", location)
  const fetched = document.body.dataset.gemt

  if (fetched) {
    const when = new Date(fetched)
    const days = Math.floor((Date.now() - when) / 86400000)
    const age = new Intl.RelativeTimeFormat("da", { numeric: "auto" })
    const date = new Intl.DateTimeFormat("da-DK", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Copenhagen" })
    const time = document.createElement("time")
    time.dateTime = fetched
    time.textContent = `${date.format(when)} (${age.format(-days, "day")})`
    notice.querySelector("[data-gemt-tid]").append(time)
    notice.hidden = false
    document.querySelectorAll("[data-kun-uden-net]").forEach(text => { text.hidden = false })
  }

  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return
  addEventListener("load", () => {
    navigator.serviceWorker.register(new URL("service-worker.js", home), { scope: home.pathname })
      .then(() => navigator.serviceWorker.ready)
      .then(registration => registration.active.postMessage("hent resten"))
      .catch(() => { /* Without it the handbook works as any other page. */ })
  })
})()
