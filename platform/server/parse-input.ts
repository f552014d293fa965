import type { z } from 'zod'
import { AppError } from './errors.ts'

export interface FieldFault {
  path: string
  code: string
  params: Record<string, unknown>
}

/**
 * Parses what came from outside by a schema.
 * @throws AppError badInput (400) with one coded fault per field.
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  throw new AppError('badInput', { status: 400, fields: faultsOf(parsed.error) })
}

/** Zod's faults by our own codes, so that their texts exist in both languages. */
export function faultsOf(error: z.ZodError): FieldFault[] {
  return error.issues.map((issue) => {
    const [code, params] = faultCode(issue)
    return { path: issue.path.map(String).join('.'), code, params }
  })
}

function faultCode(issue: z.core.$ZodIssue): [string, Record<string, unknown>] {
  switch (issue.code) {
    case 'custom':
      return [String(issue.params?.['code'] ?? 'invalid'), issue.params ?? {}]
    case 'invalid_type':
      return [issue.input === undefined || issue.input === null ? 'required' : 'invalid', {}]
    case 'too_small': {
      const { minimum, origin } = issue
      if (origin === 'string') return [minimum === 1 ? 'required' : 'tooShort', { minimum }]
      return [origin === 'array' ? 'tooFewItems' : 'tooSmall', { minimum }]
    }
    case 'too_big': {
      const { maximum, origin } = issue
      if (origin === 'string') return ['tooLong', { maximum }]
      return [origin === 'array' ? 'tooManyItems' : 'tooBig', { maximum }]
    }
    case 'invalid_value':
      return ['option', {}]
    case 'unrecognized_keys':
      return ['unknownKeys', { keys: issue.keys.join(', ') }]
    case 'invalid_format':
      return [['email', 'url', 'date'].includes(issue.format) ? issue.format : 'invalid', {}]
    default:
      return ['invalid', {}]
  }
}
