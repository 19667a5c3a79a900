/** Every error an operator can meet, with its remedy. The README lists the same codes; a test holds the two together. */

export const remedies = {
  'content-invalid': 'correct the lines named above',
  'data-locked': 'stop the other process, or give this one its own folder with BRIDGEKEEPER_DATA',
  'data-unreadable': 'restore the named file from a backup, or move it away; it was not touched',
  'data-schema-unknown': 'run the version of Bridgekeeper that wrote it; it was not touched',
  'data-unwritable': 'make the data folder writable and check that the disk has room',
  'credentials-missing':
    'set MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType and MicrosoftAppTenantId',
  'credentials-invalid': 'use SingleTenant, MultiTenant or UserAssignedMSI, with the values that type needs',
  'tenants-missing': 'set BRIDGEKEEPER_TENANTS to the tenant ids that may use the bot, separated by commas',
  'port-taken': 'choose another with PORT',
  'input-unreadable': 'check the file that was named',
  'project-exists': 'give it a name of its own with --project, or let it take the place with --replace',
  usage: 'see bridgekeeper help',
} as const;

export type ErrorCode = keyof typeof remedies;

/** An operator's mistake: one line, with the remedy. `details` come before it, a line each. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
  readonly code: ErrorCode;
  readonly details: readonly string[];

  constructor(code: ErrorCode, message: string, details: readonly string[] = []) {
    super(message);
    this.code = code;
    this.details = details;
  }

  /** What the terminal shows. */
  get report(): string {
    return [...this.details, `${this.message} [${this.code}]: ${remedies[this.code]}.`].join('\n');
  }
}
