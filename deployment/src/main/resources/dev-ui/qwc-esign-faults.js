import { EsignPage, html } from './esign-page.js';

/** Switches for the misbehaviour of the sandbox, and its clock. */
export class QwcEsignFaults extends EsignPage {

    constructor() {
        super('faults');
    }

    content(data) {
        return html`
            <h2>Faults</h2>
            <form @submit="${this._add}">
                <label>What happens
                    <select name="kind">${data.kinds.map(kind => html`<option value="${kind.id}">${kind.label}</option>`)}</select>
                </label>
                <label>To calls of
                    <select name="method">
                        <option value="">any method</option>
                        ${data.methods.map(method => html`<option>${method}</option>`)}
                    </select>
                </label>
                <label>How many (empty: until removed)
                    <input name="next" type="number" min="1" step="1" value="1">
                </label>
                <button type="submit">Set up</button>
            </form>
            ${this.table('Faults that are set up', ['No.', 'Fault', 'Calls hit', 'Action'], data.rows.map(fault => html`
                <tr>
                    <td>${fault.id}</td>
                    <th scope="row">${fault.description}</th>
                    <td>${fault.hits}</td>
                    <td><button aria-label="Remove fault ${fault.id}"
                        @click="${() => this.act('removeFault', { id: fault.id })}">Remove</button></td>
                </tr>`))}
            ${data.rows.length > 1 ? html`<div><button @click="${() => this.act('clearFaults')}">Remove all</button></div>` : ''}
            <h2>Clock</h2>
            <p>The sandbox's clock says ${this.time(data.now)} (UTC). What becomes due on the way happens: reminders, expiry, purges.</p>
            <form @submit="${this._advance}">
                <label>Move it forward by (90s, 31h, 4d, PT1H30M)
                    <input name="duration" required value="1d">
                </label>
                <button type="submit">Move</button>
            </form>`;
    }

    _add(event) {
        event.preventDefault();
        this.act('addFault', Object.fromEntries(new FormData(event.target)));
    }

    _advance(event) {
        event.preventDefault();
        this.act('advanceClock', Object.fromEntries(new FormData(event.target)), 'The clock was moved.');
    }
}

customElements.define('qwc-esign-faults', QwcEsignFaults);
