import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import { useGroupNames, usePartyGroups } from '../choices/use-choices.ts'
import { changeValue } from '../file/change-value.ts'
import { fieldKey } from '../file/field-key.ts'
import { codeNames } from '../file/file-fields.ts'
import { customText } from '../list/custom-text.ts'
import { useListFields } from '../list/use-list-fields.ts'

/** Names and values of a merge's fields in words. */
export function useMergeWords() {
  const t = useT()
  const format = useFormat()
  const groups = new Map(usePartyGroups().map((group) => [group.key, group]))
  const { groupName, stateName } = useGroupNames()
  const fields = useListFields().data?.fields ?? {}

  const groupOf = (field: string) => groups.get(field.slice('groups.'.length))
  const label = (field: string): string => {
    if (field.startsWith('groups.')) {
      const group = groupOf(field)
      return t('parties.duplicates.stateIn', { group: group ? groupName(group) : '' })
    }
    const own = fields[field]
    return own && field.startsWith('custom.') ? t(own.label) : t(fieldKey(field))
  }
  const value = (field: string, given: unknown): string | null => {
    if (given === null) return null
    if (field === 'photoFileId') return t('parties.duplicates.picture')
    const text = typeof given === 'string' ? given : ''
    if (field === 'gender') return t(`parties.gender.${text}`)
    if (field.startsWith('groups.')) {
      const state = groupOf(field)?.states.find(({ key }) => key === text)
      return state ? stateName(state) : text
    }
    const own = fields[field]
    if (own && field.startsWith('custom.')) return customText(given, own, format, t)
    if (codeNames.includes(field)) return `\u2066${format.digits(text)}\u2069`
    return changeValue(given, format, { yes: t('parties.yes'), no: t('parties.no') })
  }
  return { label, value }
}
