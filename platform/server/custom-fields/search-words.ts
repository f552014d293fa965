import type { CustomField, CustomValues } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { customFieldsOf } from './definitions.ts'
import { customTypes } from './types.ts'

const searched: readonly CustomField['type'][] = ['text', 'phone', 'email', 'file']

/** Whether the search text holds the values of a field as they are typed. */
export const isFoundByWords = ({ type }: CustomField): boolean => type !== 'file' && searched.includes(type)

/** Makes the function that gathers the values of own fields by which a record of the type is found. */
export async function customSearchWords(
  ctx: Ctx,
  record: string,
): Promise<(values: CustomValues) => string[]> {
  const fields = (await customFieldsOf(ctx, record)).filter(({ type }) => searched.includes(type))
  return (values) =>
    fields.flatMap(({ key, type }) =>
      (values[key] ?? null) === null ? [] : customTypes[type].toSide(values[key]),
    )
}
