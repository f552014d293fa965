import { type Label, permissionKeys, type RecordPermissions } from '@peyvand/platform/contract'
import { askHook, type Ctx, defineHook } from '@peyvand/platform/server'

/** Asked for the record types that the firm made itself: further rows of the matrix of permissions. */
export const ownPermissions = defineHook<void, readonly RecordPermissions[]>('identity.ownPermissions')

export interface RecordParts {
  type: string
  label: Label
  hint: Label
  options: readonly { key: string; label: Label }[]
}

/** Asked for the parts of record types that roles may be limited to; the module reads by `limitOf`. */
export const recordParts = defineHook<void, RecordParts>('identity.recordParts')

/** What roles may grant on records: what the modules declare, and what the firm made itself. */
export async function recordPermissions(ctx: Ctx): Promise<RecordPermissions[]> {
  const own = await askHook(ctx, ownPermissions, undefined)
  return [...ctx.registry.permissions.flatMap(({ records }) => records), ...own.flat()]
}

/** Keys of all scoped permissions of the firm: `parties.read`, `records:contracts.read`. */
export async function scopedPermissionKeys(ctx: Ctx): Promise<string[]> {
  return permissionKeys({ records: await recordPermissions(ctx), rights: {} })
}
