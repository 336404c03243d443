/** A reason not to start, told in a sentence to the person at the keyboard, who needs no stack trace. */
export class StartupProblem extends Error {}

/** The sentence for a failure of the operating system at `path`; any other error is handed back as it is. */
export function folderProblem(error: unknown, path: string): unknown {
  const sentences: Record<string, string> = {
    EACCES: `Mayfly may not write to ${path}. Make the folder yours, or copy the project to a folder of your own.`,
    EPERM: `Mayfly may not write to ${path}. Make the folder yours, or copy the project to a folder of your own.`,
    EROFS: `${path} lies on a read-only disk. Copy the project to a folder that can be written to.`,
    ENOSPC: `The disk that holds ${path} is full. Make room and start again.`,
    EDQUOT: `Your disk quota for ${path} is used up. Make room and start again.`,
    ENOTDIR: `${path} can't be a folder, because a file is in its place. Move that file away and start again.`,
    EEXIST: `${path} can't be a folder, because a file is in its place. Move that file away and start again.`,
  }
  const sentence = sentences[codeOf(error)]
  return sentence === undefined ? error : new StartupProblem(sentence, { cause: error })
}

/** The operating system's code of an error, such as `ENOENT`; empty for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
