import { button, fill, freshId, h, say } from './dom.js';
import { bytes, plural } from './words.js';

/** The documents of a draft: dropped or chosen, each with what the check of its tags says. */
export function documentsPart(draft, fields, changed) {
  const list = h('ul', { class: 'files' });
  const inputId = freshId('files');
  const error = h('p', { class: 'error', id: `${inputId}-error` });
  const input = h('input', {
    type: 'file', id: inputId, multiple: true, class: 'unseen', 'aria-describedby': `${inputId}-hint ${inputId}-error`,
    accept: '.docx,.doc,.xlsx,.xls,.pdf,.png,.jpg,.jpeg,.gif,.tif,.tiff,.bmp',
    on: {
      change: () => {
        add(input.files);
        input.value = '';
      },
    },
  });
  const zone = h('div', { class: 'drop' }, input,
    h('label', { for: inputId }, h('strong', {}, 'Choose files'), ' or drop them here'),
    h('p', { class: 'hint', id: `${inputId}-hint` }, 'Word, Excel, PDF or images, 100 MB in all'));
  const element = h('section', { class: 'card', 'aria-labelledby': `${inputId}-title` },
    h('h2', { id: `${inputId}-title` }, 'Documents'), zone, error, list);
  let check = { byFile: new Map(), skipped: [] };
  let depth = 0;

  fields.register('documents', input, error);
  element.addEventListener('dragenter', (event) => drag(event, 1));
  element.addEventListener('dragover', (event) => event.preventDefault());
  element.addEventListener('dragleave', (event) => drag(event, -1));
  element.addEventListener('drop', (event) => {
    drag(event, -depth);
    add(event.dataTransfer.files);
  });

  function drag(event, step) {
    event.preventDefault();
    depth += step;
    zone.classList.toggle('over', depth > 0);
  }

  function add(files) {
    const added = [...files].filter((file) => file.size > 0);
    for (const file of added) {
      draft.files.push({ file, name: freeName(file.name), hasTags: false, chosen: false });
    }
    if (added.length < files.length) {
      error.textContent = 'Folders and empty files can’t be sent.';
    } else {
      error.textContent = '';
      input.removeAttribute('aria-invalid');
    }
    if (added.length) {
      say(`${plural(added.length, 'document')} added`);
      show();
      changed();
    }
  }

  /** Findings name files, so no two may have the same name. */
  function freeName(name) {
    const taken = new Set(draft.files.map((file) => file.name));
    const dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length;
    let free = name;
    for (let i = 2; taken.has(free); i += 1) {
      free = `${name.slice(0, dot)} (${i})${name.slice(dot)}`;
    }
    return free;
  }

  function remove(file) {
    const index = draft.files.indexOf(file);
    draft.files.splice(index, 1);
    show();
    say(`${file.name} removed`);
    (list.children[Math.min(index, draft.files.length - 1)]?.querySelector('.remove') ?? input).focus();
    changed();
  }

  function show() {
    const focused = document.activeElement?.id;
    fields.forget('documents[');
    fill(list, draft.files.map(row));
    if (focused) {
      document.getElementById(focused)?.focus();
    }
  }

  function row(file, index) {
    const findings = check.byFile.get(file.name);
    file.rowId ??= freshId('file');
    const tags = h('input', {
      type: 'checkbox', id: `${file.rowId}-tags`, '.checked': file.hasTags,
      on: {
        change: () => {
          file.hasTags = tags.checked;
          file.chosen = true;
          show();
          changed();
        },
      },
    });
    const rowError = h('p', { class: 'error', id: `${file.rowId}-error` });
    tags.setAttribute('aria-describedby', rowError.id);
    fields.register(`documents[${index}]`, tags, rowError);
    return h('li', { class: 'file' },
      h('div', { class: 'file-head' },
        h('span', { class: 'kind', 'aria-hidden': 'true' }, file.name.includes('.') ? file.name.slice(file.name.lastIndexOf('.') + 1).slice(0, 4) : '?'),
        h('span', { class: 'file-name' }, h('strong', {}, file.name), h('span', { class: 'soft small' }, bytes(file.file.size))),
        button('Remove', () => remove(file), { class: 'quiet remove', id: `${file.rowId}-remove`, 'aria-label': `Remove ${file.name}` })),
      h('label', { class: 'check', for: tags.id }, tags, 'Has anchor tags'),
      rowError,
      findingsOf(file, findings));
  }

  function findingsOf(file, findings) {
    if (check.skipped.includes(file.name)) {
      return file.hasTags ? h('p', { class: 'hint' }, 'Too large to be checked beforehand; eSign will read its tags.') : null;
    }
    if (!file.chosen) {
      return h('p', { class: 'hint' }, 'Looking for tags …');
    }
    if (!file.hasTags) {
      const unreadable = findings?.find((finding) => finding.code.startsWith('DOCUMENT_') && finding.code !== 'DOCUMENT_NOT_READ');
      return unreadable ? h('ul', { class: 'findings' }, finding(unreadable)) : h('p', { class: 'hint' }, 'eSign won’t look for tags in it.');
    }
    if (!findings) {
      return null;
    }
    // Who is still to be entered isn't a mistake of the document.
    const mistakes = findings.filter((one) => one.code !== 'ROLE_WITHOUT_SIGNER' || draft.signers.some((signer) => signer.role.trim()));
    if (mistakes.length === 0) {
      return h('p', { class: 'fine' }, 'Its tags are fine');
    }
    const errors = mistakes.filter((one) => one.severity === 'error').length;
    return h('details', { open: errors > 0 },
      h('summary', {}, h('span', { class: 'badge', 'data-tone': errors ? 'bad' : 'busy' }, errors ? plural(errors, 'mistake') : plural(mistakes.length, 'hint')), ' in its tags'),
      h('ul', { class: 'findings' }, mistakes.map(finding)));
  }

  show();
  return {
    element,
    show(now) {
      check = now;
      show();
    },
  };
}

export function finding(one) {
  return h('li', { 'data-tone': one.severity === 'error' ? 'bad' : 'busy' },
    h('p', {}, one.tag ? [h('code', {}, one.tag), ' '] : null, one.problem),
    h('p', { class: 'soft small' }, [one.place?.description, one.cure].filter(Boolean).join(' — ')));
}
