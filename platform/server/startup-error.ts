/** A text shown before anybody's language is known. */
export type BothLanguages = { fa: string; en: string }

/**
 * A reason why the program cannot start (or a command cannot run) that the administrator can mend.
 * `code` is stable; `text` says in both languages what is wrong and what to do. `message` is the English one.
 */
export class StartupError extends Error {
  readonly code: string
  readonly text: BothLanguages

  constructor(code: string, text: BothLanguages, options?: ErrorOptions) {
    super(text.en, options)
    this.name = 'StartupError'
    this.code = code
    this.text = text
  }
}
