import { EsignPage, css, html } from './esign-page.js';
import { pages } from 'build-time-data';
import 'qwc-extension-link';

/** Which eSign the application works with, and what happened there. */
export class QwcEsignCard extends EsignPage {

    static properties = {
        ...EsignPage.properties,
        description: { type: String },
        extensionName: { type: String }
    };

    static styles = [EsignPage.styles, css`
        :host {
            height: 100%;
            box-sizing: border-box;
            gap: var(--lumo-space-s);
            padding: 10px;
            font-size: var(--lumo-font-size-s);
        }
        dl {
            display: grid;
            grid-template-columns: auto 1fr;
            gap: 2px var(--lumo-space-s);
            margin: 0;
        }
        dt {
            font-weight: 500;
        }
        dd {
            margin: 0;
            overflow-wrap: anywhere;
        }
    `];

    constructor() {
        super('overview');
    }

    render() {
        return html`
            <p>${this.description}</p>
            ${this._data ? this.content(this._data) : html`<p role="status">Waiting for the application…</p>`}
            <nav aria-label="eSign">${pages.map(page => html`
                <qwc-extension-link namespace="${page.namespace}" extensionName="${this.extensionName}" iconName="${page.icon}"
                    displayName="${page.title}" tooltipContent="${page.title}" path="${page.id}" ?embed=${true}
                    webcomponent="${page.componentLink}"></qwc-extension-link>`)}
            </nav>`;
    }

    content(data) {
        const known = data.accounts.filter(account => account.address || data.sandbox);
        return html`<dl>
            ${known.map(account => html`
                <dt>${known.length > 1 ? account.name : 'Account'}</dt>
                <dd>${account.username} · key ${account.key}<br>${this._address(account, data.sandbox)}</dd>`)}
            ${data.sandbox ? this._counts(data.sandbox) : ''}
        </dl>`;
    }

    _address(account, sandbox) {
        if (account.address) {
            return html`${account.environment ? account.environment + ': ' : ''}${account.address} <b>(not the sandbox)</b>`;
        }
        return html`sandbox ${this.link(sandbox.url, sandbox.url)}`;
    }

    _counts(sandbox) {
        const counts = numbers => Object.entries(numbers).map(([name, number]) => `${number} ${name}`).join(', ') || 'none yet';
        return html`
            <dt>Sessions</dt><dd>${counts(sandbox.sessions)}</dd>
            <dt>Requests</dt><dd>${sandbox.requests}</dd>
            <dt>Webhooks</dt><dd>${counts(sandbox.deliveries)}</dd>
            ${sandbox.faults ? html`<dt>Faults</dt><dd class="bad">${sandbox.faults} set up</dd>` : ''}`;
    }
}

customElements.define('qwc-esign-card', QwcEsignCard);
