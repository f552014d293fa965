import { z } from 'zod'

/** One fault of the input, at its field: `path` is dotted (`phones.0.value`). */
export const FieldError = z.object({ path: z.string(), code: z.string(), message: z.string() })
export type FieldError = z.infer<typeof FieldError>

/** RFC 9457 problem document; `code` is stable, texts are in the caller's language. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(FieldError).optional(),
  requestId: z.string(),
  /** The record as it is now, on `versionConflict`. */
  current: z.unknown().optional(),
  /** Facts of the failure that a program may need, e.g. the seconds to wait. */
  params: z.record(z.string(), z.unknown()).optional(),
})
export type Problem = z.infer<typeof Problem>

/** A module's expected failures: code → HTTP status. Texts stand in fa.ts/en.ts under `error.<code>`. */
export type ErrorCodes = Record<string, number>

/** Failures that any route may answer with. */
export const commonErrors = {
  badInput: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  versionConflict: 409,
  tooLarge: 413,
  unsupportedType: 415,
  tooMany: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies ErrorCodes

/** The issue to add in a Zod refinement so that the field's message is found under `error.<code>`. */
export function issue(code: string, path: (string | number)[] = [], params: Record<string, unknown> = {}) {
  return { code: 'custom' as const, message: code, path, params: { ...params, code } }
}
