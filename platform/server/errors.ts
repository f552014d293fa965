import { commonErrors } from '../contract/index.ts'

interface AppErrorOptions {
  status?: number
  /** Values for the text of `error.<code>`, also sent to programs. */
  params?: Record<string, unknown>
  /** Faults at fields; `message` may be left empty, it is filled from the code's text. */
  fields?: { path: string; code: string; params?: Record<string, unknown> }[]
  /** The record as it is now, for conflicts. */
  current?: unknown
}

/** An expected failure with a stable code; everything else thrown is a bug. */
export class AppError extends Error {
  readonly code: string
  readonly options: AppErrorOptions

  constructor(code: string, options: AppErrorOptions = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.options = options
  }
}

export const notFound = (code = 'notFound') => new AppError(code, { status: commonErrors.notFound })
export const forbidden = () => new AppError('forbidden', { status: commonErrors.forbidden })
export const unauthenticated = () => new AppError('unauthenticated', { status: commonErrors.unauthenticated })

/** A fault of one field of the input, shown beside it: 400 `badInput`. */
export function badField(path: string, code: string, params: Record<string, unknown> = {}): AppError {
  return new AppError('badInput', { status: 400, fields: [{ path, code, params }] })
}

/** Says of a part of the input where it stands: a fault at `subject` becomes one at `activity.subject`. */
export async function atPath<T>(path: string, part: Promise<T>): Promise<T> {
  try {
    return await part
  } catch (error) {
    if (!(error instanceof AppError) || !error.options.fields) throw error
    const fields = error.options.fields.map((fault) => ({ ...fault, path: `${path}.${fault.path}` }))
    throw new AppError(error.code, { ...error.options, fields })
  }
}

/**
 * Refuses an update made on an older state.
 * @throws AppError versionConflict (409) with the present record.
 */
export function requireVersion(row: { version: number }, given: number, current?: unknown): void {
  if (row.version === given) return
  throw new AppError('versionConflict', { status: 409, current, params: { version: row.version } })
}
