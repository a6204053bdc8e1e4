import { failure, open } from './api.js';
import { TOKEN_GIVEN } from './token.js';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/** Takes a stream of Server-Sent Events apart, however it is cut into pieces. */
export class EventReader {

  #rest = '';

  /** Answers the events that are complete with this piece, as {id, event, data}. */
  read(piece) {
    const blocks = (this.#rest + piece).replace(/\r\n?/g, '\n').split('\n\n');
    this.#rest = blocks.pop();
    return blocks.map((block) => {
      const event = {};
      for (const line of block.split('\n')) {
        const [, name, value] = /^([^:]*)(?:: ?(.*))?$/.exec(line);
        if (name === 'data' && event.data !== undefined) {
          event.data += `\n${value ?? ''}`;
        } else if (name) {
          event[name] = value ?? '';
        }
      }
      return event;
    });
  }
}

/**
 * Follows the service's events until the page ends, from where the last one was seen. EventSource can't send a token.
 * `onEvent` gets each event's data; `onAnew` is called when events may be missed, so that what is shown has to be read anew;
 * `onState` gets open, lost, or denied, which lasts until the person gives another token.
 */
export async function follow({ onEvent, onAnew, onState }) {
  let last = '';
  let wait = FIRST_WAIT;
  let before = false;
  for (;;) {
    const controller = new AbortController();
    const leave = () => controller.abort();
    addEventListener('pagehide', leave, { once: true });
    try {
      const response = await open('events', last ? { 'Last-Event-ID': last } : {}, controller.signal);
      if (!response.ok) {
        throw failure(response);
      }
      onState('open');
      wait = FIRST_WAIT;
      if (before && !last) {
        onAnew();
      }
      before = true;
      const reader = new EventReader();
      const text = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let piece = await text.read(); !piece.done; piece = await text.read()) {
        for (const event of reader.read(piece.value)) {
          last = event.id || last;
          if (event.event === 'gap') {
            onAnew();
          } else if (event.data) {
            onEvent(JSON.parse(event.data));
          }
        }
      }
    } catch (lost) {
      if (lost.status === 401 || lost.status === 403 || lost.status === 404) {
        onState('denied');
        await new Promise((resolve) => addEventListener(TOKEN_GIVEN, resolve, { once: true }));
        continue;
      }
      if (lost.status === 422) {
        last = '';
      }
      wait = Math.max(wait, (lost.problem?.retryAfter ?? 0) * 1000);
    } finally {
      removeEventListener('pagehide', leave);
    }
    onState('lost');
    await pause(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

/** Waits; shorter when the network is back or the page is looked at again. */
function pause(milliseconds) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    addEventListener('online', end);
  });
}
