// The web chat: what is typed, pressed and attached. Enter sends; what is not sent is kept.

import { CHOOSING, onLine, post, start, sync } from "./connection.js";
import { isTall, make, scrollToEnd } from "./log.js";

const talk = document.getElementById("talk");
const words = talk.dataset;
const form = document.getElementById("compose");
const box = document.getElementById("text");
const file = document.getElementById("file");
const problem = document.getElementById("problem");
const pending = document.getElementById("pending");
const DRAFT = `draft ${words.base}`;
const TALLEST = 0.4; // share of the window that the box may grow to
const RETRY = 2000; // milliseconds
const touch = window.matchMedia("(pointer: coarse)").matches;

let pressed = false;
let queue = Promise.resolve();

function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 2, window.innerHeight * TALLEST)}px`;
}

function say(sentence) {
  problem.textContent = sentence;
  problem.hidden = !sentence;
}

function keepDraft() {
  sessionStorage.setItem(DRAFT, box.value);
}

function setText(text) {
  box.value = text;
  keepDraft();
  grow();
}

// One message on its way: shown at once, and replaced by its line when the hotline has it.
function bubble(text) {
  const item = make("li", "line mine");
  const body = make("div", "bubble");
  body.append(make("p", "text", text));
  const meta = make("p", "meta", words.sending);
  item.append(body, meta);
  pending.append(item);
  pending.hidden = false;
  scrollToEnd();
  return { item, meta, text };
}

function remove(waiting) {
  waiting.item.remove();
  pending.hidden = !pending.children.length;
}

function failed(waiting, retry, sentence) {
  const again = make("button", "link", words.again);
  const discard = make("button", "link", words.discard);
  again.type = discard.type = "button";
  again.addEventListener("click", () => {
    waiting.meta.textContent = words.sending;
    box.focus();
    enqueue(() => resend(waiting, retry));
  });
  discard.addEventListener("click", () => {
    remove(waiting);
    box.focus();
  });
  waiting.item.dataset.failed = "yes";
  waiting.meta.replaceChildren(`${words.failed} `, again, " ", discard);
  say(sentence || words.failedSaid);
  scrollToEnd();
}

// Messages leave one after the other, in the order they were written.
function enqueue(task) {
  queue = queue.then(task, task);
  return queue;
}

async function deliver(waiting, request) {
  let refusal;
  try {
    refusal = await request();
  } catch {
    failed(waiting, request);
    return;
  }
  if (refusal) {
    failed(waiting, request, refusal);
    return;
  }
  waiting.meta.textContent = words.sent;
  await synced();
  remove(waiting);
}

// The hotline has the message; it stays in sight until its line has come.
async function synced() {
  for (;;) {
    try {
      await sync();
      return;
    } catch {
      await new Promise((resolve) => { setTimeout(resolve, RETRY); });
    }
  }
}

// An answer that was lost may have been a yes: look first whether the message stands there.
async function resend(waiting, request) {
  try {
    await sync();
  } catch {
    failed(waiting, request);
    return;
  }
  if (waiting.item.isConnected) await deliver(waiting, request);
}

function sendText() {
  const text = box.value.trim();
  if (!text) return;
  say("");
  if ([...text].length > Number(words.limit)) {
    post("send", { text }).then(say, () => say(words.failedSaid));
    return;
  }
  setText("");
  const waiting = bubble(text);
  enqueue(() => deliver(waiting, () => post("send", { text })));
}

function sendFile(chosen) {
  say("");
  if (chosen.size > Number(words.fileLimit)) {
    say(words.tooLarge);
    return;
  }
  const waiting = bubble(`${words.file}: ${chosen.name}`);
  enqueue(() => deliver(waiting, () => {
    const body = new FormData();
    body.append("file", chosen);
    return post("file", body);
  }));
}

function press(button) {
  const choices = button.closest(".choices").querySelectorAll("button");
  for (const choice of choices) choice.setAttribute("aria-disabled", "true");
  button.classList.add("chosen");
  pressed = true;
  say("");
  enqueue(() => deliverPress(button, choices));
}

async function deliverPress(button, choices) {
  let refusal;
  try {
    refusal = await post("press", {
      outbox: Number(button.dataset.outbox), data: button.dataset.data,
    });
  } catch {
    refusal = words.failedSaid;
  }
  if (refusal) {
    pressed = false;
    say(refusal);
  }
  for (const choice of choices) choice.removeAttribute("aria-disabled");
  button.classList.remove("chosen");
}

// After a press, the answer's first button is next (of a long answer, first its beginning); an
// answer without buttons waits for words.
onLine((line, item) => {
  if (line.from === "me") {
    const same = [...pending.children].find((waiting) => (
      waiting.querySelector(".text").textContent === line.text
    ));
    if (same) {
      same.remove();
      pending.hidden = !pending.children.length;
    }
    return;
  }
  if (!pressed) return;
  const first = item.querySelector(".choice");
  if (first && isTall(item)) item.focus({ preventScroll: true });
  else if (first) first.focus({ preventScroll: true });
  else if (!touch) box.focus({ preventScroll: true });
  pressed = false;
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  sendText();
  box.focus();
});
box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (!event.repeat) form.requestSubmit();
});
box.addEventListener("input", () => {
  keepDraft();
  grow();
});
talk.addEventListener("keydown", (event) => {
  if (event.repeat && event.target.closest("button")) event.preventDefault();
});
talk.addEventListener("click", (event) => {
  const button = event.target.closest("button.choice");
  if (button && button.getAttribute("aria-disabled") !== "true") press(button);
});
document.getElementById("attach").addEventListener("click", () => file.click());
file.addEventListener("change", () => {
  if (file.files[0]) sendFile(file.files[0]);
  file.value = "";
  box.focus();
});

setText(sessionStorage.getItem(DRAFT) || "");
start().then(() => {
  if (!sessionStorage.getItem(CHOOSING)) return;
  sessionStorage.removeItem(CHOOSING);
  const last = [...talk.querySelectorAll(".choices")].at(-1);
  last?.querySelector(".choice").focus({ preventScroll: true });
});
