import { button, fill, focusOn, freshId, h, say } from './dom.js';
import { newSigner } from './draft.js';
import { finding } from './documents.js';

const METHODS = [
  ['none', 'The link in the invitation'],
  ['password', 'A password'],
  ['sms', 'A code by SMS'],
  ['kba', 'Questions about the person (billed)'],
  ['kbaPlusPassword', 'Questions and a password (billed)'],
];

/** The signers of a draft, whose order can be changed; roles that the tags name are offered. */
export function signersPart(draft, fields, changed) {
  const id = freshId('signers');
  const roles = h('datalist', { id: `${id}-roles` });
  const offers = h('div', { class: 'offers' });
  const about = h('ul', { class: 'findings' });
  const list = h('ol', { class: 'signers' });
  const error = h('p', { class: 'error', id: `${id}-error` });
  const adding = button('Add a signer', () => add(newSigner()), { 'aria-describedby': error.id });
  const element = h('section', { class: 'card', 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title` }, 'Signers'), offers, list, about, error, h('div', { class: 'buttons' }, adding), roles);

  let known = [];

  fields.register('signers', adding, error);

  function add(signer) {
    draft.signers.push(signer);
    adding.removeAttribute('aria-invalid');
    error.textContent = '';
    show();
    const fieldset = list.lastElementChild;
    focusOn(fieldset.querySelector(signer.role ? '[data-name=firstName]' : '[data-name=role]'));
    say(`Signer ${draft.signers.length} added`);
    changed();
  }

  function remove(index) {
    draft.signers.splice(index, 1);
    show();
    say(`Signer ${index + 1} removed`);
    focusOn(list.children[Math.min(index, draft.signers.length - 1)]?.querySelector('.remove') ?? adding);
    changed();
  }

  function move(index, step) {
    const [signer] = draft.signers.splice(index, 1);
    draft.signers.splice(index + step, 0, signer);
    show();
    const buttons = list.children[index + step].querySelectorAll('.move');
    focusOn([...buttons].find((one) => one.dataset.step === String(step) && !one.disabled) ?? [...buttons].find((one) => !one.disabled));
    say(`${signer.role || 'The signer'} is number ${index + step + 1} of ${draft.signers.length} now`);
    changed();
  }

  function show() {
    fields.forget('signers[');
    fill(list, draft.signers.map(row));
    showOffers();
  }

  function showOffers() {
    const free = known.filter((role) => !draft.signers.some((signer) => signer.role.trim() === role));
    fill(offers, free.length ? [
      h('p', { class: 'small soft' }, 'Roles in the documents’ tags'),
      h('div', { class: 'buttons tight' }, free.map((role) => button(`Add ${role}`, () => add(newSigner(role)), { class: 'chip' }))),
    ] : null);
  }

  function row(signer, index) {
    const name = `signers[${index}]`;
    const input = (member, label, attributes, options) => fields.field(`${name}.${member}`, label, h('input', {
      '.value': signer[attributes.member ?? member],
      'data-name': attributes.member ?? member,
      autocomplete: 'off',
      on: {
        input: (event) => {
          signer[attributes.member ?? member] = event.target.value;
        },
        ...attributes.on,
      },
      ...Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== 'on' && key !== 'member')),
    }), options);
    const method = h('select', {
      'data-name': 'method',
      on: {
        change: () => {
          signer.method = method.value;
          show();
          focusOn(list.children[index].querySelector('[data-name=method]'));
        },
      },
    }, METHODS.map(([value, text]) => h('option', { value, '.selected': signer.method === value }, text)));
    return h('li', {}, h('fieldset', {},
      h('legend', {}, `Signer ${index + 1}`),
      h('div', { class: 'grid' },
        input('role', 'Role', { list: roles.id, on: { change: changed } }, { required: true }),
        input('email', 'E-mail', { type: 'email', inputmode: 'email' }, { required: true }),
        input('firstName', 'First name', {}),
        input('lastName', 'Last name', {}, { required: true }),
        fields.field(`${name}.authentication.method`, 'Identified by', method, { required: true }),
        ['password', 'kbaPlusPassword'].includes(signer.method)
          ? input('authentication.password', 'Password', { member: 'password', type: 'password', autocomplete: 'new-password' }, { required: true, hint: 'Tell it to the signer yourself, not by e-mail.' }) : null,
        signer.method === 'sms' ? input('authentication.phoneNumber', 'Phone number', { member: 'phoneNumber', type: 'tel' }, { hint: 'Empty when eSign knows it.' }) : null),
      h('div', { class: 'buttons tight' },
        button('Move up', () => move(index, -1), { class: 'quiet move', 'data-step': -1, disabled: index === 0, 'aria-label': `Move signer ${index + 1} up` }),
        button('Move down', () => move(index, 1), { class: 'quiet move', 'data-step': 1, disabled: index === draft.signers.length - 1, 'aria-label': `Move signer ${index + 1} down` }),
        button('Remove', () => remove(index), { class: 'quiet remove', 'aria-label': `Remove signer ${index + 1}` }))));
  }

  show();
  return {
    element,
    /** Takes what the check of the tags says: the roles that nobody has yet, and what is wrong with the signers. */
    offer(check) {
      known = check.roles;
      fill(roles, known.map((role) => h('option', { value: role })));
      showOffers();
      fill(about, check.aboutSigners.map(finding));
    },
  };
}
