/* Type a query into Material's search and wait for the answer: {ms, cards: [[href, …] of the visible links, …]}. */
async query => {
  const input = document.querySelector("[data-md-component=search-query]")
  const result = document.querySelector("[data-md-component=search-result]")
  const status = result.firstElementChild
  const list = result.querySelector("ol")
  const pause = ms => new Promise(done => setTimeout(done, ms))
  const until = async (ready, what) => {
    const started = performance.now()
    while (!ready()) {
      if (performance.now() - started > 20000) throw Error(`no answer: ${what} (${query})`)
      await pause(2)
    }
  }
  const type = text => {
    input.value = text
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  }
  /* Until the worker is up, typing is answered by nothing: ask again. */
  if (!window.searchIsUp) {
    await until(() => { type("logbog"); return list.children.length > 0 }, "start")
    window.searchIsUp = true
  }
  type("")
  await until(() => list.children.length === 0, "clear")
  await pause(15)
  status.textContent = "…"
  const started = performance.now()
  type(query)
  await until(() => status.textContent !== "…", "answer")
  const ms = performance.now() - started
  await pause(25)
  const cards = [...list.children].slice(0, 10).map(card => [...card.querySelectorAll(":scope > a")].map(link => link.href))
  return { ms, cards }
}
