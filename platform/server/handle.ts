import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AnyRoute, RouteAnswer, RouteInput } from '../contract/index.ts'
import type { Actor } from './actor.ts'
import type { App } from './app.ts'
import type { Ctx } from './ctx.ts'

/** A download; it is sent as an attachment and never sniffed. */
export interface FileAnswer {
  stream: Readable
  name: string
  type: string
  size?: number
  /** Shown in the page (images, PDF) instead of saved. */
  inline?: boolean
}

type Answer<R extends AnyRoute> = R['answer'] extends 'file'
  ? FileAnswer
  : R['answer'] extends 'none'
    ? void
    : RouteAnswer<R>

export interface HttpExchange {
  request: FastifyRequest
  reply: FastifyReply
}

export interface RouteHandler {
  route: AnyRoute
  /** Opens the transaction for the caller: the ordinary kind. */
  inTransaction?: {
    readOnly: boolean
    before?: (app: App, actor: Actor, http: HttpExchange, input: unknown) => Promise<unknown>
    run(ctx: Ctx, input: unknown, prepared: unknown): Promise<unknown>
    afterCommit?: (app: App) => void
  }
  /** Gets the program itself and opens what it needs: sign-in, set-up, streams. */
  bare?(app: App, input: unknown, http: HttpExchange, actor: Actor | null): Promise<unknown>
}

/**
 * One request, one transaction; a GET's cannot write unless `writes` says that reading leaves a trace.
 * `afterCommit` is for what this process remembers only: effects elsewhere are jobs and events.
 */
export function handle<R extends AnyRoute>(
  route: R,
  run: (ctx: Ctx, input: RouteInput<R>) => Promise<Answer<R>>,
  options: { writes?: boolean; afterCommit?: (app: App) => void } = {},
): RouteHandler {
  return {
    route,
    inTransaction: {
      readOnly: route.method === 'GET' && !options.writes,
      run: (ctx, input) => run(ctx, input as RouteInput<R>),
      ...(options.afterCommit ? { afterCommit: options.afterCommit } : {}),
    },
  }
}

/** Like `handle`, with a step before the transaction opens, for uploads and calls that take their time. */
export function handlePrepared<R extends AnyRoute, T>(
  route: R,
  before: (app: App, actor: Actor, http: HttpExchange, input: RouteInput<R>) => Promise<T>,
  run: (ctx: Ctx, input: RouteInput<R>, prepared: T) => Promise<Answer<R>>,
): RouteHandler {
  return {
    route,
    inTransaction: {
      readOnly: false,
      before: (app, actor, http, input) => before(app, actor, http, input as RouteInput<R>),
      run: (ctx, input, prepared) => run(ctx, input as RouteInput<R>, prepared as T),
    },
  }
}

/** A route that manages its own transactions; `actor` is null on public routes without a session. */
export function handleBare<R extends AnyRoute>(
  route: R,
  run: (app: App, input: RouteInput<R>, http: HttpExchange, actor: Actor | null) => Promise<Answer<R>>,
): RouteHandler {
  return { route, bare: (app, input, http, actor) => run(app, input as RouteInput<R>, http, actor) }
}
