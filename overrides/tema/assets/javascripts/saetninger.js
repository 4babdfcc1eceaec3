/* What the scripts say stands in the page, in Danish, with {names} to fill in. */
;(function () {
  "use strict"

  const handleplan = window.handleplan = window.handleplan || {}

  /** "{n} af {alle}" with the values of n and alle. */
  handleplan.filled = (text, values) => text.replace(/\{(.+?)\}/g, (_, name) => values[name])
})()
