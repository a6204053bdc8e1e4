/** Makes an element: attributes, `on` with listeners, properties that begin with a dot; then its children. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (name === 'on') {
      Object.entries(value).forEach(([event, listener]) => element.addEventListener(event, listener));
    } else if (name.startsWith('.')) {
      element[name.slice(1)] = value;
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  put(element, ...children);
  return element;
}

/** Adds children; texts stay texts, and what is missing is left out. */
export function put(parent, ...children) {
  parent.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return parent;
}

export function fill(parent, ...children) {
  parent.replaceChildren();
  return put(parent, ...children);
}

export function button(text, onClick, attributes = {}) {
  return h('button', { type: 'button', on: { click: onClick }, ...attributes }, text);
}

let ids = 0;

export function freshId(prefix) {
  ids += 1;
  return `${prefix}-${ids}`;
}

/** Tells people who don't see the page what has changed. */
export function say(text) {
  const log = document.getElementById('said');
  log.append(h('p', {}, text));
  while (log.childElementCount > 5) {
    log.firstElementChild.remove();
  }
}

export function focusOn(element) {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}
