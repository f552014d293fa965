import {
  type CustomField,
  type CustomFile,
  type CustomValues,
  factsFor,
  shownFields,
} from '@peyvand/platform/contract'
import { type T, useT } from '@peyvand/platform/web'
import { Bdi, type Format, Link, lazyPart, useFormat, useUi } from '@peyvand/ui'
import { type ReactNode, useCallback } from 'react'
import { useColleagues, useTeams } from '../choices/use-choices.ts'
import { PartyName } from '../display/party-name.tsx'

// Most records have no files in fields.
const FileLinks = lazyPart(async () => (await import('@peyvand/files/web')).FileLinks)

/**
 * The firm's own fields of a record that are shown and filled, by name, in words; `record` has what their conditions
 * may ask of it besides.
 */
export function useCustomFacts(
  fields: readonly CustomField[],
  values: CustomValues,
  record: Readonly<Record<string, unknown>> = {},
) {
  const { locale } = useUi()
  const inWords = useCustomWords()
  return shownFields(fields, { ...values, ...factsFor(fields, record) }, []).flatMap((field) => {
    const value = inWords(field, values[field.key])
    return value === null ? [] : [{ label: locale === 'fa' ? field.labelFa : field.labelEn, value }]
  })
}

/** Says a value of an own field in words; null where there is none. */
export function useCustomWords(): (field: CustomField, value: unknown) => ReactNode {
  const t = useT()
  const format = useFormat()
  const { locale } = useUi()
  const [colleagues, teams] = [useColleagues(), useTeams()]
  return useCallback(
    ({ type, options }: CustomField, value: unknown): ReactNode => {
      const choice = (id: string) => {
        const option = options.find((one) => one.value === id)
        return (locale === 'fa' ? option?.labelFa : option?.labelEn) ?? id
      }
      if (Array.isArray(value) && type === 'file')
        return value.length > 0 ? <FileLinks files={value as CustomFile[]} /> : null
      if (Array.isArray(value)) return value.length > 0 ? format.list(value.map(String).map(choice)) : null
      if (typeof value === 'boolean') return t(value ? 'parties.yes' : 'parties.no')
      if (typeof value === 'number')
        return type === 'duration' ? durationWords(t, value) : format.number(value)
      if (typeof value !== 'string' || value === '') return null
      if (type === 'oneOf') return choice(value)
      if (type === 'user') return labelOf(colleagues, value)
      if (type === 'team') return labelOf(teams, value)
      return type === 'party' ? <PartyName id={value} /> : plainWords(type, value, format)
    },
    [t, format, locale, colleagues, teams],
  )
}

const labelOf = (options: readonly { id: string; label: string }[], id: string) =>
  options.find((option) => option.id === id)?.label ?? null

/** Minutes as hours and minutes: «۲ ساعت و ۳۰ دقیقه». */
export function durationWords(t: T, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return t('parties.minutesLong', { count: rest })
  return rest === 0
    ? t('parties.hoursLong', { count: hours })
    : t('parties.hoursMinutesLong', { hours, rest })
}

/** With its lines; in a list as one that is cut, and read whole by pointing at it. */
export const LongText = ({ children }: { children: string }) => (
  <span className="whitespace-pre-line in-[[role=gridcell]]:whitespace-nowrap" title={children}>
    {children}
  </span>
)

function plainWords(type: CustomField['type'], text: string, format: Format): ReactNode {
  switch (type) {
    case 'money':
      return format.money(text)
    case 'date':
      return format.date(text)
    case 'instant':
      return format.dateTime(text)
    case 'phone':
      return (
        <Link href={`tel:${text}`}>
          <Bdi>{format.phone(text)}</Bdi>
        </Link>
      )
    case 'email':
      return (
        <Link href={`mailto:${text}`}>
          <Bdi>{text}</Bdi>
        </Link>
      )
    case 'link':
      return (
        <Link href={text} target="_blank" rel="noreferrer">
          <Bdi>{text.replace(/^https?:\/\//, '')}</Bdi>
        </Link>
      )
    case 'longText':
      return <LongText>{text}</LongText>
    default:
      return text
  }
}
