import { apiPrefix } from '@peyvand/platform/server'
import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'

/** The API document and its reader at `/api/docs`; both come from this server alone. */
export async function registerApiReference(server: FastifyInstance): Promise<void> {
  server.get(`${apiPrefix}/openapi.json`, { schema: { hide: true } }, async () => server.swagger())
  await server.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      // The reader configures itself by a script inside its page.
      reply.header(
        'content-security-policy',
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:",
      )
    })
    await scope.register(scalar, {
      routePrefix: '/api/docs',
      configuration: { url: `${apiPrefix}/openapi.json`, withDefaultFonts: false, telemetry: false },
    })
  })
}
