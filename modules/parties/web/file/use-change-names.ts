import { useT } from '@peyvand/platform/web'
import { useFormat, useUi } from '@peyvand/ui'
import { useGroupNames, usePartyGroups, useTags } from '../choices/use-choices.ts'
import { addressWords } from '../display/address-words.ts'
import { codeNames } from './file-fields.ts'

/** Values that the change log keeps by key or id, in words; everything else comes back as it is. */
export function useChangeNames(): (field: string, value: unknown) => unknown {
  const t = useT()
  const format = useFormat()
  const { locale } = useUi()
  const groups = new Map(usePartyGroups().map((group) => [group.key, group]))
  const tags = new Map(useTags().map(({ id, label }) => [id, label]))
  const { groupName, stateName } = useGroupNames()

  /** A place in a group is told as `customers.active`. */
  const placeName = (place: string): string => {
    const [key = '', stateKey] = place.split('.')
    const group = groups.get(key)
    const state = group?.states.find((one) => one.key === stateKey)
    return group ? [groupName(group), ...(state ? [stateName(state)] : [])].join(' · ') : place
  }
  const named = (field: string, value: string): string => {
    if (field === 'kind' || field === 'gender') return t(`parties.${field}.${value}`)
    if (field === 'sourceKind') return t(`parties.source.${value}`)
    if (field === 'tags' || field === 'tagIds') return tags.get(value) ?? value
    if (field === 'groups' || field.startsWith('groups.')) return placeName(value)
    return codeNames.includes(field) ? `\u2066${format.digits(value)}\u2069` : value
  }
  const words = (field: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((part) => words(field, part))
    if (field === 'addresses' && typeof value === 'object' && value !== null)
      return addressWords(value as Parameters<typeof addressWords>[0], locale, format)
    return typeof value === 'string' && value !== '' ? named(field, value) : value
  }
  return words
}
