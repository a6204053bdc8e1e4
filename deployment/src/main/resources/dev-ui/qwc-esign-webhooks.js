import { EsignPage, html } from './esign-page.js';

/** Whom the sandbox told of changes, and how that went. */
export class QwcEsignWebhooks extends EsignPage {

    constructor() {
        super('deliveries');
    }

    content(data) {
        return html`
            <form @submit="${event => { event.preventDefault(); this.act('testWebhook', {}, 'Sent to all receivers.'); }}">
                <button type="submit">Send a test message</button>
            </form>
            ${this.table(this.latest(data, 'Webhook calls'),
                ['No.', 'Time (UTC)', 'Receiver', 'Message', 'Session', 'Outcome', 'Tries', 'Action'],
                data.rows.map(delivery => html`
                    <tr>
                        <td>${delivery.id}${delivery.repeats ? ` (${delivery.repeats} again)` : ''}</td>
                        <td>${this.time(delivery.at)}</td>
                        <td>${delivery.url}</td>
                        <td>${delivery.type} ${delivery.status}</td>
                        <td>${this.link(`${data.sandbox}/sessions/${delivery.session}`, delivery.session)}</td>
                        <td class="${delivery.state === 'delivered' ? 'good' : delivery.state === 'pending' ? '' : 'bad'}">
                            ${delivery.state}${delivery.outcome ? `, ${delivery.outcome}` : ''}</td>
                        <td>${delivery.tries}</td>
                        <td>${delivery.repeatable ? html`<button aria-label="Send ${delivery.id} again"
                            @click="${() => this.act('redeliver', { id: delivery.id })}">Send again</button>` : ''}</td>
                    </tr>`))}`;
    }
}

customElements.define('qwc-esign-webhooks', QwcEsignWebhooks);
