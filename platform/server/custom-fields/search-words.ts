import type { CustomValues } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { customFieldsOf } from './definitions.ts'

const searched: readonly string[] = ['text', 'phone', 'email']

/** Makes the function that gathers the values of own fields by which a record of the type is found. */
export async function customSearchWords(
  ctx: Ctx,
  record: string,
): Promise<(values: CustomValues) => string[]> {
  const keys = (await customFieldsOf(ctx, record)).flatMap(({ key, type }) =>
    searched.includes(type) ? [key] : [],
  )
  return (values) => keys.flatMap((key) => (typeof values[key] === 'string' ? [values[key]] : []))
}
