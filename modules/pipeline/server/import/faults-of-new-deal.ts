import type { CellProblem } from '@peyvand/imports/server'
import type { CustomField } from '@peyvand/platform/contract'
import type { Ctx } from '@peyvand/platform/server'
import type { Stage } from '../../contract/index.ts'
import { missingFor } from '../stage-gate.ts'
import type { DealItem } from './deal-item.ts'

/** What keeps a row from making a deal. A stage's checklist is not asked: no file says what was ticked. */
export function faultsOfNewDeal(
  ctx: Ctx,
  item: DealItem,
  { stage, own }: { stage: Stage; own: ReadonlyMap<string, CustomField> },
): CellProblem[] {
  const row = (code: string, params?: Record<string, unknown>): CellProblem => ({
    column: null,
    code,
    ...(params && { params }),
  })
  const deal = {
    ...item,
    sourceId: item.sourceId ?? item.sourceLabel,
    lostReasonId: item.lostReasonId ?? item.lostReasonLabel,
    checked: [],
  }
  return [
    ...(item.title === null ? [row('pipeline.titleMissing')] : []),
    ...(item.partyId === null ? [row('pipeline.partyMissing')] : []),
    ...missingFor({ ...stage, checklist: [] }, deal).map(({ path }) =>
      row('pipeline.rowLacks', { stage: stage.name, field: fieldName(ctx, path, own) }),
    ),
  ]
}

function fieldName(ctx: Ctx, path: string, own: ReadonlyMap<string, CustomField>): string {
  const field = own.get(path.replace(/^custom\./, ''))
  if (field) return ctx.locale === 'fa' ? field.labelFa : field.labelEn
  return ctx.registry.translate(ctx.locale, `pipeline.field.${path.replace(/Id$/, '')}`)
}
