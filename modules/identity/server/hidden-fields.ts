import { type Ctx, defineHook } from '@peyvand/platform/server'
import { sql } from 'kysely'
import type { RoleContent } from '../contract/index.ts'

/** Told when a role begins or ends to hide fields (`records:contracts.custom.amount`), in the same transaction. */
export const hiddenFieldsChanged = defineHook<{ fields: readonly string[] }, void>(
  'identity.hiddenFieldsChanged',
)

/** Fields of a record type that some role hides (`custom.amount`): what is stored once for all readers leaves them out. */
export async function fieldsSomeRoleHides(ctx: Ctx, record: string): Promise<ReadonlySet<string>> {
  const prefix = `${record}.`
  const { rows } = await sql<{ field: string }>`
    select distinct rule.key as field from roles r, jsonb_each_text(r.field_rules) rule
    where r.tenant_id = ${ctx.tenantId} and rule.value = 'hidden' and starts_with(rule.key, ${prefix})`.execute(
    ctx.db,
  )
  return new Set(rows.map(({ field }) => field.slice(prefix.length)))
}

/** Fields that one of two states of a role hides and the other does not. */
export function differentlyHidden(
  before: RoleContent['fieldRules'],
  after: RoleContent['fieldRules'],
): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...fields].filter((field) => (before[field] === 'hidden') !== (after[field] === 'hidden'))
}
