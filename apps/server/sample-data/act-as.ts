import { type Actor, type App, type Ctx, withCtx } from '@peyvand/platform/server'
import { sql } from 'kysely'

interface ActAs<T> {
  actor: Actor
  /** As if it were then; without, it is now. */
  at?: Date
  run(ctx: Ctx): Promise<T>
}

/**
 * Does something in the firm as one of its people. A few hundred statements come again thousands of times; each is
 * planned once, where it is otherwise planned five times by every connection before its plan is kept.
 */
export const actAs = <T>(app: App, { actor, at, run }: ActAs<T>): Promise<T> =>
  withCtx(at ? { ...app, now: () => at } : app, {
    actor,
    run: (ctx) => {
      ctx.write(sql`set local plan_cache_mode = force_generic_plan`)
      return run(ctx)
    },
  })
