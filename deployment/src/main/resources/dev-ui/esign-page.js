import { QwcHotReloadElement, css, html } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import { notifier } from 'notifier';

const EVERY_MILLIS = 1000;
const GIVEN_UP_MILLIS = 5000;

/** Shows what one JSON-RPC method answers, and asks again as long as somebody looks. */
export class EsignPage extends QwcHotReloadElement {

    static properties = {
        _data: { state: true }
    };

    static styles = css`
        :host {
            display: flex;
            flex-direction: column;
            gap: var(--lumo-space-m);
            padding: var(--lumo-space-m);
            color: var(--lumo-body-text-color);
        }
        a {
            color: inherit;
        }
        .scroll {
            overflow-x: auto;
        }
        table {
            width: 100%;
            border-collapse: collapse;
            font-size: var(--lumo-font-size-s);
        }
        caption {
            text-align: start;
            padding: var(--lumo-space-s) 0;
        }
        th, td {
            text-align: start;
            vertical-align: top;
            padding: var(--lumo-space-xs) var(--lumo-space-s);
            border-bottom: 1px solid var(--lumo-contrast-10pct);
        }
        th {
            font-weight: 500;
        }
        thead th {
            white-space: nowrap;
        }
        td.nowrap, time {
            white-space: nowrap;
        }
        ul {
            list-style: none;
            margin: 0;
            padding: 0;
        }
        code, pre {
            font-size: var(--lumo-font-size-xs);
            overflow-wrap: anywhere;
        }
        pre {
            white-space: pre-wrap;
            background: var(--lumo-contrast-5pct);
            padding: var(--lumo-space-s);
            margin: 0;
        }
        form {
            display: flex;
            flex-wrap: wrap;
            gap: var(--lumo-space-m);
            align-items: end;
        }
        label {
            display: flex;
            flex-direction: column;
            gap: var(--lumo-space-xs);
            font-size: var(--lumo-font-size-s);
        }
        input, select, button {
            font: inherit;
            color: var(--lumo-body-text-color);
            background: var(--lumo-contrast-5pct);
            border: 1px solid var(--lumo-contrast-40pct);
            border-radius: var(--lumo-border-radius-m);
            padding: var(--lumo-space-xs) var(--lumo-space-s);
        }
        option {
            color: black;
            background: white;
        }
        button {
            cursor: pointer;
            white-space: nowrap;
        }
        button:hover {
            background: var(--lumo-contrast-10pct);
        }
        button.link {
            border: none;
            background: none;
            padding: 0;
            text-decoration: underline;
        }
        :is(a, button, input, select):focus-visible {
            outline: 2px solid var(--lumo-primary-color);
            outline-offset: 2px;
        }
        h2 {
            font-size: var(--lumo-font-size-l);
            margin: 0;
        }
        p {
            margin: 0;
        }
        .good {
            color: var(--lumo-success-text-color);
        }
        .bad {
            color: var(--lumo-error-text-color);
        }
    `;

    jsonRpc = new JsonRpc('quarkus-esign', false);

    /** @param {string} method the JSON-RPC method that is asked */
    constructor(method) {
        super();
        this._method = method;
        this._data = null;
    }

    connectedCallback() {
        super.connectedCallback();
        this.refresh();
        this._timer = setInterval(() => document.hidden || this.refresh(), EVERY_MILLIS);
    }

    disconnectedCallback() {
        clearInterval(this._timer);
        super.disconnectedCallback();
    }

    hotReload() {
        this._asked = 0;
        this.refresh();
    }

    /** Asks at once, unless an answer is on its way. What was asked before a live reload is never answered. */
    refresh() {
        if (this._asked && Date.now() - this._asked < GIVEN_UP_MILLIS) {
            return;
        }
        this._asked = Date.now();
        this.jsonRpc[this._method]().then(answer => {
            this._asked = 0;
            const text = JSON.stringify(answer.result);
            if (text !== this._text) {
                this._text = text;
                this._data = answer.result;
            }
        }).catch(() => this._asked = 0);
    }

    /** Does something, then shows what came of it. */
    act(method, parameters = {}, done = '') {
        this.jsonRpc[method](parameters).then(answer => {
            if (answer.result.problem) {
                notifier.showErrorMessage(answer.result.problem);
            } else if (done) {
                notifier.showInfoMessage(done);
            }
            this._asked = 0;
            this.refresh();
        }).catch(answer => notifier.showErrorMessage(answer.error.message));
    }

    render() {
        if (!this._data) {
            return html`<p role="status">Waiting for the sandbox…</p>`;
        }
        return this.content(this._data);
    }

    /** A table that says what it shows, and when it is empty. */
    table(caption, heads, rows) {
        return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
            <caption>${caption}</caption>
            <thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
            <tbody>${rows.length ? rows : html`<tr><td colspan="${heads.length}">None.</td></tr>`}</tbody>
        </table></div>`;
    }

    time(at) {
        return html`<time datetime="${at}" title="${at}">${at.substring(0, 19).replace('T', ' ')}</time>`;
    }

    link(url, text, label = text) {
        return html`<a href="${url}" target="_blank" rel="noopener" aria-label="${label}">${text}</a>`;
    }

    latest(data, what) {
        return `${what}: ${data.total > data.rows.length ? `the latest ${data.rows.length} of ` : ''}${data.total}`;
    }
}

export { css, html };
