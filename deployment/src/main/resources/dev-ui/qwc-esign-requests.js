import { EsignPage, html } from './esign-page.js';

/** What the sandbox was asked, and what it answered. */
export class QwcEsignRequests extends EsignPage {

    static properties = {
        ...EsignPage.properties,
        _shown: { state: true },
        _whole: { state: true }
    };

    constructor() {
        super('requests');
        this._shown = null;
        this._whole = '';
    }

    content(data) {
        return html`
            <p>Keys, salts, tokens and passwords are masked; equal ones have equal masks.</p>
            ${this.table(this.latest(data, 'Requests'),
                ['No.', 'Time (UTC)', 'Method', 'Request', 'Answer', 'Time taken', 'Faults'],
                data.rows.map(request => this._row(data.sandbox, request)))}`;
    }

    _row(sandbox, request) {
        const shown = this._shown === sandbox + request.id;
        const answer = request.status ? `${request.status} ${request.summary}` : request.delivery;
        return html`
            <tr>
                <td>${request.id}</td>
                <td>${this.time(request.at)}</td>
                <th scope="row"><button class="link" aria-expanded="${shown}" @click="${() => this._toggle(sandbox, request.id)}">
                    ${request.operation || 'no method'}</button></th>
                <td><code>${request.verb} ${request.path}</code></td>
                <td class="${this._isGood(request) ? '' : 'bad'}">
                    ${answer}${request.status && request.delivery !== 'whole' ? `, ${request.delivery}` : ''}</td>
                <td class="nowrap">${request.milliseconds} ms</td>
                <td>${request.faults.join('; ')}</td>
            </tr>
            ${shown ? html`<tr><td colspan="7"><pre>${this._whole}</pre></td></tr>` : ''}`;
    }

    _isGood(request) {
        return request.status >= 200 && request.status < 300 && !/^(Error|null)/.test(request.summary);
    }

    _toggle(sandbox, id) {
        const chosen = sandbox + id;
        if (this._shown === chosen) {
            this._shown = null;
            return;
        }
        this.jsonRpc.request({ id: id }).then(answer => {
            this._whole = answer.result;
            this._shown = chosen;
        });
    }
}

customElements.define('qwc-esign-requests', QwcEsignRequests);
