// The practice board: moves the clock without reloading the phones, lets it run, asks before starting over.

const form = document.getElementById("clock-form");
const clock = document.getElementById("clock");
const problem = document.getElementById("problem");
const dialog = document.getElementById("confirm");
const csrf = document.querySelector('meta[name="csrf"]').content;
const MINUTE = 60000;

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
  const answer = await fetch("/practice/clock", { headers: { Accept: "application/json" } });
  if (answer.ok) clock.textContent = (await answer.json()).now;
}
setInterval(() => refreshClock().catch(() => {}), MINUTE / 2);
document.addEventListener("visibilitychange", () => refreshClock().catch(() => {}));

document.getElementById("restart").addEventListener("click", () => dialog.showModal());
