import type { ListField } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import { type ReactNode, useMemo } from 'react'
import { useColleagues, useTeams } from '../choices/use-choices.ts'
import { PartyName } from '../display/party-name.tsx'
import { LongText } from '../form/use-custom-facts.tsx'
import { customText } from './custom-text.ts'

/** Shows a value of one of the firm's own fields in a list. */
export function useOwnCell(): (field: ListField, value: unknown) => ReactNode {
  const t = useT()
  const format = useFormat()
  const colleagues = useColleagues()
  const teams = useTeams()
  return useMemo(() => {
    const names = new Map([...colleagues, ...teams].map(({ id, label }) => [id, label]))
    return (field, value) => {
      if (typeof value !== 'string') return customText(value, field, format, t)
      if (field.type === 'party') return <PartyName id={value} />
      if (field.type === 'user' || field.type === 'team') return names.get(value) ?? null
      const text = customText(value, field, format, t)
      return text !== null && field.type === 'text' ? <LongText>{text}</LongText> : text
    }
  }, [colleagues, teams, format, t])
}
