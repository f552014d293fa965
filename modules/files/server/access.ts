import type { RecordRef } from '@peyvand/files/contract'
import { askHook, type Ctx, defineHook } from '@peyvand/platform/server'

/** The module that owns the record type answers whether the caller sees the record; others answer null. */
export const canSeeRecord = defineHook<RecordRef, boolean | null>('files.canSeeRecord')

/** The same for changing it: attaching and detaching files. */
export const canChangeRecord = defineHook<RecordRef, boolean | null>('files.canChangeRecord')

export const maySee = async (ctx: Ctx, record: RecordRef): Promise<boolean> =>
  (await askHook(ctx, canSeeRecord, record)).includes(true)

export const mayChange = async (ctx: Ctx, record: RecordRef): Promise<boolean> =>
  (await askHook(ctx, canChangeRecord, record)).includes(true)
