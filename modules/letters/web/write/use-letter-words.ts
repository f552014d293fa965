import { useColleagues } from '@peyvand/parties/web'
import { useRoute, useT } from '@peyvand/platform/web'
import { useFormat } from '@peyvand/ui'
import {
  type Letter,
  listLetterheadsRoute,
  listRegistersRoute,
  listSignersRoute,
} from '../../contract/index.ts'
import { useRegisterName } from '../use-register-name.ts'
import type { LetterInput } from './letter-values.ts'

type Field = keyof LetterInput

const labels: Record<Exclude<Field, 'direction'>, string> = {
  subject: 'activities.field.subject',
  body: 'letters.ui.body',
  registerId: 'letters.register',
  letterNo: 'letters.ui.senderNo',
  letterDate: 'letters.ui.senderDate',
  recipients: 'letters.ui.recipients',
  copies: 'letters.ui.copies',
  links: 'letters.ui.links',
  enclosures: 'letters.ui.enclosures',
  urgency: 'letters.urgency',
  confidentiality: 'activities.confidentiality',
  answerBy: 'letters.answerBy',
  partyId: 'letters.ui.party',
  ownerId: 'activities.field.owner',
  fileIds: 'files.attachments',
  letterheadId: 'letters.ui.letterhead',
  signerId: 'letters.ui.signer',
  signed: 'letters.ui.signed',
  stamped: 'letters.ui.stamped',
}

/** A field of a letter by name and its value in words, for comparing with what a colleague saved. */
export function useLetterWords(opened: Letter | null) {
  const t = useT()
  const format = useFormat()
  const registerName = useRegisterName()
  const registers = useRoute(listRegistersRoute, {}).data?.items ?? []
  const named = [
    ...useColleagues(),
    ...registers.map((register) => ({ id: register.id, label: registerName(register) })),
    ...(useRoute(listLetterheadsRoute, {}).data?.items ?? []).map(({ id, name }) => ({ id, label: name })),
    ...(useRoute(listSignersRoute, {}).data?.items ?? []).map(({ id, name }) => ({ id, label: name })),
  ]
  return (field: Field, value: unknown, current: Letter) => {
    const known = [...named, ...namesIn(opened), ...namesIn(current)]
    const nameOf = (id: string) => known.find((one) => one.id === id)?.label ?? t('web.conflict.another')
    const label = t(field === 'direction' ? 'activities.direction' : labels[field])
    const inWords = (part: unknown): string | null => {
      if (part === null || part === undefined || part === '') return null
      if (typeof part === 'boolean') return t(part ? 'parties.yes' : 'parties.no')
      if (typeof part === 'number') return format.number(part)
      if (typeof part === 'object') return rowInWords(part as Row, nameOf)
      if (typeof part !== 'string') return null
      if (field === 'urgency' || field === 'confidentiality') return t(`activities.${field}.${part}`)
      if (field === 'letterDate' || field === 'answerBy') return format.date(part)
      return /Ids?$/.test(field) ? nameOf(part) : part
    }
    if (!Array.isArray(value)) return { label, value: inWords(value) }
    const parts = value.flatMap((part: unknown) => inWords(part) ?? [])
    return { label, value: parts.length > 0 ? format.list(parts) : null }
  }
}

/** People by what stands on the letter, links by the letter they lead to. */
interface Row {
  name?: string
  letterId?: string
}

const rowInWords = ({ name, letterId }: Row, nameOf: (id: string) => string): string | null =>
  letterId ? nameOf(letterId) : (name ?? null)

const namesIn = (letter: Letter | null) =>
  letter
    ? [
        ...letter.links.map(({ id, subject }) => ({ id, label: subject })),
        ...[...letter.files, letter.owner, ...(letter.party ? [letter.party] : [])].map(({ id, name }) => ({
          id,
          label: name,
        })),
      ]
    : []
