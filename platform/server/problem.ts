import type { FastifyError } from 'fastify'
import type { Locale, Problem } from '../contract/index.ts'
import { AppError } from './errors.ts'
import type { Registry } from './registry.ts'

const codeOfStatus: Record<number, string> = {
  404: 'notFound',
  413: 'tooLarge',
  415: 'unsupportedType',
  429: 'tooMany',
  503: 'unavailable',
}

/** The problem document (RFC 9457) of anything thrown, in the caller's language; bugs become `internal`. */
export function toProblem(error: unknown, registry: Registry, locale: Locale, requestId: string): Problem {
  const text = (code: string, params?: Record<string, unknown>) =>
    registry.translate(locale, `error.${code}`, params)
  const problem = (code: string, status: number, rest: Partial<Problem> = {}): Problem => ({
    type: 'about:blank',
    title: text(code, rest.params),
    status,
    code,
    requestId,
    ...rest,
  })

  if (error instanceof AppError) {
    const { status, params, fields, current } = error.options
    return problem(error.code, status ?? registry.errorStatus(error.code) ?? 400, {
      ...(params ? { params } : {}),
      ...(fields
        ? { errors: fields.map((f) => ({ path: f.path, code: f.code, message: text(f.code, f.params) })) }
        : {}),
      ...(current === undefined ? {} : { current }),
    })
  }
  const { statusCode, code } = error as FastifyError
  const known = statusCode === undefined ? undefined : codeOfStatus[statusCode]
  if (statusCode !== undefined && known) return problem(known, statusCode)
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return problem('badInput', 400, code ? { detail: code } : {})
  }
  return problem('internal', 500)
}
