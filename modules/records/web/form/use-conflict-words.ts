import { useColleagues, useTags } from '@peyvand/parties/web'
import { useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import type { FirmRecord, RecordKind } from '../../contract/index.ts'
import { useKindNames } from '../use-kinds.ts'
import type { RecordValues } from './record-values.ts'

/** Says fields and values of the form in words, for the choice between two versions. */
export function useConflictWords(kind: RecordKind) {
  const t = useT()
  const format = useFormat()
  const { state: stateName } = useKindNames()
  const [colleagues, tags] = [useColleagues(), useTags()]
  const labels: Record<keyof RecordValues, string> = {
    title: t('records.field.title'),
    state: t('records.field.state'),
    partyId: t('records.field.party'),
    ownerId: t('records.field.owner'),
    tagIds: t('records.field.tags'),
    files: t('files.attachments'),
    custom: t('customization.customFields'),
  }
  const said = (field: keyof RecordValues, value: unknown, current: FirmRecord): string | null => {
    if (field === 'tagIds')
      return format.list((value as string[]).map((id) => tags.find((tag) => tag.id === id)?.label ?? ''))
    if (field === 'files')
      return format.list((value as RecordValues['files']).map((file) => file.name)) || null
    if (field === 'custom')
      return format.list(Object.values(value as object).flatMap((one) => (one === null ? [] : [String(one)])))
    if (typeof value !== 'string' || value === '') return null
    if (field === 'state') {
      const state = kind.states.find(({ key }) => key === value)
      return state ? stateName(state) : value
    }
    if (field === 'ownerId') return colleagues.find(({ id }) => id === value)?.label ?? null
    if (field === 'partyId')
      return current.party?.id === value ? current.party.name : t('web.conflict.another')
    return value
  }
  return (field: keyof RecordValues, value: unknown, current: FirmRecord) => ({
    label: labels[field],
    value: said(field, value, current),
  })
}
