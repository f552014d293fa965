import { useRoute } from '@peyvand/platform/web'
import { useUi } from '@peyvand/ui'
import { useMemo } from 'react'
import { listMergeFieldsRoute, type MergeField, outlineOf, renameFields } from '../../contract/index.ts'

/**
 * The fields that texts may carry. People read and write them by their labels (`{{نام مخاطب}}`); the server knows
 * their keys. A label that two fields share is written as the key.
 */
export function useMergeFields() {
  const { locale } = useUi()
  const { data } = useRoute(listMergeFieldsRoute, {}, { staleTime: 5 * 60_000 })
  return useMemo(() => {
    const fields = data?.items ?? []
    const labelOf = ({ labelFa, labelEn }: MergeField) => (locale === 'fa' ? labelFa : labelEn)
    const labels = new Map<string, string>()
    const keys = new Map<string, string>()
    for (const field of fields) {
      const label = labelOf(field)
      const isOwn = fields.filter((other) => labelOf(other) === label).length === 1
      labels.set(field.key, isOwn && !/[{}|\n]/.test(label) ? label : field.key)
    }
    for (const [key, label] of labels) keys.set(label, key)
    /** What a field is called for the reader, whatever its mark in texts is. */
    const nameOf = (key: string) => {
      const field = fields.find((one) => one.key === key)
      return field ? labelOf(field) : key
    }
    return {
      isLoaded: data !== undefined,
      fields,
      nameOf,
      /** The text at a glance, for lists. */
      toOutline: (text: string) => outlineOf(text, nameOf),
      /** The field's name inside a text. */
      markOf: (key: string) => labels.get(key) ?? key,
      toShown: (text: string) => renameFields(text, (key) => labels.get(key) ?? key),
      toStored: (text: string) => renameFields(text, (label) => keys.get(label) ?? label),
    }
  }, [data, locale])
}

export type MergeFields = ReturnType<typeof useMergeFields>
