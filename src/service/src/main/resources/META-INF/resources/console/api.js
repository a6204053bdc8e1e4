import { token } from './token.js';

const NETWORK = {
  type: 'console:network',
  title: 'The service can’t be reached',
  detail: 'The connection was lost or never came about. Check the network and try again.',
};
const CANCELLED = { type: 'console:cancelled', title: 'The upload was cancelled', detail: '' };

/** A request that failed, with the problem document that says why. */
export class Failure extends Error {
  constructor(problem, status = 0) {
    super(problem.title);
    this.problem = problem;
    this.status = status;
  }

  get kind() {
    return this.problem.type.replace('urn:esign:problem:', '');
  }

  /** Whether the service may have done it all the same. */
  get isOpen() {
    return this.status === 0 || this.status >= 500 || this.status === 409;
  }
}

/**
 * Asks the service. When it wants a token, the person is asked for one, and the request is sent again.
 * Answers {status, headers, body}; fails with a Failure.
 */
export async function ask(method, path, { json, form, headers = {} } = {}) {
  const answer = await withToken(async () => {
    const body = json === undefined ? form : JSON.stringify(json);
    let response;
    try {
      response = await fetch(path, {
        method,
        body,
        cache: 'no-store',
        headers: { Accept: 'application/json', ...(json === undefined ? {} : { 'Content-Type': 'application/json' }), ...token.header(), ...headers },
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch {
      throw new Failure(NETWORK);
    }
  });
  return read(answer);
}

/** Opens a stream; the caller reads it. */
export async function open(path, headers, signal) {
  return withToken(async () => {
    let response;
    try {
      response = await fetch(path, { cache: 'no-store', signal, headers: { Accept: 'text/event-stream', ...token.header(), ...headers } });
    } catch {
      throw new Failure(NETWORK);
    }
    if (response.ok) {
      return response;
    }
    return { status: response.status, headers: response.headers, text: await response.text() };
  });
}

/**
 * Sends a form and tells how far it is: fetch can't. `onProgress` gets the bytes that are sent and those in all;
 * `onCancellable` gets a function that breaks the upload off.
 */
export async function upload(path, form, { headers = {}, onProgress, onCancellable }) {
  const answer = await withToken(() => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    Object.entries({ Accept: 'application/json', ...token.header(), ...headers })
      .forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener('progress', (event) => onProgress(event.loaded, event.total));
    request.upload.addEventListener('load', (event) => onProgress(event.total, event.total));
    request.addEventListener('load', () => resolve({
      status: request.status,
      headers: { get: (name) => request.getResponseHeader(name) },
      text: request.responseText,
    }));
    request.addEventListener('error', () => reject(new Failure(NETWORK)));
    request.addEventListener('abort', () => reject(new Failure(CANCELLED)));
    onCancellable(() => request.abort());
    request.send(form);
  }));
  return read(answer);
}

async function withToken(send) {
  for (;;) {
    const used = token.value;
    const answer = await send();
    if (answer.status !== 401) {
      return answer;
    }
    const refused = failure(answer);
    // Another request may have asked the person meanwhile; where a proxy names the caller, a token is no cure.
    if (refused.kind === 'caller-unknown' || (token.value === used && !await token.ask(refused.problem))) {
      throw refused;
    }
  }
}

function read(answer) {
  if (answer.status >= 400) {
    throw failure(answer);
  }
  return { status: answer.status, headers: answer.headers, body: answer.text ? JSON.parse(answer.text) : null };
}

export function failure(answer) {
  let problem;
  try {
    problem = JSON.parse(answer.text);
  } catch {
    problem = {};
  }
  return new Failure({
    type: 'console:no-problem',
    title: `The service answered ${answer.status}`,
    detail: 'It didn’t say why. Something between this page and the service may have answered instead.',
    ...problem,
    retryAfter: Number(answer.headers.get('Retry-After')) || undefined,
  }, answer.status);
}
