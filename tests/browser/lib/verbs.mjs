// Names that promise a change.

const VERBS = ["Approve", "Back up", "Cancel message", "Change", "Create", "Deactivate", "Delete", "Disable", "Edit", "Enable", "End", "Engage", "Import", "Invite", "Issue", "Kill", "Let in", "Make", "Move", "New", "Overwrite", "Reactivate", "Refuse", "Register", "Release", "Reload", "Replace", "Revoke", "Save", "Send", "Set", "Start over", "Stop", "Upgrade", "Withdraw"];
/** They begin like one and change nothing: a place, what is read next, what only this page does. */
const HARMLESS = /^(Kill switch|Stop following|End(s|ed)?:)/;
const PATTERN = new RegExp(`^(${VERBS.join("|")})\\b`, "i");

/** Whether a button or link says that it changes something. */
export const isChange = (name) => PATTERN.test(name) && !HARMLESS.test(name);
