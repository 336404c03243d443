/** A problem with a sentence for the person at the keyboard, who needs no stack trace. */
export class SetupProblem extends Error {}
