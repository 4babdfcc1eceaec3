/* Who comes from a printed sheet's QR code takes its version along to the municipality's own front page. */
;(function () {
  "use strict"

  const version = new URLSearchParams(location.search).get("v")
  if (!version || version.length > 20) return
  for (const link of document.querySelectorAll(".valg a")) link.search = new URLSearchParams({ v: version })
  document.querySelector("[data-fra-kort]").hidden = false
})()
