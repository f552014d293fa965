import { z } from 'zod'
import type { Actor } from './actor.ts'
import type { App } from './app.ts'
import { handleEvent } from './events.ts'
import type { JobSpec } from './jobs.ts'
import { withCtx } from './transaction.ts'

const Woken = z.object({ listener: z.string(), eventId: z.uuid() })
export type Woken = z.output<typeof Woken>

/** What wakes the listeners of the facts of one transaction; alone stands one whose first try failed. */
export const eventJob = {
  name: 'event',
  payload: z.union([z.array(Woken), Woken.transform((one) => [one])]),
} satisfies Pick<JobSpec, 'name' | 'payload'>

/**
 * Each listener handles its fact in a transaction of its own, once: where the job is done again after a crash, those that
 * had come to their end are passed over. One that fails does not keep the others, and is tried again by itself.
 */
export async function wakeListeners(app: App, actor: Actor, woken: readonly Woken[]): Promise<void> {
  const failed: Woken[] = []
  for (const one of woken) {
    const listener = app.registry.listener(one.listener)
    if (!listener) continue
    try {
      await withCtx(app, { actor, run: (ctx) => handleEvent(ctx, listener, one.eventId) })
    } catch (error) {
      if (woken.length === 1) throw error
      app.log.warn({ err: error, ...one }, 'a listener failed; it is tried again by itself')
      failed.push(one)
    }
  }
  if (failed.length === 0) return
  await withCtx(app, {
    actor,
    run: async (ctx) => {
      for (const one of failed) ctx.enqueue(eventJob, one)
    },
  })
}
