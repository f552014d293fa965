import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import type { Party } from '../../contract/index.ts'
import { useColleagues, useTeams, useValues } from '../choices/use-choices.ts'
import { changeValue } from '../file/change-value.ts'
import { fieldKey } from '../file/field-key.ts'
import { useChangeNames } from '../file/use-change-names.ts'
import type { PartyFormValues } from './party-form-values.ts'

/** A field of the form by name and its value in words, for comparing with what a colleague saved. */
export function useConflictWords(party: Party) {
  const t = useT()
  const format = useFormat()
  const inWords = useChangeNames()
  const choices = [
    useColleagues(),
    useTeams(),
    useValues('industries', party.industry?.id),
    useValues('sources', party.leadSource?.id),
    useValues('customerLevels', party.level?.id),
  ].flat()
  const words = { yes: t('parties.yes'), no: t('parties.no') }

  return (field: keyof PartyFormValues, value: unknown, current: Party) => {
    const label = t(fieldKey(field))
    if (!isReference(field) || typeof value !== 'string')
      return { label, value: changeValue(inWords(field, value), format, words) }
    const known = [...choices, ...refsOf(party), ...refsOf(current)].find(({ id }) => id === value)
    return { label, value: known?.label ?? t('web.conflict.another') }
  }
}

const references = [
  'industry',
  'leadSource',
  'level',
  'introducer',
  'marketer',
  'owner',
  'team',
  'worksFor',
] as const

const isReference = (field: string): boolean => references.some((name) => `${name}Id` === field)

const refsOf = (party: Party) =>
  references.flatMap((name) => (party[name] ? [{ id: party[name].id, label: party[name].name }] : []))
