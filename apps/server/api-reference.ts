import { apiPrefix } from '@peyvand/platform/server'
import fastify, { type FastifyInstance } from 'fastify'

const readerPath = '/api/docs'

/** The API document and its reader at `/api/docs`; both come from this server alone. */
export function registerApiReference(server: FastifyInstance): void {
  server.get(`${apiPrefix}/openapi.json`, { schema: { hide: true } }, async () => server.swagger())
  let reader: Promise<FastifyInstance> | undefined
  for (const url of [readerPath, `${readerPath}/*`])
    server.get(url, { schema: { hide: true } }, async (request, reply) => {
      reader ??= createReader()
      const { statusCode, headers, rawPayload } = await (await reader).inject({ url: request.url })
      if (statusCode === 404) return reply.callNotFound()
      return (
        reply
          .code(statusCode)
          .headers(headers)
          // The reader configures itself by a script inside its page.
          .header(
            'content-security-policy',
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:",
          )
          .send(rawPayload)
      )
    })
}

/** Made when it is first asked for: it weighs more than all the rest of the program. */
async function createReader(): Promise<FastifyInstance> {
  const { default: scalar } = await import('@scalar/fastify-api-reference')
  const reader = fastify()
  await reader.register(scalar, {
    routePrefix: readerPath,
    configuration: { url: `${apiPrefix}/openapi.json`, withDefaultFonts: false, telemetry: false },
  })
  return reader
}
