import type { z } from 'zod'
import type { CreateLetter, Letter, LetterChange } from '../../contract/index.ts'

export type LetterInput = z.input<typeof CreateLetter>

/** What the page was opened with: `?direction=outgoing&answers=<letter>`. */
export interface LetterStart {
  direction: LetterInput['direction']
  answered?: Letter | undefined
  party?: { id: string; name: string } | undefined
}

const person = { title: '', reason: '', userId: null, partyId: null }

/** A new letter: an answer goes to who wrote, under the same subject. */
export function newLetter({ direction, answered, party }: LetterStart): LetterInput {
  const chief = answered?.party ?? party ?? null
  return {
    direction,
    subject: answered?.subject ?? '',
    body: '',
    registerId: null,
    letterNo: null,
    letterDate: null,
    recipients: chief && direction !== 'incoming' ? [{ ...person, name: chief.name, partyId: chief.id }] : [],
    copies: [],
    links: answered ? [{ relation: 'answers', letterId: answered.id }] : [],
    enclosures: 0,
    urgency: answered?.urgency ?? 'normal',
    confidentiality: answered?.confidentiality ?? 'normal',
    answerBy: null,
    partyId: chief?.id ?? null,
    fileIds: [],
    letterheadId: null,
    signerId: null,
    signed: false,
    stamped: false,
  }
}

/** A letter that is there, as its form. */
export const letterValues = (letter: Letter): LetterInput => ({
  direction: letter.direction,
  subject: letter.subject,
  body: letter.body ?? '',
  registerId: letter.register?.id ?? null,
  letterNo: letter.letterNo,
  letterDate: letter.letterDate,
  recipients: letter.recipients,
  copies: letter.copies,
  links: letter.links.map(({ relation, id }) => ({ relation, letterId: id })),
  enclosures: letter.enclosures,
  urgency: letter.urgency,
  confidentiality: letter.confidentiality,
  answerBy: letter.answerBy,
  partyId: letter.party?.id ?? null,
  ownerId: letter.owner.id,
  fileIds: letter.files.map(({ id }) => id),
  letterheadId: letter.letterheadId,
  signerId: letter.signerId,
  signed: letter.signed,
  stamped: letter.stamped,
})

/** The fields of a form that were changed: others may have changed the rest meanwhile. */
export function changedFields(letter: Letter, values: LetterInput): z.input<typeof LetterChange> {
  const before = letterValues(letter) as Record<string, unknown>
  const changed = Object.entries(values).filter(
    ([key, value]) => key !== 'direction' && JSON.stringify(value) !== JSON.stringify(before[key]),
  )
  return { ...Object.fromEntries(changed), version: letter.version }
}
