import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AnyRoute, Problem } from '../contract/index.ts'

/** The schemas of a route as the API document shows them. */
export function routeSchema(route: AnyRoute, module: string): FastifySchema {
  const success = String(route.answer === 'none' ? 204 : (route.status ?? 200))
  const answer = typeof route.answer === 'string' ? z.null().describe(route.answer) : route.answer
  return {
    tags: [module],
    summary: route.summary,
    description: [
      `Permission: \`${route.permission}\`.`,
      route.errors?.length
        ? `Error codes: ${route.errors.map((code: string) => `\`${code}\``).join(', ')}.`
        : '',
    ].join(' '),
    operationId: operationId(route),
    ...(route.permission === 'public' ? { security: [] } : {}),
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(route.body && !route.upload ? { body: route.body } : {}),
    ...(route.upload ? { consumes: ['multipart/form-data'] } : {}),
    response: { [success]: answer, default: Problem },
  } as FastifySchema
}

/** `POST /parties/:id/restore` → `postPartiesByIdRestore`. */
function operationId({ method, path }: AnyRoute): string {
  const words = path
    .split('/')
    .filter(Boolean)
    .map((part: string) => (part.startsWith(':') ? `by-${part.slice(1)}` : part))
    .join('-')
    .split(/[-_.]/)
  return (
    method.toLowerCase() + words.map((word: string) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  )
}

/** Collects the schemas of the routes registered after it. */
export async function registerOpenApi(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Peyvand API',
        version: '1',
        description:
          'JSON over HTTP. Lists are paged by cursor; errors are problem documents (RFC 9457) with a stable `code`; `Idempotency-Key` is honoured on every POST; updates carry the `version` they were made on.',
      },
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'peyvand_session' },
        },
      },
      security: [{ apiKey: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
  })
}
