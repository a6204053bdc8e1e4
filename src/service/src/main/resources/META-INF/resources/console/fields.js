import { focusOn, freshId, h } from './dom.js';

/** The fields of a form by the names that problem documents have for them, so that each problem gets to its field. */
export class Fields {

  #known = new Map();

  /** Makes a label, its control, a hint and a place for what is wrong, under the name that the API has for the value. */
  field(name, label, control, { hint, required } = {}) {
    const id = freshId('field');
    const error = h('p', { class: 'error', id: `${id}-error` });
    const hintId = hint ? `${id}-hint` : '';
    control.id = id;
    control.setAttribute('aria-describedby', `${hintId} ${id}-error`.trim());
    if (required) {
      control.setAttribute('aria-required', 'true');
    }
    this.register(name, control, error);
    control.addEventListener('input', () => this.#clear({ control, error }));
    return h('div', { class: 'field' },
      h('label', { for: id }, label, required ? null : h('span', { class: 'soft optional' }, ' optional')),
      control, hint ? h('p', { class: 'hint', id: hintId }, hint) : null, error);
  }

  register(name, control, error) {
    this.#known.set(name, { control, error });
  }

  forget(prefix) {
    [...this.#known.keys()].filter((name) => name.startsWith(prefix)).forEach((name) => this.#known.delete(name));
  }

  clear() {
    this.#known.forEach((known) => this.#clear(known));
  }

  /** Shows problems at their fields, the first with the focus. Answers those that belong to no field. */
  show(problems) {
    this.clear();
    const unplaced = [];
    const touched = new Set();
    for (const problem of problems) {
      const known = this.#find(problem.field);
      if (known) {
        touched.add(known);
        known.control.setAttribute('aria-invalid', 'true');
        known.error.textContent = known.error.textContent ? `${known.error.textContent}; ${problem.problem}` : problem.problem;
      } else {
        unplaced.push(problem);
      }
    }
    const first = [...touched].sort((a, b) => (a.control.compareDocumentPosition(b.control) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))[0];
    if (first) {
      first.control.closest('details')?.setAttribute('open', '');
      focusOn(first.control);
    }
    return unplaced;
  }

  /** The field itself, or the one that it is a part of: copyTo.emails[1] is in copyTo.emails. */
  #find(name) {
    for (let part = name ?? ''; part; part = part.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '')) {
      if (this.#known.has(part)) {
        return this.#known.get(part);
      }
    }
    return undefined;
  }

  #clear({ control, error }) {
    control.removeAttribute('aria-invalid');
    error.textContent = '';
  }
}
