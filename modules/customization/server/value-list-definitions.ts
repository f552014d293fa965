import { type Color, ListKey } from '@peyvand/customization/contract'
import { AppError, askHook, type Ctx, defineHook } from '@peyvand/platform/server'

export interface ReadyValue {
  /** Stable: code may look for it. */
  key: string
  fa: string
  en: string
  color?: Color
}

/** A list of values that a module uses, with the values a new firm starts with. */
export interface ValueListDefinition {
  key: string
  fa: string
  en: string
  values: readonly ReadyValue[]
}

/** Modules answer with the lists their records use; only these exist. */
export const valueListsHook = defineHook<void, readonly ValueListDefinition[]>('customization.valueLists')

export async function valueListDefinitions(ctx: Ctx): Promise<ValueListDefinition[]> {
  return (await askHook(ctx, valueListsHook, undefined)).flat()
}

/** @throws AppError customization.unknownList (404) */
export async function requireValueList(ctx: Ctx, list: string): Promise<void> {
  const lists = await valueListDefinitions(ctx)
  if (!ListKey.safeParse(list).success || !lists.some(({ key }) => key === list)) {
    throw new AppError('customization.unknownList', { status: 404 })
  }
}
