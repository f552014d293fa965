import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { z } from 'zod'
import type { AnyRoute, Locale } from '../contract/index.ts'
import type { Actor } from './actor.ts'
import type { App } from './app.ts'
import { AppError, forbidden, unauthenticated } from './errors.ts'
import type { FileAnswer, RouteHandler } from './handle.ts'
import { withIdempotency } from './idempotency.ts'
import { observeRequest } from './metrics.ts'
import { registerOpenApi, routeSchema } from './openapi.ts'
import { parseInput } from './parse-input.ts'
import { may } from './permissions.ts'
import { toProblem } from './problem.ts'
import { servePublicPages } from './public-pages/serve-public-pages.ts'
import type { Registry } from './registry.ts'
import { withCtx } from './transaction.ts'

export const apiPrefix = '/api/v1'
const maxUploadBytes = 100 * 1024 * 1024

/** The API document of the modules' route tables, without anything running. */
export async function apiDocument(registry: Registry): Promise<object> {
  const server = fastify()
  parseByContract(server)
  await registerOpenApi(server)
  for (const { routes = [], name } of registry.modules) {
    for (const { route } of routes) {
      server.route({
        method: route.method,
        url: apiPrefix + route.path,
        schema: routeSchema(route, name),
        handler: async () => undefined,
      })
    }
  }
  await server.ready()
  return server.swagger()
}

/** Builds the HTTP side of the program: security headers, errors, every module's routes, the API document. */
export async function buildHttp(app: App): Promise<FastifyInstance> {
  const server = fastify({
    loggerInstance: app.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200 },
  })
  parseByContract(server)

  await server.register(helmet, {
    contentSecurityPolicy: { directives: csp },
    strictTransportSecurity: app.publicUrl.startsWith('https:'),
  })
  await server.register(cookie)
  await server.register(multipart, { limits: { fileSize: maxUploadBytes, files: 1, fields: 20 } })
  await server.register(rateLimit, { global: false })
  await registerOpenApi(server)

  server.addHook('onResponse', async (request, reply) => observeRequest(request, reply))
  server.setErrorHandler((error, request, reply) => sendProblem(app, error, request, reply))
  server.setNotFoundHandler((request, reply) =>
    sendProblem(app, new AppError('notFound', { status: 404 }), request, reply),
  )

  for (const { routes = [], name } of app.registry.modules) {
    for (const handler of routes) addRoute(server, app, name, handler)
  }
  await servePublicPages(server, app, { locale: (request) => requestLocale(app, request), sendFile })
  return server
}

/** Input and answers are parsed by the contract's schemas in `serve`; Fastify's own would do it twice. */
function parseByContract(server: FastifyInstance): void {
  server.setValidatorCompiler(() => () => true)
  server.setSerializerCompiler(() => (data) => JSON.stringify(data))
}

// Everything comes from this origin; images and files may also be made in the page (previews, charts).
const csp = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  // A PDF is looked at as a content that the page itself fetched.
  frameSrc: ["'self'", 'blob:'],
  upgradeInsecureRequests: null,
}

function addRoute(server: FastifyInstance, app: App, module: string, handler: RouteHandler): void {
  const { route } = handler
  server.route({
    method: route.method,
    url: apiPrefix + route.path,
    schema: routeSchema(route, module),
    config: {
      module,
      permission: route.permission,
      ...(route.ratePerMinute ? { rateLimit: { max: route.ratePerMinute, timeWindow: 60_000 } } : {}),
    },
    handler: (request, reply) => serve(app, handler, request, reply),
  })
}

async function serve(
  app: App,
  handler: RouteHandler,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { route } = handler
  refuseForeignOrigin(app, request)
  const actor = await app.directory.authenticate(app, request)
  request.actor = actor
  checkPermission(route, actor)

  const input = {
    params: parsePart(route.params, request.params),
    query: parsePart(route.query, request.query),
    body: route.upload ? undefined : parsePart(route.body, request.body),
  }
  const http = { request, reply }
  const { inTransaction, bare } = handler
  if (bare) return send(route, reply, await bare(app, input, http, actor))
  if (!inTransaction || !actor) throw unauthenticated()

  const prepared = await inTransaction.before?.(app, actor, http, input)
  const answer = await withCtx(app, {
    actor,
    readOnly: inTransaction.readOnly,
    requestId: request.id,
    ip: request.ip,
    run: (ctx) =>
      withIdempotency(ctx, route, request, async () =>
        parseAnswer(route, await inTransaction.run(ctx, input, prepared)),
      ),
  })
  inTransaction.afterCommit?.(app)
  return send(route, reply, answer, true)
}

function checkPermission({ permission }: AnyRoute, actor: Actor | null): void {
  if (permission === 'public') return
  if (!actor) throw unauthenticated()
  if (permission !== 'signedIn' && !may(actor, permission)) throw forbidden()
}

const parsePart = (schema: z.ZodType | undefined, value: unknown): unknown =>
  schema ? parseInput(schema, value ?? {}) : undefined

/** Strips what the contract does not name, so that a new column never leaks. */
const parseAnswer = (route: AnyRoute, answer: unknown): unknown =>
  typeof route.answer === 'string' ? answer : (route.answer as z.ZodType).parse(answer)

function send(route: AnyRoute, reply: FastifyReply, answer: unknown, parsed = false): unknown {
  if (reply.sent || reply.raw.headersSent) return reply
  if (route.answer === 'none') return reply.code(204).send()
  if (route.answer === 'file') return sendFile(reply, answer as FileAnswer)
  reply.header('cache-control', 'no-store')
  return reply.code(route.status ?? 200).send(parsed ? answer : parseAnswer(route, answer))
}

function sendFile(
  reply: FastifyReply,
  { stream, name, type, size, inline = false }: FileAnswer,
): FastifyReply {
  const disposition = `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`
  reply.header('content-type', type).header('content-disposition', disposition)
  // A shown file must not run anything, whatever it contains.
  reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  reply.header('cache-control', 'private, max-age=300')
  if (size !== undefined) reply.header('content-length', size)
  return reply.send(stream)
}

/** A browser sends its cookie along with requests that another site started; those are not ours to serve. */
function refuseForeignOrigin(app: App, request: FastifyRequest): void {
  if (request.method === 'GET' || request.headers.authorization) return
  const { origin, host } = request.headers
  if (!origin || origin === new URL(app.publicUrl).origin) return
  // A page without an origin of its own, such as one in a sandboxed frame, says `null`.
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw forbidden()
}

async function sendProblem(
  app: App,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const problem = toProblem(error, app.registry, requestLocale(app, request), request.id)
  if (problem.status >= 500) request.log.error({ err: error, requestId: request.id }, 'request failed')
  if (error instanceof AppError && typeof problem.params?.['retryAfter'] === 'number') {
    reply.header('retry-after', problem.params['retryAfter'])
  }
  return reply.code(problem.status).type('application/problem+json').send(problem)
}

/** The signed-in user's language, else the browser's first of ours, else the installation's. */
export function requestLocale(app: App, request: FastifyRequest): Locale {
  if (request.actor) return request.actor.locale
  const wanted = request.headers['accept-language'] ?? ''
  const found = /\b(fa|en)\b/i.exec(wanted)?.[1]?.toLowerCase()
  return found === 'fa' || found === 'en' ? found : app.defaultLocale
}

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor | null
  }
  interface FastifyContextConfig {
    module?: string
    permission?: string
  }
}
