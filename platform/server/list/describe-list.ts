import type { z } from 'zod'
import type { ListFieldAnswer, ListRelationAnswer } from '../../contract/index.ts'
import type { Ctx } from '../ctx.ts'
import { type ListSource, listFields } from './list-source.ts'

type FieldAnswers = Record<string, z.output<typeof ListFieldAnswer>>

interface DescribedList {
  fields: FieldAnswers
  relations: Record<string, z.output<typeof ListRelationAnswer>>
}

/**
 * A list's fields and relations for filter builders and column choosers, labels in the caller's language; `options`
 * names values of fields that the source itself cannot name.
 */
export function describeList(
  ctx: Ctx,
  source: ListSource,
  options: Readonly<Record<string, Record<string, string>>> = {},
): DescribedList {
  return {
    fields: fieldsIn(ctx, source, options),
    relations: Object.fromEntries(
      Object.entries(source.relations ?? {}).map(([name, relation]) => [
        name,
        { label: textOf(ctx, relation.label), fields: fieldsIn(ctx, relation.source, {}) },
      ]),
    ),
  }
}

const textOf = (ctx: Ctx, key: string) => ctx.registry.translate(ctx.locale, key)

const fieldsIn = (
  ctx: Ctx,
  source: ListSource,
  options: Readonly<Record<string, Record<string, string>>>,
): FieldAnswers =>
  Object.fromEntries(
    Object.entries(listFields(source)).map(
      ([key, { sortable, filterable, groupable, aggregates = [], ...field }]) => {
        const known = options[key] ?? field.options
        return [
          key,
          {
            ...field,
            label: textOf(ctx, field.label),
            sortable: sortable ?? false,
            filterable: filterable ?? true,
            groupable: groupable ?? false,
            aggregates: [...aggregates],
            ...(known
              ? {
                  options: Object.fromEntries(
                    Object.entries(known).map(([value, label]) => [value, textOf(ctx, label)]),
                  ),
                }
              : {}),
          },
        ]
      },
    ),
  )
