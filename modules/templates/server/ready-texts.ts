import { readyValueId } from '@peyvand/customization/server'
import { searchKey } from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import { type Ctx, json, newId } from '@peyvand/platform/server'
import type { ScriptDefinition, TemplateInput } from '../contract/index.ts'
import { readyTextsEn } from './ready-texts-en.ts'
import { readyTextsFa } from './ready-texts-fa.ts'

/** Texts that a new firm starts with; categories and results of calls by the keys of their ready values. */
export interface ReadyTexts {
  templates: readonly (Pick<TemplateInput, 'name' | 'kind' | 'subject' | 'body'> & { category: string })[]
  script: {
    name: string
    description: string
    definition: Pick<ScriptDefinition, 'steps'> & {
      outcomes: readonly { id: string; label: string; result: string | null }[]
    }
  }
}

/** Gives a new firm templates of each kind and a call script, shared with everybody. */
export async function seedReadyTexts(ctx: Ctx, { locale }: { locale: Locale }): Promise<void> {
  const ready = locale === 'fa' ? readyTextsFa : readyTextsEn
  const now = ctx.now().toISOString()
  for (const { category, ...template } of ready.templates) {
    await ctx.db
      .insertInto('templates')
      .values({
        tenantId: ctx.tenantId,
        id: newId(),
        ...template,
        language: locale,
        categoryId: await readyValueId(ctx, 'templateCategories', category),
        visibility: 'firm',
        teamIds: [],
        ownerId: null,
        search: searchKey(`${template.name} ${template.subject ?? ''} ${template.body}`),
        lastUsedAt: null,
        archivedAt: null,
        createdAt: now,
        updatedAt: now,
      })
      .execute()
  }
  await seedScript(ctx, ready.script)
}

async function seedScript(ctx: Ctx, { name, description, definition }: ReadyTexts['script']): Promise<void> {
  const now = ctx.now().toISOString()
  const id = newId()
  const outcomes = []
  for (const { result, ...outcome } of definition.outcomes)
    outcomes.push({ ...outcome, resultId: result && (await readyValueId(ctx, 'callResults', result)) })
  await ctx.db
    .insertInto('scripts')
    .values({
      tenantId: ctx.tenantId,
      id,
      name,
      description,
      teamIds: [],
      active: true,
      edition: 1,
      search: searchKey(`${name} ${description}`),
      archivedAt: null,
      createdAt: now,
      updatedAt: now,
      updatedBy: null,
    })
    .execute()
  await ctx.db
    .insertInto('scriptEditions')
    .values({
      tenantId: ctx.tenantId,
      scriptId: id,
      edition: 1,
      definition: json({ steps: definition.steps, outcomes }),
      createdAt: now,
    })
    .execute()
}
