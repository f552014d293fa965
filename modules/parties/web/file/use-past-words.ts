import { listCustomFieldsRoute } from '@peyvand/customization/contract'
import { useRoute, useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import { durationWords } from '../form/use-custom-facts.tsx'
import { changeValue } from './change-value.ts'

/**
 * Says stored values of a record type's fields in words, own ones (`custom.creditLimit`) by their type; null where
 * there is nothing. Names of people, parties and options come with the history itself.
 */
export function usePastWords(record: string): (field: string, value: unknown) => string | null {
  const t = useT()
  const format = useFormat()
  const { data } = useRoute(listCustomFieldsRoute, { query: { record } }, { staleTime: 60_000 })
  const words = { yes: t('parties.yes'), no: t('parties.no') }
  return (field, value) => {
    const type = data?.items.find(({ key }) => `custom.${key}` === field)?.type
    if (type === 'money' && typeof value === 'string') return format.money(value)
    if (type === 'duration' && typeof value === 'number') return durationWords(t, value)
    return changeValue(value, format, words)
  }
}
