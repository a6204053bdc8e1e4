import { ask } from './api.js';

const LARGEST = 15_000_000;
const NOBODY = '-';
const UNTAGGED = ['NO_TAGS', 'DOCUMENT_NOT_READ', 'PDF_WITHOUT_TEXT'];

/**
 * Has the tags of files checked against the roles of signers. Answers findings by file name, those about signers, the roles
 * that the tags name but nobody has, and the names of files that are too large to be checked beforehand.
 */
export async function checkTags(files, roles) {
  const checked = files.filter((file) => file.file.size <= LARGEST);
  const result = { byFile: new Map(checked.map((file) => [file.name, []])), aboutSigners: [], roles: [], skipped: files.filter((file) => !checked.includes(file)).map((file) => file.name) };
  if (checked.length === 0) {
    return result;
  }
  const form = new FormData();
  checked.forEach((file) => form.append('document', file.file, file.name));
  // Without any role the tags' roles wouldn't be told.
  (roles.length ? roles : [NOBODY]).forEach((role) => form.append('role', role));
  const { findings } = (await ask('POST', 'anchor-tags/check', { form })).body;
  const found = new Set();
  for (const finding of findings) {
    const role = finding.code === 'ROLE_WITHOUT_SIGNER' ? roleOf(finding.tag) : undefined;
    if (role) {
      found.add(role);
    }
    if (finding.document === undefined) {
      if (roles.length) {
        result.aboutSigners.push(finding);
      }
    } else {
      result.byFile.get(finding.document)?.push(finding);
    }
  }
  result.roles = [...found].sort((a, b) => a.localeCompare(b, undefined, { numeric: true }));
  return result;
}

/** Whether the findings say that there is no tag in the file, so that eSign needn't look for any. */
export function isUntagged(findings) {
  return findings.some((finding) => UNTAGGED.includes(finding.code));
}

/** sig_req_Seller 1_… names its role in the third place. */
function roleOf(tag) {
  return tag?.split('_')[2]?.trim();
}
