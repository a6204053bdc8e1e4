const SESSIONS = {
  InDraft: ['Draft', 'plain'],
  InSent: ['Out for signature', 'info'],
  Completed: ['Completed', 'good'],
  Cancelled: ['Cancelled', 'bad'],
  Deleted: ['Deleted', 'plain'],
  InPaused: ['Paused', 'busy'],
  Expired: ['Expired', 'bad'],
  Purged: ['Purged', 'plain'],
  Archived: ['Archived', 'good'],
};

const SIGNERS = {
  PendingInvite: ['Not invited yet', 'plain'],
  Invited: ['Invited', 'info'],
  InProgress: ['Signing', 'busy'],
  Completed: ['Signed', 'good'],
  Cancelled: ['Cancelled', 'bad'],
  Declined: ['Declined', 'bad'],
  Delegated: ['Delegated', 'plain'],
  AuthenticationFailed: ['Not identified', 'bad'],
};

/** The status of a session for people: a word and a tone. What eSign doesn't document stays as it came. */
export function sessionStatus(status) {
  return SESSIONS[status] ?? [status ?? 'Unknown', 'plain'];
}

export function signerStatus(status) {
  return SIGNERS[status] ?? [status ?? 'Unknown', 'plain'];
}

const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' });

export function moment(instant) {
  return MOMENT.format(new Date(instant));
}

/** eSign lets sessions expire at midnight UTC. */
export function utcDay(instant) {
  return DAY.format(new Date(instant));
}

export function bytes(count) {
  if (count < 1000) {
    return `${count} B`;
  }
  const [divisor, unit] = count < 1_000_000 ? [1000, 'kB'] : [1_000_000, 'MB'];
  const value = count / divisor;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

export function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/** The day so many days from today, as date fields write it. */
export function dayAhead(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
