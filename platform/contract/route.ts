import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * `public` needs no session, `signedIn` any session; everything else names a permission
 * (`parties.read`) that one of the caller's roles must grant with any scope.
 */
export type RoutePermission = 'public' | 'signedIn' | (string & {})

/** `none` answers 204, `file` streams a download, everything else is a schema of JSON. */
export type AnswerSchema = z.ZodType | 'none' | 'file'

export interface RouteSpec<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends AnswerSchema = AnswerSchema,
> {
  method: Method
  /** Below `/api/v1`, with `:name` for parameters. */
  path: string
  /** One line for the API document. */
  summary: string
  permission: RoutePermission
  params?: P
  query?: Q
  body?: B
  /** `multipart`: the body is an upload, read by the handler through `request.file()`. */
  upload?: boolean
  answer: A
  /** 200 unless stated; 201 for created records, 202 for work that goes on as a job. */
  status?: 200 | 201 | 202
  /** Stable codes of expected failures, beside the common ones every route has. */
  errors?: readonly string[]
  /** The answer holds a secret that is shown once: it is not kept for a repeat by Idempotency-Key. */
  holdsSecret?: boolean
  /** Calls per minute allowed from one address; for sign-in and the like. */
  ratePerMinute?: number
}

/** Declares one route; server, typed client, API document and permission test read it. */
export function defineRoute<
  P extends z.ZodType = z.ZodType<undefined>,
  Q extends z.ZodType = z.ZodType<undefined>,
  B extends z.ZodType = z.ZodType<undefined>,
  const A extends AnswerSchema = AnswerSchema,
>(spec: RouteSpec<P, Q, B, A>): RouteSpec<P, Q, B, A> {
  return spec
}

// The list of all routes forgets each one's schemas.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyRoute = RouteSpec<any, any, any, any>

export type RouteAnswer<R extends AnyRoute> = R['answer'] extends z.ZodType
  ? z.output<R['answer']>
  : undefined

/** What a caller gives: values before parsing (defaults may be left out). */
export type RouteCall<R> =
  R extends RouteSpec<infer P, infer Q, infer B, AnswerSchema>
    ? Given<'params', P> & Given<'query', Q> & Given<'body', B>
    : never

/** What a handler gets: values after parsing. */
export type RouteInput<R> =
  R extends RouteSpec<infer P, infer Q, infer B, AnswerSchema>
    ? { params: z.output<P>; query: z.output<Q>; body: z.output<B> }
    : never

type Given<K extends string, S extends z.ZodType> =
  z.ZodType<undefined> extends S
    ? { [k in K]?: undefined }
    : undefined extends z.input<S>
      ? { [k in K]?: z.input<S> }
      : { [k in K]: z.input<S> }
