import { useCustomFields, useCustomWords } from '@peyvand/parties/web'
import { useUi } from '@peyvand/ui'
import type { DataGridColumn } from '@peyvand/ui/data'
import { useMemo } from 'react'
import { ActivityKind, type ActivityRow } from '../../contract/index.ts'

/** Sets have no order. */
const unordered: readonly string[] = ['longText', 'manyOf', 'file']

/** The firm's own fields of activities as columns of their list. */
export function useOwnColumns(): readonly DataGridColumn<ActivityRow>[] {
  const { locale } = useUi()
  const words = useCustomWords()
  const fields = useCustomFields('activities', ActivityKind.options)
  return useMemo(
    () =>
      fields.map((field) => ({
        id: `custom.${field.key}`,
        header: locale === 'fa' ? field.labelFa : field.labelEn,
        width: 150,
        sortable: !unordered.includes(field.type),
        cell: (row) => words(field, row.custom[field.key]),
      })),
    [fields, words, locale],
  )
}
