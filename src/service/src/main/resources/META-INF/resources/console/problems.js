import { h } from './dom.js';

const CURES = {
  'console:network': 'Nothing on this page is lost.',
  'role-missing': 'Your token lacks the role for this. Ask whoever gives out the tokens.',
  'account-refused': 'You can’t help it: tell whoever runs this service.',
  'internal-error': 'Tell whoever runs this service, with the reference below.',
};

/** Shows a problem document: what is wrong, what to do, eSign's own words, and what isn't about a field of the page. */
export function problemBox(failure, { unplaced = failure.problem.problems ?? [], more } = {}) {
  const { title, detail, texts, instance, retryAfter } = failure.problem;
  const cure = CURES[failure.kind];
  return h('div', { class: 'note bad', role: 'alert' },
    h('p', { class: 'lead' }, title),
    detail ? h('p', {}, detail) : null,
    texts?.length ? [h('p', {}, 'eSign says:'), h('ul', {}, texts.map((text) => h('li', {}, text)))] : null,
    unplaced.length ? h('ul', {}, unplaced.map(({ field, problem }) => h('li', {}, field ? h('code', {}, field) : null, field ? ' ' : null, problem))) : null,
    cure ? h('p', {}, cure) : null,
    retryAfter ? h('p', {}, `Try again in ${retryAfter} s.`) : null,
    more,
    instance ? h('p', { class: 'small' }, 'Reference: ', h('code', {}, instance)) : null);
}
