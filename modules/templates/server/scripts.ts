import { requireValue } from '@peyvand/customization/server'
import { cleanBody, cleanText, searchKey } from '@peyvand/persian'
import {
  AppError,
  type Ctx,
  changesBetween,
  json,
  newId,
  requirePermission,
  requireVersion,
} from '@peyvand/platform/server'
import {
  checkScript,
  type Script,
  type ScriptChange,
  type ScriptDefinition,
  type ScriptInput,
} from '../contract/index.ts'
import { refuseUnknownFields } from './merge-fields.ts'
import { requireScript, type ScriptRecord } from './script-access.ts'
import { definitionOf, getScript } from './script-queries.ts'
import { requireTeams } from './templates.ts'

/**
 * Makes a call script.
 * @throws AppError templates.scriptFaulty (409) for one in use with faults, badInput (400) at the field
 */
export async function createScript(ctx: Ctx, input: ScriptInput): Promise<Script> {
  requirePermission(ctx, 'templates.manage')
  const definition = await checkedDefinition(ctx, input.definition)
  if (input.active) requireSound(definition)
  await requireTeams(ctx, input.teamIds)
  const id = newId()
  const now = ctx.now().toISOString()
  const texts = cleaned(input)
  await ctx.db
    .insertInto('scripts')
    .values({
      tenantId: ctx.tenantId,
      id,
      ...texts,
      teamIds: [...new Set(input.teamIds)],
      active: input.active,
      edition: 1,
      search: searchOf(texts),
      archivedAt: null,
      createdAt: now,
      updatedAt: now,
      updatedBy: ctx.actor.userId,
    })
    .execute()
  await insertEdition(ctx, { scriptId: id, edition: 1, definition })
  ctx.audit({ action: 'create', record: 'scripts', recordId: id, label: texts.name })
  return getScript(ctx, id)
}

/**
 * Changes a call script. Once a call was made by its present edition, changed steps are a new edition.
 * @throws AppError templates.scriptNotFound (404), versionConflict, templates.scriptFaulty (409), badInput (400)
 */
export async function updateScript(ctx: Ctx, id: string, change: ScriptChange): Promise<Script> {
  requirePermission(ctx, 'templates.manage')
  const before = await requireScript(ctx, id, { lock: true })
  requireVersion(before, change.version, await getScript(ctx, id))
  const old = await definitionOf(ctx, before)
  const definition = change.definition ? await checkedDefinition(ctx, change.definition, old) : old
  const { name = before.name, description = before.description, teamIds = before.teamIds } = change
  const { active = before.active, archived = before.archivedAt !== null } = change
  if (active) requireSound(definition)
  if (change.teamIds) await requireTeams(ctx, teamIds)
  const texts = cleaned({ name, description })
  const after = {
    ...texts,
    teamIds: [...new Set(teamIds)],
    active,
    archivedAt: archived ? (before.archivedAt ?? ctx.now().toISOString()) : null,
    edition: await storeDefinition(ctx, before, { old, definition }),
  }
  await ctx.db
    .updateTable('scripts')
    .set({
      ...after,
      search: searchOf(texts),
      updatedAt: ctx.now().toISOString(),
      updatedBy: ctx.actor.userId,
      version: before.version + 1,
    })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({
    action: 'update',
    record: 'scripts',
    recordId: id,
    label: after.name,
    changes: changesBetween<Record<string, unknown>>(
      { ...before, definition: old },
      { ...after, definition },
    ),
  })
  return getScript(ctx, id)
}

/** Writes changed steps, over the present edition or as the next; answers which edition holds them. */
async function storeDefinition(
  ctx: Ctx,
  { id: scriptId, edition }: ScriptRecord,
  { old, definition }: { old: ScriptDefinition; definition: ScriptDefinition },
): Promise<number> {
  if (JSON.stringify(old) === JSON.stringify(definition)) return edition
  const used = await ctx.db
    .selectFrom('scriptRuns')
    .select('id')
    .where('tenantId', '=', ctx.tenantId)
    .where('scriptId', '=', scriptId)
    .where('edition', '=', edition)
    .limit(1)
    .executeTakeFirst()
  if (used) {
    await insertEdition(ctx, { scriptId, edition: edition + 1, definition })
    return edition + 1
  }
  await ctx.db
    .updateTable('scriptEditions')
    .set({ definition: json(definition) })
    .where('tenantId', '=', ctx.tenantId)
    .where('scriptId', '=', scriptId)
    .where('edition', '=', edition)
    .execute()
  return edition
}

async function insertEdition(
  ctx: Ctx,
  { scriptId, edition, definition }: { scriptId: string; edition: number; definition: ScriptDefinition },
): Promise<void> {
  await ctx.db
    .insertInto('scriptEditions')
    .values({
      tenantId: ctx.tenantId,
      scriptId,
      edition,
      definition: json(definition),
      createdAt: ctx.now().toISOString(),
    })
    .execute()
}

/** Cleans the texts and refuses unknown fields in them and unknown results of calls. */
async function checkedDefinition(
  ctx: Ctx,
  { steps, outcomes }: ScriptDefinition,
  old?: ScriptDefinition,
): Promise<ScriptDefinition> {
  await refuseUnknownFields(
    ctx,
    Object.fromEntries(steps.map(({ text }, index) => [`definition.steps.${index}.text`, text])),
  )
  for (const [index, { id, resultId }] of outcomes.entries()) {
    await requireValue(ctx, 'callResults', {
      path: `definition.outcomes.${index}.resultId`,
      id: resultId,
      present: old?.outcomes.find((outcome) => outcome.id === id)?.resultId ?? null,
    })
  }
  return { steps: steps.map((step) => ({ ...step, text: cleanBody(step.text) })), outcomes }
}

function requireSound(definition: ScriptDefinition): void {
  const faults = checkScript(definition)
  if (faults.length > 0) throw new AppError('templates.scriptFaulty', { status: 409, params: { faults } })
}

const cleaned = ({ name, description }: Pick<ScriptInput, 'name' | 'description'>) => ({
  name: cleanText(name),
  description: (description && cleanBody(description)) || null,
})

const searchOf = ({ name, description }: Pick<ScriptInput, 'name' | 'description'>): string =>
  searchKey(`${name} ${description ?? ''}`)
