import { type Ctx, requirePermission } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { MergeContext, MergedText } from '../contract/index.ts'
import { mergeText } from './merge-text.ts'
import { requireTemplate } from './template-access.ts'

export interface RenderTemplate extends MergeContext {
  templateId: string
  /** `html` escapes everything and makes line ends `<br>`; the subject is escaped too. */
  as?: 'text' | 'html'
}

/**
 * A template filled for a party or activity, in the template's language. A field that the caller's role may not see
 * is not filled in; what is left empty without a fallback stands in `gaps`. Nothing in a template or value is run.
 * @throws AppError templates.notFound, notFound (the party), activities.notFound (404)
 */
export async function renderTemplate(
  ctx: Ctx,
  { templateId, as = 'text', ...context }: RenderTemplate,
): Promise<MergedText> {
  requirePermission(ctx, 'templates.use')
  const { subject, body, language } = await requireTemplate(ctx, templateId)
  return mergeText(ctx, { subject, body }, { language, context, as })
}

/** The same for somebody who goes on to write with it: the use is counted. */
export async function useTemplate(ctx: Ctx, templateId: string, context: MergeContext): Promise<MergedText> {
  const merged = await renderTemplate(ctx, { templateId, ...context })
  await ctx.db
    .updateTable('templates')
    .set({ uses: sql`uses + 1`, lastUsedAt: ctx.now().toISOString() })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', templateId)
    .execute()
  return merged
}
