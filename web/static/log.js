// The list of messages: adds lines in order, each once, and takes spent buttons away.

import { isSafeLink, outgoing, parse } from "./markup.js";

const talk = document.getElementById("talk");
const live = document.getElementById("live");
const log = document.getElementById("log");
const pill = document.getElementById("pill");
const words = talk.dataset;
const locale = document.documentElement.lang === "da" ? "da-DK" : "en-GB";
const zone = "Europe/Copenhagen";
const dayFormat = new Intl.DateTimeFormat(locale, {
  weekday: "long", day: "numeric", month: "long", timeZone: zone,
});
const timeFormat = new Intl.DateTimeFormat(locale, {
  hour: "2-digit", minute: "2-digit", timeZone: zone,
});
const NEAR_END = 80; // pixels from the end within which a reader counts as being there

let last = 0;
let lastDay = "";
let unread = 0;
const title = document.title;

export const lastId = () => last;

export function make(name, className, text) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

export function scrollToEnd() {
  talk.scrollTop = talk.scrollHeight;
  document.scrollingElement.scrollTop = document.scrollingElement.scrollHeight;
  pill.hidden = true;
}

export const isTall = (item) => item.offsetHeight > talk.clientHeight;

// The newest message is in sight; of one that is taller than the screen, its beginning.
function follow(item) {
  scrollToEnd();
  if (isTall(item)) item.scrollIntoView({ block: "start" });
}

function isAtEnd() {
  return talk.scrollHeight - talk.scrollTop - talk.clientHeight < NEAR_END;
}

function daySeparator(at) {
  const day = dayFormat.format(at);
  if (day === lastDay) return;
  lastDay = day;
  log.append(make("li", "day", day));
}

function fileLink(file) {
  const link = make("a", "file", `${words.file}: ${file.name}`);
  link.href = `${words.base}/file/${encodeURIComponent(file.id)}`;
  link.setAttribute("download", "");
  return link;
}

function button(line, spec) {
  if (spec.url) {
    const link = make("a", "choice", spec.text);
    return isSafeLink(spec.url) ? outgoing(link, spec.url) : link;
  }
  const made = make("button", "choice", spec.text);
  made.type = "button";
  made.dataset.data = spec.data;
  made.dataset.outbox = line.outbox;
  return made;
}

function buttons(line) {
  const box = make("div", "choices");
  for (const row of line.buttons) {
    const made = make("div", "choice-row");
    made.append(...row.map((spec) => button(line, spec)));
    box.append(made);
  }
  return box;
}

function bubble(line, at) {
  const mine = line.from === "me";
  const item = make("li", mine ? "line mine" : "line");
  item.tabIndex = -1;
  if (line.outbox) item.dataset.outbox = line.outbox;
  item.append(make("span", "unseen", `${mine ? words.me : words.hotline}: `));
  const body = make("div", "bubble");
  if (line.text) {
    const text = make("p", "text");
    text.append(mine ? line.text : parse(line.text));
    body.append(text);
  }
  if (line.file) body.append(fileLink(line.file));
  item.append(body);
  if (line.buttons?.length) item.append(buttons(line));
  const time = make("time", "", timeFormat.format(at));
  time.dateTime = line.at;
  const foot = make("p", "meta");
  foot.append(time, mine ? ` · ${words.sent}` : "");
  item.append(foot);
  return item;
}

// Whoever stood on a button that goes away stands on its message instead.
function settle(outbox) {
  const item = log.querySelector(`li[data-outbox="${CSS.escape(outbox)}"]`);
  const choices = item?.querySelector(".choices");
  if (!choices) return;
  if (choices.contains(document.activeElement)) item.focus({ preventScroll: true });
  choices.remove();
}

function tellUnread(line) {
  if (!document.hidden || line.from === "me" || live.ariaBusy === "true") return;
  unread += 1;
  document.title = `(${unread}) ${words.new} – ${title}`;
}

// Adds one line and returns its item; nothing for one that is known, or that only settles another.
export function add(line) {
  if (line.id <= last) return null;
  last = line.id;
  if (line.settles) {
    settle(String(line.settles));
    return null;
  }
  const stay = !isAtEnd() && line.from !== "me";
  const at = new Date(line.at);
  daySeparator(at);
  const item = bubble(line, at);
  log.append(item);
  if (stay) pill.hidden = false;
  else follow(item);
  tellUnread(line);
  return item;
}

export function caughtUp() {
  live.setAttribute("aria-busy", "false");
}

// A bar or a growing box takes room away: whoever read the newest message goes on doing so.
let atEnd = true;
talk.addEventListener("scroll", () => {
  atEnd = isAtEnd();
  if (atEnd) pill.hidden = true;
}, { passive: true });
new ResizeObserver(() => { if (atEnd) scrollToEnd(); }).observe(talk);
pill.addEventListener("click", scrollToEnd);
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  unread = 0;
  document.title = title;
});
