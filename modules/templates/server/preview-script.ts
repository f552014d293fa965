import type { Locale } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import type { MergeContext, ScriptDefinition } from '../contract/index.ts'
import { fillerFor } from './merge-text.ts'

interface StepTextsOptions {
  language: Locale
  context: MergeContext
}

/** What is said at each step, by the step's id. @throws AppError notFound, activities.notFound (404) */
export async function stepTexts(
  ctx: Ctx,
  { steps }: ScriptDefinition,
  options: StepTextsOptions,
): Promise<Record<string, string>> {
  const filler = await fillerFor(
    ctx,
    steps.map(({ text }) => text),
    options,
  )
  return Object.fromEntries(steps.map(({ id, text }) => [id, filler.fill(text)]))
}
