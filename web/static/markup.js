// Turns the small markup of the hotline's texts (<b>, <i>, <a href>) into nodes.
// Everything is set as text: nothing that people wrote can ever become markup.

const TAG = /<(\/?)(b|i|a)(?: href="([^"<>]*)")?>/g;
const ELEMENTS = { b: "strong", i: "em", a: "a" };
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&amp;": "&" };
const SAFE_LINK = /^(https?:|tel:|mailto:)/i;

function plain(text) {
  return text.replace(/&(?:lt|gt|quot|#39|#x27|amp);/g, (entity) => ENTITIES[entity]);
}

export function isSafeLink(address) {
  return SAFE_LINK.test(address);
}

export function outgoing(link, address) {
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

function element(name, address) {
  const made = document.createElement(ELEMENTS[name]);
  if (name === "a" && isSafeLink(plain(address || ""))) outgoing(made, plain(address));
  return made;
}

export function parse(text) {
  const root = document.createDocumentFragment();
  const open = [{ name: "", node: root }];
  let from = 0;
  for (const found of text.matchAll(TAG)) {
    const [tag, closing, name, address] = found;
    open.at(-1).node.append(plain(text.slice(from, found.index)));
    from = found.index + tag.length;
    if (!closing) {
      const node = element(name, address);
      open.at(-1).node.append(node);
      open.push({ name, node });
    } else if (open.at(-1).name === name) {
      open.pop();
    }
  }
  open.at(-1).node.append(plain(text.slice(from)));
  return root;
}
