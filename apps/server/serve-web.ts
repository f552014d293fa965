import { existsSync } from 'node:fs'
import { join } from 'node:path'
import compress from '@fastify/compress'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const year = 31_536_000

/** Serves the built staff app; every address that is no file and no API is a screen of it. */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return
  await server.register(async (scope) => {
    await scope.register(compress, { threshold: 1024 })
    await scope.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      // Names of built assets carry a hash of their content.
      setHeaders: (reply, path) => {
        const immutable = path.includes(join(folder, 'assets'))
        reply.header('cache-control', immutable ? `public, max-age=${year}, immutable` : 'no-cache')
      },
    })
    scope.get('/*', { schema: { hide: true } }, (request, reply) => {
      if (/^\/(api|assets)\//.test(request.url)) return reply.callNotFound()
      return reply.sendFile('index.html')
    })
  })
}
