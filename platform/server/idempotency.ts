import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { AnyRoute } from '../contract/index.ts'
import type { Ctx } from './ctx.ts'
import { AppError } from './errors.ts'
import { json } from './sql.ts'

/**
 * Honours `Idempotency-Key` on POST: the first answer is kept with the change, in its transaction, and given
 * again to a repeat of the same request. A repeat that overtakes the first waits for it.
 * Answers with secrets are never kept.
 * @throws AppError idempotency.mismatch (409) when the key came with another request before.
 */
export async function withIdempotency(
  ctx: Ctx,
  route: AnyRoute,
  request: FastifyRequest,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers['idempotency-key']
  const { userId } = ctx.actor
  const isKept = route.method === 'POST' && route.answer !== 'file' && !route.holdsSecret
  if (!isKept || typeof key !== 'string' || key === '' || !userId) return run()

  const fingerprint = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('base64url')
  const identity = { tenantId: ctx.tenantId, userId, key: key.slice(0, 200) }
  const claimed = await ctx.db
    .insertInto('idempotencyKeys')
    .values({ ...identity, fingerprint, status: null, answer: json(null) })
    .onConflict((oc) => oc.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!claimed) {
    const before = await ctx.db
      .selectFrom('idempotencyKeys')
      .select(['fingerprint', 'answer'])
      .where((eb) => eb.and(identity))
      .executeTakeFirstOrThrow()
    if (before.fingerprint !== fingerprint) throw new AppError('idempotency.mismatch', { status: 409 })
    return (before.answer as { value: unknown } | null)?.value
  }
  const answer = await run()
  await ctx.db
    .updateTable('idempotencyKeys')
    .set({ status: route.status ?? 200, answer: json({ value: answer ?? null }) })
    .where((eb) => eb.and(identity))
    .execute()
  return answer
}
