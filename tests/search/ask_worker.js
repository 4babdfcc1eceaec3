/* Ask Material's search worker itself, without the page around it: [{ms, cards: [[location, …] of the links shown, …]}, …].
 * What a card shows is decided by the theme (renderSearchResultItem): the page, and its best sections; the rest folds away.
 * test_search.py holds this to what stands on the screen. */
async queries => {
  const config = JSON.parse(document.getElementById("__config").textContent)
  const { config: settings, docs } = await (await fetch(new URL(`${config.base}/search/search_index.json`, location))).json()
  const worker = new Worker(new URL(config.search, location))
  const answer = (message, type) => new Promise((done, failed) => {
    worker.onmessage = ({ data }) => data.type === type && done(data.data)
    worker.onerror = failed
    worker.postMessage(message)
  })
  const shown = item => {
    const sections = [...item]
    const [page] = sections.splice(sections.findIndex(({ location }) => !location.includes("#")), 1)
    const folded = sections.findIndex(({ score }) => score < item[0].score)
    return [page, ...(folded < 0 ? sections : sections.slice(0, folded))].map(({ location }) => location)
  }
  await answer({ type: 0, data: { config: settings, docs, options: { suggest: false } } }, 1)
  const found = []
  for (const query of queries) {
    const started = performance.now()
    const { items } = await answer({ type: 2, data: query }, 3)
    found.push({ ms: performance.now() - started, cards: items.slice(0, 10).map(shown) })
  }
  worker.terminate()
  return found
}
