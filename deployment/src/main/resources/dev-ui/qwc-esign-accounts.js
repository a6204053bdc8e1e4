import { EsignPage, html } from './esign-page.js';

/** The configured accounts, without a secret. */
export class QwcEsignAccounts extends EsignPage {

    constructor() {
        super('overview');
    }

    content(data) {
        return html`
            ${this.table('Accounts of this application', ['Account', 'eSign', 'User', 'API key'], data.accounts.map(account => html`
                <tr>
                    <th scope="row">${account.name}</th>
                    <td>${account.address ? html`${account.address} ${account.environment ? `(${account.environment})` : ''}`
                        : data.sandbox ? html`sandbox ${this.link(data.sandbox.url, data.sandbox.url)}` : 'sandbox'}</td>
                    <td>${account.username}</td>
                    <td>${account.key}</td>
                </tr>`))}
            ${data.sandbox ? '' : html`<p>The sandbox doesn't run: an address is configured, or
                <code>quarkus.esign.devservices.enabled</code> is false.</p>`}`;
    }
}

customElements.define('qwc-esign-accounts', QwcEsignAccounts);
