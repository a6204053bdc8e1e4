/** What is being composed. It outlives its page, but not this tab. */
export class Draft {

  constructor() {
    this.title = '';
    this.message = '';
    this.reference = '';
    this.order = 'any';
    this.expiresOn = '';
    this.reminderDays = '';
    this.copyEmails = '';
    this.copyDelivery = 'links';
    this.files = [];
    this.signers = [];
    /** One key for all attempts to send this draft, so that they make one session. */
    this.generatedKey = uuid();
    /** Whether an attempt may have reached eSign, so that the key has to stay. */
    this.isKeyFixed = false;
  }

  get key() {
    return this.reference.trim() || this.generatedKey;
  }

  /** The session as the API takes it; the files follow in their order. */
  session() {
    const emails = this.copyEmails.split(/[\s,;]+/).filter(Boolean);
    return {
      title: this.title.trim(),
      message: this.message.trim() || undefined,
      signingOrder: this.order,
      expiresOn: this.expiresOn || undefined,
      reminderDays: this.reminderDays === '' ? undefined : Number(this.reminderDays),
      copyTo: emails.length ? { delivery: this.copyDelivery, emails } : undefined,
      documents: this.files.map((file) => ({ fileName: file.name, anchorTags: file.hasTags })),
      signers: this.signers.map((signer, index) => signerOf(signer, this.order === 'sequential' ? index + 1 : undefined)),
    };
  }

  form() {
    const form = new FormData();
    form.append('session', new Blob([JSON.stringify(this.session())], { type: 'application/json' }));
    this.files.forEach((file) => form.append('document', file.file, file.name));
    return form;
  }

  /** What can be seen to be missing without asking, by the names of the API. */
  missing() {
    const problems = [];
    const want = (value, field, problem) => value.trim() || problems.push({ field, problem });
    want(this.title, 'title', 'Give the session a title.');
    if (this.files.length === 0) {
      problems.push({ field: 'documents', problem: 'Add at least one document.' });
    }
    if (this.signers.length === 0) {
      problems.push({ field: 'signers', problem: 'Add at least one signer.' });
    }
    this.signers.forEach((signer, index) => {
      want(signer.role, `signers[${index}].role`, 'Give the role, such as Seller 1.');
      want(signer.lastName, `signers[${index}].lastName`, 'Give the last name.');
      want(signer.email, `signers[${index}].email`, 'Give the e-mail address.');
    });
    return problems;
  }
}

export function newSigner(role = '') {
  return { role, firstName: '', lastName: '', email: '', method: 'none', password: '', phoneNumber: '' };
}

function signerOf(signer, sequence) {
  const authentication = {
    method: signer.method,
    password: ['password', 'kbaPlusPassword'].includes(signer.method) ? signer.password : undefined,
    phoneNumber: signer.method === 'sms' ? signer.phoneNumber.trim() || undefined : undefined,
  };
  return {
    role: signer.role.trim(),
    firstName: signer.firstName.trim() || undefined,
    lastName: signer.lastName.trim(),
    email: signer.email.trim(),
    authentication: signer.method === 'none' ? undefined : authentication,
    sequence,
  };
}

/** crypto.randomUUID is missing on pages that came without TLS. */
function uuid() {
  const random = crypto.getRandomValues(new Uint8Array(16));
  random[6] = (random[6] & 0x0f) | 0x40;
  random[8] = (random[8] & 0x3f) | 0x80;
  return [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
