// Leads an old address on, with the choices and the section that stand in it. A copy on a USB stick has no server that
// finds a folder's page.
const til = document.currentScript.dataset.til
location.replace(til + (location.protocol === "file:" ? "index.html" : "") + location.search + location.hash)
