import { activeUser, teamsOfUser } from '@peyvand/identity/server'
import { Selection } from '@peyvand/platform/contract'
import { badField, type Ctx, checkCustomValues, defineBulkChange } from '@peyvand/platform/server'
import { z } from 'zod'
import { BulkAction } from '../contract/index.ts'
import { applyToParties } from './bulk-actions.ts'
import { refusedRows } from './bulk-refused.ts'
import { takeBack } from './bulk-take-back.ts'
import { judgeParties, KeptParty, mayAct } from './bulk-verdict.ts'
import { checkReferences } from './check-references.ts'
import { describeBulk } from './describe-bulk.ts'
import { fieldLabels } from './field-labels.ts'
import { groupByKey } from './group-queries.ts'
import { permittedBinSource, permittedSource } from './list-parties.ts'
import { requireState } from './membership.ts'
import { binnedParties, visibleParties } from './party-access.ts'
import { givenColumns, type PartyTableRow } from './party-row.ts'

const BulkInput = z.object({ selection: Selection, action: BulkAction })
type BulkInput = z.infer<typeof BulkInput>

/**
 * Starts a change of many parties; answers the operation to watch. Records that the caller sees but may not
 * change count as failed.
 * @throws AppError parties.groupNotFound, parties.stateUnknown; badInput at a field
 */
export async function startBulk(ctx: Ctx, input: BulkInput): Promise<{ operationId: string }> {
  return bulkPartyChange.start(ctx, { ...input, action: await checkedAction(ctx, input.action) })
}

/** Changes of many parties. */
export const bulkPartyChange = defineBulkChange({
  kind: 'parties.bulk',
  input: BulkInput,
  record: 'parties',
  nameOf: ({ displayName }) => displayName,
  keeps: { table: 'partyBulkChanges', id: 'partyId', as: KeptParty },
  open: async (_, { action }) => action,
  among: async (ctx, { type }) =>
    type === 'restore'
      ? { source: await permittedBinSource(ctx), rows: binnedParties(ctx).selectAll('p') }
      : { source: await permittedSource(ctx), rows: visibleParties(ctx).selectAll('p') },
  change,
  judge: judgeParties,
  putBack: takeBack,
  describe: (ctx, { action }) => describeBulk(ctx, action),
  fieldLabels,
})

async function change(ctx: Ctx, action: BulkAction, rows: readonly PartyTableRow[]) {
  const allowed = rows.filter(await mayAct(ctx, action, rows))
  const refused = await refusedRows(ctx, action, allowed)
  const changed = allowed.filter(({ id }) => !refused.has(id))
  const kept = await applyToParties(ctx, action, changed)
  const failures = allowed.flatMap(({ id, displayName }) => {
    const code = refused.get(id)
    return code ? [{ id, name: displayName, code }] : []
  })
  return { done: changed.length, kept, failures }
}

async function checkedAction(ctx: Ctx, action: BulkAction): Promise<BulkAction> {
  switch (action.type) {
    case 'update': {
      await checkReferences(ctx, givenColumns(action.values))
      if (!action.values.custom) return action
      const custom = await checkCustomValues(ctx, {
        record: 'parties',
        values: action.values.custom,
        partial: true,
      })
      return { ...action, values: { ...action.values, custom } }
    }
    case 'assign': {
      const { ownerId, teamId } = action
      if (ownerId && !(await activeUser(ctx, ownerId)))
        throw badField('action.ownerId', 'parties.ownerUnknown')
      if (teamId !== undefined) await checkReferences(ctx, { teamId })
      return {
        ...action,
        teamId: teamId === undefined && ownerId ? ((await teamsOfUser(ctx, ownerId))[0] ?? null) : teamId,
      }
    }
    case 'join':
      requireState(await groupByKey(ctx, action.group), action.state)
      return action
    case 'leave':
      await groupByKey(ctx, action.group)
      return action
    default:
      return action
  }
}
