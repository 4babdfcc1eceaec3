/* Two of Material's search workers side by side, asked the same in turn: {ours, stock} with the milliseconds of each.
 * The messages are the theme's own: 0 sets up, 1 is ready, 2 asks, 3 answers. */
async ([folders, queries, times]) => {
  const started = {}
  const workers = {}
  const answer = (worker, message, type) => new Promise((done, failed) => {
    worker.onmessage = ({ data }) => data.type === type && done(data.data)
    worker.onerror = failed
    worker.postMessage(message)
  })
  const setUp = async (name, { worker, index }) => {
    const data = await (await fetch(index)).json()
    const begun = performance.now()
    workers[name] = new Worker(worker)
    await answer(workers[name], { type: 0, data: { config: data.config, docs: data.docs, options: { suggest: false } } }, 1)
    started[name] = performance.now() - begun
  }
  const spent = {}
  const hits = {}
  for (const name in folders) {
    await setUp(name, folders[name])
    spent[name] = []
    hits[name] = 0
  }
  for (let time = 0; time <= times; time++) {
    for (const query of queries) {
      for (const name in folders) {
        const begun = performance.now()
        const { items } = await answer(workers[name], { type: 2, data: query }, 3)
        if (time) spent[name].push(performance.now() - begun)   /* the first time warms up */
        else hits[name] += items.length > 0
      }
    }
  }
  return { started, spent, hits }
}
