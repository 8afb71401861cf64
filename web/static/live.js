// A review page that stays up to date: told that something changed, it fetches itself anew.
// Out of sight it lets its connection go, because a browser has only six of them for one address.

const note = document.getElementById("live-note");
const PAUSE = 400; // milliseconds: several changes at once are one renewal
const time = new Intl.DateTimeFormat(document.documentElement.lang === "da" ? "da-DK" : "en-GB", {
  hour: "2-digit", minute: "2-digit", second: "2-digit",
});

let source = null;
let timer = 0;
let retry = 0;

function place() {
  const main = document.getElementById("main");
  const links = [...main.querySelectorAll("a, button")];
  return links.indexOf(document.activeElement);
}

function restore(index) {
  if (index < 0) return;
  document.getElementById("main").querySelectorAll("a, button")[index]?.focus({ preventScroll: true });
}

async function renew() {
  const answer = await fetch(location.href, { headers: { "X-Live": "1" } });
  if (answer.status === 401) {
    location.reload();
    return;
  }
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = document.getElementById("main");
  const renewed = document.importNode(fresh.getElementById("main"), true);
  if (renewed.isEqualNode(main)) return;
  const index = place();
  main.replaceChildren(...renewed.childNodes);
  restore(index);
  note.textContent = `${note.dataset.updated} ${time.format(new Date())}`;
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(() => renew().catch(() => {}), PAUSE);
}

function listen() {
  clearTimeout(retry);
  source?.close();
  source = null;
  if (document.hidden || !window.EventSource) return;
  const opened = new EventSource("/review/feed");
  source = opened;
  opened.addEventListener("open", soon);
  opened.addEventListener("changed", soon);
  opened.onerror = () => {
    if (opened.readyState === EventSource.CLOSED) retry = setTimeout(listen, 5000);
  };
}

document.addEventListener("visibilitychange", listen);
listen();
