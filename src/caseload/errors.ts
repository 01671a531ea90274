/**
 * A mistake that the user can mend: shown as one line, exit code 2. The message says what is wrong and what to do,
 * and never holds a cell of the data.
 */
export class UserError extends Error {}
