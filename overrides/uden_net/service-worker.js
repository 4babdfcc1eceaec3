/*
 * The handbook without network. `UDGAVE` (the edition's files with their hashes, and which of them first) is written
 * above this text when the edition is built.
 *
 * Pages come from the network when there is one, since a phone number may have changed; a kept copy says when it was
 * fetched. Styles, scripts and fonts come from the copy. Files are kept by their hash: a new edition fetches what has
 * changed, and takes over when its card, contacts and steps are all there. Only this folder's addresses are touched.
 */
"use strict"

const HOME = new URL(self.registration.scope).pathname
const STORE = `handleplan:${HOME}`
const FETCHED = "x-handleplan-hentet"
const PATIENCE = 4000

const key = path => `${HOME}${path}?h=${UDGAVE.filer[path]}`

async function keep(path, response) {
  const headers = new Headers({
    "content-type": response.headers.get("content-type") || "application/octet-stream",
    [FETCHED]: new Date().toISOString(),
  })
  const store = await caches.open(STORE)
  await store.put(key(path), new Response(await response.blob(), { headers }))
}

async function fetchMissing(paths) {
  const store = await caches.open(STORE)
  const missing = []
  for (const path of paths) if (!(await store.match(key(path)))) missing.push(path)
  await Promise.all(missing.map(async path => {
    const response = await fetch(`${HOME}${path.replace(/(^|\/)index\.html$/, "$1")}`, { cache: "no-cache" })
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    await keep(path, response)
  }))
}

async function dropOthers() {
  const wanted = new Set(Object.keys(UDGAVE.filer).map(path => new URL(key(path), location).href))
  const store = await caches.open(STORE)
  for (const request of await store.keys()) if (!wanted.has(request.url)) await store.delete(request)
}

/* The kept copy; a page carries the time it was fetched, for `uden_net.js` to show. */
async function kept(path) {
  const store = await caches.open(STORE)
  const copy = await store.match(key(path))
  if (!copy || !path.endsWith(".html")) return copy
  const html = (await copy.text()).replace("<body", `<body data-gemt="${copy.headers.get(FETCHED)}"`)
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } })
}

async function fresh(request, path) {
  /* Asks the host even if the browser thinks its own copy is new enough: many hosts say nothing of how long a page lasts. */
  const answer = fetch(request.url, { cache: "no-cache", redirect: "manual" })
  const slow = new Promise((_, give) => setTimeout(give, PATIENCE, new Error("langsom forbindelse")))
  try {
    const response = await Promise.race([answer, slow])
    if (response.ok) await keep(path, response.clone())
    return response.status < 500 ? response : (await kept(path)) || response
  } catch (error) {
    return (await kept(path)) || answer
  }
}

async function quick(request, path) {
  return (await kept(path)) || fetch(request)
}

/* A page that is not kept, or is not there: without network the way on is the edition's own 404 page, which has the numbers. */
async function orWayOn(request) {
  try {
    return await fetch(request)
  } catch (error) {
    const page = new URL(request.url).pathname.startsWith(HOME) && (await kept("404.html"))
    if (!page) throw error
    return page
  }
}

/* "trin/stop/" → "trin/stop/index.html"; undefined when the edition has no such file. */
function fileOf(url) {
  if (url.origin !== location.origin || !url.pathname.startsWith(HOME)) return undefined
  const path = decodeURIComponent(url.pathname.slice(HOME.length))
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path
  return Object.hasOwn(UDGAVE.filer, file) ? file : undefined
}

self.addEventListener("install", event => {
  event.waitUntil(fetchMissing(UDGAVE.først).then(() => self.skipWaiting()))
})

self.addEventListener("activate", event => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()))
})

self.addEventListener("fetch", event => {
  const path = event.request.method === "GET" ? fileOf(new URL(event.request.url)) : undefined
  if (path === undefined) {
    if (event.request.mode === "navigate") event.respondWith(orWayOn(event.request))
    return
  }
  event.respondWith(path.endsWith(".html") ? fresh(event.request, path) : quick(event.request, path))
})

/* A page that has loaded asks for the rest, so that it does not compete with what the reader waits for. */
self.addEventListener("message", event => {
  if (event.data === "hent resten") event.waitUntil(fetchMissing(Object.keys(UDGAVE.filer)))
})
