/* What this tab remembers of the case: the ticks on the card. On every page, so that leaving the handbook is noticed. */
;(function () {
  "use strict"

  const handleplan = window.handleplan = window.handleplan || {}
  const KEY = "handleplan-kryds " + new URL("../../", document.currentScript.src).pathname
  const MINUTE = 60 * 1000
  /* A tab left standing, and a closed tab that the browser brings back, must not show the last case. */
  const IDLE = 4 * 60 * MINUTE
  const AWAY = 10 * MINUTE

  let memory = null
  const read = () => {
    try { return JSON.parse(sessionStorage.getItem(KEY)) } catch { return memory }
  }
  const write = value => {
    memory = value
    try {
      if (value) sessionStorage.setItem(KEY, JSON.stringify(value))
      else sessionStorage.removeItem(KEY)
    } catch { /* storage is switched off: the ticks live as long as the page */ }
  }

  const isOld = (value, now) => now - value.seen > IDLE || now < value.seen || (value.left && now - value.left > AWAY)

  /** The case's ticks `{id: time}`, or `{}` when there are none or they are from an earlier case. */
  const ticks = () => {
    const value = read()
    if (!value || !value.ticks) return {}
    if (isOld(value, Date.now())) { write(null); return {} }
    return value.ticks
  }
  const tick = (id, on) => {
    const now = Date.now()
    const all = { ...ticks() }
    if (on) all[id] = now
    else delete all[id]
    write(Object.keys(all).length ? { ticks: all, seen: now } : null)
  }
  const arrive = () => {
    const all = ticks()
    if (Object.keys(all).length) write({ ticks: all, seen: Date.now() })
  }
  const leave = () => {
    const all = ticks()
    if (Object.keys(all).length) write({ ticks: all, seen: Date.now(), left: Date.now() })
  }

  handleplan.fanebladet = { ticks, tick, forget: () => write(null) }
  arrive()
  addEventListener("pageshow", arrive)
  addEventListener("pagehide", leave)
})()
