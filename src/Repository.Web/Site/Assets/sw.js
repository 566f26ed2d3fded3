// Reads again without a connection what was read before. The network always answers first; only what it does not answer comes from the copies kept here.
const folder = '{recursos}'; // style sheet and drawings of this release
const offline = '/sin-conexion/';
const own = ['site.css', 'site.js', 'icons.svg', 'favicon.svg', 'weave.svg', 'petate.svg', 'assembly.svg'].map(name => folder + name);
const [pages, pictures, parts] = ['paginas', 'imagenes', 'recursos'];
const mostPages = 60, mostBytes = 20_000_000, largestPicture = 500_000;
const never = /^\/(umbraco|desk|api|kits|feeds|compartir|healthz|metrics|sw\.js)(\/|$)/;

addEventListener('install', event => {
  skipWaiting();
  event.waitUntil(caches.open(parts).then(cache => cache.addAll([offline, ...own])));
});

addEventListener('activate', event => event.waitUntil((async () => {
  await clients.claim();
  const cache = await caches.open(parts);
  for (const { url } of await cache.keys()) if (!own.includes(new URL(url).pathname) && !url.endsWith(offline)) await cache.delete(url);
  // The page that brought this worker along was loaded without it.
  for (const { url } of await clients.matchAll({ type: 'window' })) {
    const { origin, pathname } = new URL(url);
    if (origin === location.origin && !never.test(pathname)) await fetch(url).then(answer => keepPage(url, answer), () => {});
  }
})()));

addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || never.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (pathname.startsWith('/recursos/')) event.respondWith(part(event));
  else if (pathname.startsWith('/media/') && request.destination === 'image') event.respondWith(picture(event));
});

async function page(event) {
  const { url } = event.request;
  try {
    const answer = await fetch(event.request);
    event.waitUntil(keepPage(url, answer.clone()));
    return answer;
  } catch (failure) {
    return await found(pages, url) ?? await offlinePage() ?? Promise.reject(failure);
  }
}

async function part(event) {
  try {
    return await fetch(event.request);
  } catch (failure) {
    // A page of an earlier release gets what its name means now, as it would from the site.
    return await found(parts, folder + event.request.url.split('/').pop()) ?? Promise.reject(failure);
  }
}

async function picture(event) {
  const { url } = event.request;
  try {
    const answer = await fetch(event.request);
    if (answer.status === 200) event.waitUntil(keep(pictures, url, answer.clone(), largestPicture));
    return answer;
  } catch (failure) {
    return await found(pictures, url) ?? Promise.reject(failure);
  }
}

async function found(name, url) {
  return (await caches.open(name)).match(url, { ignoreVary: true });
}

// What was withdrawn is not read here either.
async function keepPage(url, answer) {
  if (answer.status === 404 || answer.status === 410) await (await caches.open(pages)).delete(url, { ignoreVary: true });
  // What is for one person alone is kept by nobody.
  if (answer.headers.get('cache-control')?.includes('no-store')) return;
  if (answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html')) await keep(pages, url, answer, mostBytes);
}

async function keep(name, url, answer, most) {
  if (Number(answer.headers.get('content-length')) > most) return;
  const body = await answer.blob();
  if (body.size > most) return;
  const cache = await caches.open(name);
  await cache.delete(url, { ignoreVary: true }); // what was read last stands last
  await cache.put(url, new Response(body, { headers: { 'content-type': answer.headers.get('content-type'), 'content-security-policy': answer.headers.get('content-security-policy') ?? '', 'x-size': body.size } }));
  await makeRoom();
}

// Pictures go first, then pages, what was read longest ago before all else.
async function makeRoom() {
  const kept = [];
  for (const name of [pictures, pages]) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) kept.push({ cache, name, request, size: Number((await cache.match(request, { ignoreVary: true }))?.headers.get('x-size')) });
  }
  let bytes = kept.reduce((sum, { size }) => sum + size, 0);
  let count = kept.filter(({ name }) => name === pages).length;
  for (const { cache, name, request, size } of kept) {
    if (bytes <= mostBytes && (name !== pages || count <= mostPages)) continue;
    await cache.delete(request, { ignoreVary: true });
    bytes -= size;
    if (name === pages) count--;
  }
}

// The page that says so, with links to what can be read all the same. Titles come from the site's own pages, escaped as they are there.
async function offlinePage() {
  const kept = await found(parts, offline);
  if (!kept) return null;
  const cache = await caches.open(pages);
  let list = '';
  for (const request of (await cache.keys()).reverse()) {
    const title = (await (await cache.match(request, { ignoreVary: true })).text()).match(/<meta property="og:title" content="([^"]*)">/)?.[1];
    const { pathname, search } = new URL(request.url);
    if (title) list += `<li><a href="${(pathname + search).replaceAll('&', '&amp;').replaceAll('"', '%22')}">${title}</a></li>`;
  }
  return new Response((await kept.text()).replace('<!--visitadas-->', () => list), { status: 503, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': kept.headers.get('content-security-policy') ?? '' } });
}
