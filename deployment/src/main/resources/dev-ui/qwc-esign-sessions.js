import { EsignPage, html } from './esign-page.js';

/** Signing sessions with their signers, and the ways to the sandbox's own pages. */
export class QwcEsignSessions extends EsignPage {

    constructor() {
        super('sessions');
    }

    content(data) {
        return html`
            <p>${this.link(data.sandbox, 'Sandbox')} · ${this.link(data.sandbox + '/mailbox', 'Mailbox')}: what eSign would have
                sent</p>
            ${this.table(this.latest(data, 'Sessions'), ['Title', 'Status', 'Signers', 'Documents', 'Created (UTC)', 'Owner'],
                data.rows.map(session => html`
                    <tr>
                        <th scope="row">${this.link(session.url, session.title || session.id)}</th>
                        <td class="nowrap">${session.status}</td>
                        <td><ul>${session.signers.map(signer => this._signer(signer))}</ul></td>
                        <td>${session.documents}</td>
                        <td>${this.time(session.createdOn)}</td>
                        <td>${session.owner}</td>
                    </tr>`))}`;
    }

    _signer(signer) {
        return html`<li>${signer.role}: ${signer.name}, ${signer.status}
            ${signer.invitation ? this.link(signer.invitation, 'invitation', `invitation of ${signer.name}`) : ''}</li>`;
    }
}

customElements.define('qwc-esign-sessions', QwcEsignSessions);
