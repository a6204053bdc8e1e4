import { button, freshId, h } from './dom.js';

/** Shows a dialog and answers what it was closed with. The browser gives the focus back. */
export function showDialog(title, ...content) {
  return new Promise((resolve) => {
    const titleId = freshId('dialog');
    const before = document.activeElement;
    const dialog = h('dialog', { 'aria-labelledby': titleId }, h('h2', { id: titleId }, title), ...content);
    dialog.addEventListener('close', () => {
      dialog.remove();
      before?.focus?.();
      resolve(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Asks whether to do it. The harmless answer has the focus. */
export async function confirmed(title, text, yes, { grave = false, no = 'Back' } = {}) {
  const form = h('form', { method: 'dialog' },
    h('p', {}, text),
    h('div', { class: 'buttons end' },
      button(no, () => form.closest('dialog').close(''), { autofocus: true }),
      h('button', { class: grave ? 'grave' : 'primary', value: 'yes' }, yes)));
  return await showDialog(title, form) === 'yes';
}
