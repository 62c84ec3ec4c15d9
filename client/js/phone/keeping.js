/** Keeping the page on the phone, so that it opens without a network; and taking it away when nobody needs it. */

const WORKER = "/worker.js";
const MOST_WAIT_MS = 20000;

/** Some browsers have no worker, as where nothing shall be kept. */
const canKeep = "serviceWorker" in navigator;

/** The page as it is now. Not everybody asks at once. */
export async function keepPage() {
  if (!canKeep) return;
  const known = await navigator.serviceWorker.getRegistration(location.pathname);
  if (!isOurs(known)) return void (await navigator.serviceWorker.register(address(), { scope: location.pathname }));
  setTimeout(() => known?.active?.postMessage("keep"), Math.random() * MOST_WAIT_MS);
}

/** Nothing of it stays on the phone: it may be a tablet that goes on to somebody else. */
export async function letGo() {
  if (!canKeep) return;
  const known = await navigator.serviceWorker.getRegistration(location.pathname);
  if (isOurs(known)) await known?.unregister();
  await caches.delete(`talko ${location.pathname}`);
}

/** A phone of the same workshop has an address that begins alike. @param {ServiceWorkerRegistration | undefined} known */
function isOurs(known) {
  return known !== undefined && new URL(known.scope).pathname === location.pathname;
}

/** A policy can be made once. @type {any} */
let policy;

/** A script's address is trusted only if it is this one. */
function address() {
  policy ??= /** @type {any} */ (window).trustedTypes?.createPolicy("talko", { createScriptURL: only });
  return policy?.createScriptURL(WORKER) ?? WORKER;
}

/** @param {string} url */
function only(url) {
  if (url !== WORKER) throw new TypeError(url);
  return url;
}
