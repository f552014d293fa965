import type { z } from 'zod'

/** One fault of the input by our own code; its text stands under `error.<code>` in both languages. */
export interface FieldFault {
  path: string
  code: string
  params: Record<string, unknown>
}

/**
 * Zod's faults by our own codes, the same for forms and for the server.
 * Parse with `reportInput: true`, or a missing value cannot be told from a wrong one.
 */
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
