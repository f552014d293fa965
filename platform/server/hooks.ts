import type { Ctx } from './ctx.ts'
import { together } from './together.ts'

/** A question that a lower module asks and higher modules may answer: `parties.alerts`, `platform.search`. */
export interface Hook<I, O> {
  name: string
  readonly types?: { input: I; output: O }
}
export interface HookFill {
  hook: string
  run(ctx: Ctx, input: unknown): Promise<unknown>
}

export const defineHook = <I, O>(name: string): Hook<I, O> => ({ name })

/** Fills a hook; list it in the module's manifest under `extends`. */
export function fill<I, O>(hook: Hook<I, O>, run: (ctx: Ctx, input: I) => Promise<O>): HookFill {
  return { hook: hook.name, run: (ctx, input) => run(ctx, input as I) }
}

/** Asks every module that fills the hook, one after the other (they share the transaction). */
export async function askHook<I, O>(ctx: Ctx, hook: Hook<I, O>, input: I): Promise<O[]> {
  const answers: O[] = []
  for (const filled of ctx.registry.fillsOf(hook.name)) answers.push((await filled.run(ctx, input)) as O)
  return answers
}

/** The same where every answer only reads: what the modules ask of the database shares its round trips. */
export async function askHookAtOnce<I, O>(ctx: Ctx, hook: Hook<I, O>, input: I): Promise<O[]> {
  return (await together(ctx.registry.fillsOf(hook.name).map((filled) => filled.run(ctx, input)))) as O[]
}
