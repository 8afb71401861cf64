// Keeps the conversation up to date: what is missing first, then a live stream that finds its way
// back after every loss. Where streams do not work, it asks every few seconds instead.

import { add, caughtUp, lastId } from "./log.js";

const words = document.getElementById("talk").dataset;
const lost = document.getElementById("lost");
const csrf = document.querySelector('meta[name="csrf"]').content;
const PATIENCE = 2000; // milliseconds without a connection before it is said
const LONGEST_WAIT = 15000;
const POLL = 4000;

// Set while the page changes its language: whoever chose it goes on from the newest buttons.
export const CHOOSING = `choosing ${words.base}`;

let source = null;
let failures = 0;
let timer = 0;
let saying = 0;
let arrived = () => {};

export function onLine(listener) {
  arrived = listener;
}

function sayLost() {
  if (!saying) saying = setTimeout(() => { lost.textContent = lost.dataset.text; }, PATIENCE);
}

function sayFound() {
  clearTimeout(saying);
  saying = 0;
  lost.textContent = "";
  failures = 0;
}

function take(line) {
  const item = add(line);
  if (item) arrived(line, item);
}

// The session ended on the server: the page itself says what to do.
function endedIf(status) {
  if (status === 401 || status === 404) location.reload();
}

export async function sync() {
  for (let more = true; more;) {
    const answer = await fetch(`${words.base}/lines?after=${lastId()}`, {
      headers: { Accept: "application/json" },
    });
    if (!answer.ok) {
      endedIf(answer.status);
      throw new Error(`lines: ${answer.status}`);
    }
    const found = await answer.json();
    found.lines.forEach(take);
    more = found.more;
  }
}

async function connect() {
  clearTimeout(timer);
  source?.close();
  source = null;
  if (pausedOnBoard()) return;
  try {
    await sync();
    caughtUp();
  } catch {
    sayLost();
    again();
    return;
  }
  if (window.EventSource) listen();
  else again(POLL);
}

function listen() {
  if (source) return;
  const opened = new EventSource(`${words.base}/feed?after=${lastId()}`);
  source = opened;
  opened.onopen = sayFound;
  opened.onmessage = (event) => take(JSON.parse(event.data));
  opened.addEventListener("language", () => {
    sessionStorage.setItem(CHOOSING, "yes");
    location.reload();
  });
  opened.onerror = () => {
    sayLost();
    if (opened.readyState !== EventSource.CLOSED || opened !== source) return;
    source = null;
    again();
  };
}

function again(wait) {
  failures += 1;
  clearTimeout(timer);
  timer = setTimeout(connect, wait ?? Math.min(1000 * 2 ** failures, LONGEST_WAIT));
}

// A browser opens six connections to one address; three phones out of sight would hold three.
function pausedOnBoard() {
  return document.hidden && window !== window.top;
}

export async function post(path, body) {
  const isForm = body instanceof FormData;
  const headers = { "X-CSRF": csrf, Accept: "application/json" };
  if (!isForm) headers["Content-Type"] = "application/json";
  let answer;
  try {
    answer = await fetch(`${words.base}/${path}`, {
      method: "POST", headers, body: isForm ? body : JSON.stringify(body),
    });
  } catch (error) {
    connect();
    throw error;
  }
  endedIf(answer.status);
  if (answer.ok) return "";
  const said = await answer.json().catch(() => ({}));
  return said.error || String(answer.status);
}

export function start() {
  window.addEventListener("online", connect);
  window.addEventListener("offline", sayLost);
  document.addEventListener("visibilitychange", () => {
    if (pausedOnBoard()) connect();
    else if (!document.hidden && source?.readyState !== EventSource.OPEN) connect();
  });
  return connect();
}
