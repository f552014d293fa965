import { groupTree } from '@peyvand/catalog/server'
import { requireValue, valueLabel } from '@peyvand/customization/server'
import { activeUser, newFirmToken, userName } from '@peyvand/identity/server'
import {
  badField,
  type Ctx,
  changesBetween,
  json,
  newId,
  notFound,
  requireVersion,
  type Tables,
} from '@peyvand/platform/server'
import { type Selectable, sql } from 'kysely'
import type { LeadForm, LeadFormInput } from '../contract/index.ts'
import { requireFormFields } from './form-fields.ts'
import { ref } from './lead-rows.ts'
import './tables.ts'

export type StoredForm = Selectable<Tables['leadForms']>

/** The firm's public forms, the latest first. `publicUrl` is where visitors reach the program. */
export async function listForms(ctx: Ctx, publicUrl: string): Promise<LeadForm[]> {
  const rows = await formRows(ctx).orderBy('f.createdAt', 'desc').orderBy('f.id').execute()
  return rows.map((row) => formView(row, publicUrl))
}

/** @throws AppError leads.formNotFound (404) */
export async function getForm(ctx: Ctx, id: string, publicUrl: string): Promise<LeadForm> {
  const row = await formRows(ctx).where('f.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('leads.formNotFound')
  return formView(row, publicUrl)
}

/** @throws AppError badInput (400) at the field */
export async function createForm(ctx: Ctx, input: LeadFormInput, publicUrl: string): Promise<LeadForm> {
  await requireReferences(ctx, input)
  const id = newId()
  await ctx.db
    .insertInto('leadForms')
    .values({
      ...columnsOf(input),
      tenantId: ctx.tenantId,
      id,
      token: newFirmToken(ctx.tenantId),
      createdAt: ctx.now().toISOString(),
    })
    .execute()
  ctx.audit({ action: 'create', record: 'leadForms', recordId: id, label: input.name })
  return getForm(ctx, id, publicUrl)
}

/** @throws AppError leads.formNotFound (404), versionConflict (409); badInput (400) at the field */
export async function updateForm(
  ctx: Ctx,
  id: string,
  { version, form, publicUrl }: { version: number; form: LeadFormInput; publicUrl: string },
): Promise<LeadForm> {
  const before = await getForm(ctx, id, publicUrl)
  requireVersion(before, version, before)
  await requireReferences(ctx, form, before)
  await ctx.db
    .updateTable('leadForms')
    .set({ ...columnsOf(form), version: version + 1 })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  const changes = changesBetween<Record<string, unknown>>(before, form)
  ctx.audit({ action: 'update', record: 'leadForms', recordId: id, label: before.name, changes })
  return getForm(ctx, id, publicUrl)
}

/** A new address; the old one opens nothing any more. @throws AppError leads.formNotFound (404) */
export async function renewForm(ctx: Ctx, id: string, publicUrl: string): Promise<LeadForm> {
  const { name } = await getForm(ctx, id, publicUrl)
  await ctx.db
    .updateTable('leadForms')
    .set({ token: newFirmToken(ctx.tenantId), version: sql`version + 1` })
    .where('tenantId', '=', ctx.tenantId)
    .where('id', '=', id)
    .execute()
  ctx.audit({ action: 'update', record: 'leadForms', recordId: id, label: name, changes: { address: {} } })
  return getForm(ctx, id, publicUrl)
}

const formRows = (ctx: Ctx) =>
  ctx.db
    .selectFrom('leadForms as f')
    .selectAll('f')
    .select([
      userName(sql`f.owner_id`).as('ownerName'),
      valueLabel(ctx, sql`f.source_id`).as('sourceName'),
      sql<number>`(select count(*)::int from lead_entries e where e.tenant_id = f.tenant_id and e.form_id = f.id)`.as(
        'entries',
      ),
      sql<string | null>`(select max(e.received_at) from lead_entries e
        where e.tenant_id = f.tenant_id and e.form_id = f.id)`.as('lastEntryAt'),
    ])
    .where('f.tenantId', '=', ctx.tenantId)

type Row = Awaited<ReturnType<ReturnType<typeof formRows>['executeTakeFirstOrThrow']>>

function formView(row: Row, publicUrl: string): LeadForm {
  const { token, tenantId: _, ownerName, sourceName, ...form } = row
  const url = `${publicUrl}/f/${token}`
  return {
    ...form,
    source: ref(row.sourceId, sourceName),
    owner: ref(row.ownerId, ownerName),
    url,
    embed: `<iframe src="${url}" title="${attribute(row.title)}" width="100%" height="720" style="border:0" loading="lazy"></iframe>`,
  }
}

const attribute = (text: string): string =>
  text.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`)

const columnsOf = ({ fields, ...input }: LeadFormInput) => ({ ...input, fields: json(fields) })

async function requireReferences(ctx: Ctx, input: LeadFormInput, before?: LeadForm): Promise<void> {
  await requireValue(ctx, 'sources', {
    path: 'sourceId',
    id: input.sourceId,
    present: before?.sourceId ?? null,
  })
  if (input.ownerId !== before?.ownerId && !(await activeUser(ctx, input.ownerId)))
    throw badField('ownerId', 'leads.ownerInactive')
  if (input.productGroupId && (await groupTree(ctx)).pathOf(input.productGroupId).length === 0)
    throw badField('productGroupId', 'option')
  await requireFormFields(ctx, input.fields)
}
