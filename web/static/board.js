// The practice board: moves the clock without reloading the phones, lets it run, keeps the starter
// course up to date, asks before starting over.

const form = document.getElementById("clock-form");
const clock = document.getElementById("clock");
const problem = document.getElementById("problem");
const dialog = document.getElementById("confirm");
const csrf = document.querySelector('meta[name="csrf"]').content;
const MINUTE = 60000;
const PAUSE = 400; // milliseconds: several changes at once are one renewal

async function askClock(minutes) {
  const body = new URLSearchParams({ minutes });
  const answer = await fetch(form.action, {
    method: "POST", body, headers: { "X-CSRF": csrf, Accept: "application/json" },
  });
  if (!answer.ok) throw new Error(String(answer.status));
  clock.textContent = (await answer.json()).now;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  problem.hidden = true;
  try {
    await askClock(event.submitter.value);
  } catch {
    problem.hidden = false;
  }
});

async function refreshClock() {
  if (document.hidden) return;
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (answer.ok) clock.textContent = (await answer.json()).now;
}
setInterval(() => refreshClock().catch(() => {}), MINUTE / 2);
document.addEventListener("visibilitychange", () => refreshClock().catch(() => {}));

document.getElementById("restart").addEventListener("click", () => dialog.showModal());

let source = null;
let timer = 0;

function keepUnfolded(before, after) {
  if (before.dataset.current !== after.dataset.current) return;
  for (const part of after.querySelectorAll("details")) {
    const same = before.querySelector(`#${part.id}`);
    if (same) part.open = same.open;
  }
}

async function renewCourse() {
  const answer = await fetch(`/practice/course${location.search}`);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const before = document.getElementById("course");
  const after = document.importNode(page.getElementById("course"), true);
  keepUnfolded(before, after);
  if (after.isEqualNode(before)) return;
  const focused = before.contains(document.activeElement) && document.activeElement.closest("details")?.id;
  const [was, is] = [before, after].map((one) => one.querySelector(".course-count").dataset.long);
  before.replaceWith(after);
  if (focused) document.querySelector(`#${focused} > summary`)?.focus({ preventScroll: true });
  if (was !== is) document.getElementById("course-news").textContent = is;
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(() => renewCourse().catch(() => {}), PAUSE);
}

function listen() {
  source?.close();
  source = null;
  if (document.hidden) return;
  source = new EventSource("/practice/feed");
  source.addEventListener("open", soon);
  source.addEventListener("changed", soon);
}

document.addEventListener("visibilitychange", listen);
listen();
