/** The worker of one phone: its page and its files stay on the phone, so that it opens where there is no network. */

// Only what this phone itself was shown is kept: its own page, and the files that are the same for all.

const worker = /** @type {any} */ (self);
const page = new URL(worker.registration.scope).pathname;
const CACHE = `talko ${page}`;
const FILES = "/a/";
/** Who waits longer than this sees the page as it was. */
const PATIENCE_MS = 5000;

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(keepAnew().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", (/** @type {any} */ event) => event.waitUntil(keepAnew()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (mode === "navigate" && pathname === page) event.respondWith(opened(event.request));
  else if (pathname.startsWith(FILES)) event.respondWith(file(event.request));
});

/** The page as the server has it; as it was, where the server does not answer. @param {Request} request */
async function opened(request) {
  const asked = fetch(request).then(remembered);
  const old = await caches.match(page, { cacheName: CACHE });
  if (!old) return asked;
  const late = new Promise((then) => setTimeout(then, PATIENCE_MS, old));
  return Promise.race([asked.catch(() => old), late]);
}

/** Whoever may not see the page any longer does not keep it. @param {Response} answer */
async function remembered(answer) {
  if (answer.status === 403 || answer.status === 404) await caches.delete(CACHE);
  else if (answer.ok && !answer.redirected && (await caches.has(CACHE))) await (await caches.open(CACHE)).put(page, answer.clone());
  return answer;
}

/** Their address changes with their content. Where all was let go of, nothing is kept anew. @param {Request | string} request */
async function file(request) {
  if (!(await caches.has(CACHE))) return fetch(request);
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** Files of an earlier release go. */
async function keepAnew() {
  await caches.open(CACHE);
  const answer = await remembered(await fetch(page, { cache: "no-store" }));
  const text = await answer.text();
  const needed = [...text.matchAll(/(?:href|src|data-late)="(\/a\/[^"]+)"/g)].map(([, path]) => path ?? "");
  const release = needed[0]?.split("/").slice(0, 3).join("/") ?? FILES;
  const cache = await caches.open(CACHE);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== page && !pathname.startsWith(release)) await cache.delete(url);
  }
  await Promise.all(answer.ok ? needed.map(file) : []);
}
