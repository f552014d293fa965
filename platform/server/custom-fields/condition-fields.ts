import type { ConditionField } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { askHook, defineHook } from '../hooks.ts'

/** Asked for the fields that all records of a type have and that conditions of own fields may ask. */
export const conditionFieldsHook = defineHook<{ record: string }, readonly ConditionField[]>(
  'platform.conditionFields',
)

/** Those of a record type, named in the caller's language. */
export const conditionFields = async (ctx: Ctx, record: string): Promise<ConditionField[]> =>
  (await askHook(ctx, conditionFieldsHook, { record })).flat()
