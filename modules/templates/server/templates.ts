import { requireValue } from '@peyvand/customization/server'
import { teamsByIds } from '@peyvand/identity/server'
import { cleanBody, cleanText, searchKey } from '@peyvand/persian'
import {
  badField,
  type Ctx,
  changesBetween,
  forbidden,
  may,
  newId,
  requireVersion,
} from '@peyvand/platform/server'
import type { Template, TemplateChange, TemplateInput } from '../contract/index.ts'
import { refuseUnknownFields } from './merge-fields.ts'
import { mayChangeTemplate, requireTemplate } from './template-access.ts'
import { getTemplate } from './template-queries.ts'

/**
 * Makes a template of the caller's own, or a shared one.
 * @throws AppError forbidden (403) for a shared one without the right; badInput (400) at the field, also for an
 * unknown field in subject or body
 */
export async function createTemplate(ctx: Ctx, input: TemplateInput): Promise<Template> {
  const { userId } = ctx.actor
  if (!userId) throw forbidden()
  requireSharing(ctx, input.visibility)
  await requireValue(ctx, 'templateCategories', { path: 'categoryId', id: input.categoryId })
  await refuseUnknownFields(ctx, { subject: input.subject, body: input.body })
  const id = newId()
  const now = ctx.now().toISOString()
  const texts = cleaned(input)
  await ctx.db
    .insertInto('templates')
    .values({
      tenantId: ctx.tenantId,
      id,
      ...texts,
      kind: input.kind,
      language: input.language,
      categoryId: input.categoryId,
      visibility: input.visibility,
      teamIds: await sharedTeams(ctx, input),
      ownerId: userId,
      search: searchOf(texts),
      lastUsedAt: null,
      archivedAt: null,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  ctx.audit({ action: 'create', record: 'templates', recordId: id, label: texts.name })
  return getTemplate(ctx, id)
}

/**
 * Changes, shares, archives or brings back a template.
 * @throws AppError templates.notFound (404), forbidden (403), versionConflict (409), badInput (400) as on making
 */
export async function updateTemplate(ctx: Ctx, id: string, change: TemplateChange): Promise<Template> {
  const before = await requireTemplate(ctx, id, { lock: true })
  if (!mayChangeTemplate(ctx, before)) throw forbidden()
  requireVersion(before, change.version, await getTemplate(ctx, id))
  const { version: _, archived, ...given } = change
  if (given.visibility !== undefined && given.visibility !== before.visibility) requireSharing(ctx, 'firm')
  await requireValue(ctx, 'templateCategories', {
    path: 'categoryId',
    id: given.categoryId,
    present: before.categoryId,
  })
  await refuseUnknownFields(ctx, { subject: given.subject ?? null, body: given.body ?? '' })
  const next = { ...before, ...withoutUndefined(given) }
  const texts = cleaned(next)
  const after = {
    ...texts,
    kind: next.kind,
    language: next.language,
    categoryId: next.categoryId,
    visibility: next.visibility,
    teamIds: await sharedTeams(ctx, next),
    archivedAt:
      archived === undefined
        ? before.archivedAt
        : archived
          ? (before.archivedAt ?? ctx.now().toISOString())
          : null,
  }
  await ctx.db
    .updateTable('templates')
    .set({
      ...after,
      search: searchOf(texts),
      updatedAt: ctx.now().toISOString(),
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({
    action: 'update',
    record: 'templates',
    recordId: id,
    label: after.name,
    changes: changesBetween<Record<string, unknown>>(before, after),
  })
  return getTemplate(ctx, id)
}

function requireSharing(ctx: Ctx, visibility: TemplateInput['visibility']): void {
  if (visibility !== 'private' && !may(ctx.actor, 'templates.manage')) throw forbidden()
}

async function sharedTeams(
  ctx: Ctx,
  { visibility, teamIds }: Pick<TemplateInput, 'visibility' | 'teamIds'>,
): Promise<string[]> {
  if (visibility !== 'teams') return []
  if (teamIds.length === 0) throw badField('teamIds', 'required')
  await requireTeams(ctx, teamIds)
  return [...new Set(teamIds)]
}

/** @throws AppError badInput (400) at the team that the firm does not have */
export async function requireTeams(ctx: Ctx, teamIds: readonly string[]): Promise<void> {
  const known = await teamsByIds(ctx, teamIds)
  const unknown = teamIds.findIndex((id) => !known.has(id))
  if (unknown >= 0) throw badField(`teamIds.${unknown}`, 'option')
}

const cleaned = ({ name, subject, body }: Pick<TemplateInput, 'name' | 'subject' | 'body'>) => ({
  name: cleanText(name),
  subject: (subject && cleanText(subject)) || null,
  body: cleanBody(body),
})

const searchOf = ({ name, subject, body }: Pick<TemplateInput, 'name' | 'subject' | 'body'>): string =>
  searchKey(`${name} ${subject ?? ''} ${body.slice(0, 4000)}`)

const withoutUndefined = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
