/**
 * A fault that whoever starts the server can mend: a wrong setting, a folder that cannot be written, a missing
 * program. Its message is one whole line for that person; a program that meets it prints the message, no stack, and
 * ends with an exit code that is not 0.
 */
export class SetUpFault extends Error {
  override name = 'SetUpFault'
}
