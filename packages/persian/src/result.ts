/**
 * The answer of every parser in this package. `code` is a stable word that callers translate;
 * `warning` marks a value that is accepted but worth showing to the user.
 */
export type Result<Value, Code extends string, Warning extends string = never> =
  | { ok: true; value: Value; warning?: Warning }
  | { ok: false; code: Code }

export const accept = <Value>(value: Value) => ({ ok: true, value }) as const

export const refuse = <Code extends string>(code: Code) => ({ ok: false, code }) as const
