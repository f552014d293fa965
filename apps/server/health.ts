import { type App, metrics, type Worker } from '@peyvand/platform/server'
import type { FastifyInstance } from 'fastify'

const stuckAfterSeconds = 300

/** `/healthz` says the process lives, `/readyz` that requests can be served, `/metrics` counts for Prometheus. */
export function registerHealth(server: FastifyInstance, app: App, worker: Worker | null): void {
  const hidden = { schema: { hide: true }, logLevel: 'silent' } as const
  server.get('/healthz', hidden, async () => ({ ok: true }))
  server.get('/readyz', hidden, async (_request, reply) => {
    const checks = await readiness(app, worker)
    const ok = Object.values(checks).every(Boolean)
    return reply.code(ok ? 200 : 503).send({ ok, checks })
  })
  server.get('/metrics', hidden, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  )
}

async function readiness(app: App, worker: Worker | null): Promise<Record<string, boolean>> {
  if (!app.ready()) return { started: false }
  const database = await app.pool.query('select 1').then(
    () => true,
    () => false,
  )
  const jobs = !worker || !database || (await worker.oldestWait()) < stuckAfterSeconds
  return { started: true, database, jobs }
}
