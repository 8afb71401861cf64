// A review page that stays up to date: told that something changed, it fetches itself anew and
// exchanges its parts marked data-live, except one that somebody is filling in or reading open.
// Out of sight it lets its connection go, because a browser has only six of them for one address.

const note = document.getElementById("live-note");
const PAUSE = 400; // milliseconds: several changes at once are one renewal
const time = new Intl.DateTimeFormat(document.documentElement.lang === "da" ? "da-DK" : "en-GB", {
  hour: "2-digit", minute: "2-digit", second: "2-digit",
});

let source = null;
let timer = 0;
let retry = 0;

function busy(part) {
  return part.querySelector("input:checked, details[open]") !== null
    || part.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");
}

function exchange(part, renewed) {
  if (renewed === null || renewed.isEqualNode(part) || busy(part)) return false;
  const links = [...part.querySelectorAll("a, button")];
  const index = links.indexOf(document.activeElement);
  part.replaceWith(renewed);
  if (index >= 0) renewed.querySelectorAll("a, button")[index]?.focus({ preventScroll: true });
  return true;
}

async function renew() {
  const answer = await fetch(location.href, { headers: { "X-Live": "1" } });
  if (answer.status === 401) {
    location.reload();
    return;
  }
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const parts = [...document.querySelectorAll("[data-live]")];
  const changed = parts.filter((part) => {
    const renewed = fresh.getElementById(part.id);
    return exchange(part, renewed && document.importNode(renewed, true));
  });
  if (changed.length) note.textContent = `${note.dataset.updated} ${time.format(new Date())}`;
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
