import type { ActivityChange, CreateActivity } from '@peyvand/activities/contract'
import { createActivity, updateActivity } from '@peyvand/activities/server'
import { cleanText } from '@peyvand/persian'
import { AppError, type Ctx, requireVersion } from '@peyvand/platform/server'
import type { CreateLetter, Letter, LetterChange, LetterPerson } from '../contract/index.ts'
import { deliverInside } from './deliver-inside.ts'
import { getLetter, requireLetter } from './letter-view.ts'
import { requireLetterhead } from './letterheads.ts'
import { setLinks } from './links.ts'
import { chosenRegister } from './number-letter.ts'
import { peopleOf, setPeople } from './people.ts'
import { type SheetRow, sheetOf } from './sheets.ts'
import { maySign, requireSigner, requireSigning, signerById } from './signers.ts'
import './tables.ts'

/**
 * Registers an incoming letter at once, or begins a draft of an outgoing or internal one.
 * @throws AppError forbidden, letters.cannotSign (403), letters.noRegister (409); badInput (400) at the field
 */
export async function createLetter(ctx: Ctx, input: CreateLetter): Promise<Letter> {
  const { direction, recipients, copies, links, answerBy, ownerId } = input
  const isWritten = direction !== 'incoming'
  if (input.registerId) await chosenRegister(ctx, input)
  const body: CreateActivity = {
    kind: 'letter',
    direction,
    subject: input.subject,
    body: input.body,
    dueAt: answerBy,
    confidentiality: input.confidentiality,
    parties: partiesOf(input),
    fileIds: input.fileIds,
    letter: detailsOf(input),
    ...(isWritten ? { status: 'planned' as const } : received(ctx, answerBy)),
    ...(ownerId ? { ownerId } : {}),
  }
  const { id } = await createActivity(ctx, body)
  await setPeople(ctx, id, { recipients, copies })
  await setLinks(ctx, id, links)
  if (isWritten) await insertSheet(ctx, id, input)
  else await deliverInside(ctx, { id, recipients, copies, urgency: input.urgency })
  return getLetter(ctx, id)
}

/** A letter that came happened when it was registered; it stays open while it awaits an answer. */
const received = (ctx: Ctx, answerBy: string | null) => ({
  occurredAt: ctx.now().toISOString(),
  status: answerBy ? ('planned' as const) : ('done' as const),
})

/**
 * Changes a letter. A signature goes off a draft whose text or names change by the hand of somebody who may not sign.
 * @throws AppError activities.notFound, forbidden, versionConflict, activities.letterFixed (409), letters.cannotSign
 */
export async function updateLetter(ctx: Ctx, id: string, change: LetterChange): Promise<Letter> {
  const before = await requireLetter(ctx, id)
  if (change.version !== before.version) requireVersion(before, change.version, await getLetter(ctx, id))
  const sheet = await sheetOf(ctx, id)
  if (sheet?.issuedAt && touchesPaper(change)) throw new AppError('activities.letterFixed', { status: 409 })
  const people = { ...(await peopleOf(ctx, id, before.letter)), ...given(change, ['recipients', 'copies']) }
  const details = {
    ...before.letter,
    ...given(change, ['letterNo', 'letterDate', 'enclosures', 'urgency', 'registerId']),
  }
  if (change.registerId && !before.letter.registryNo)
    await chosenRegister(ctx, { ...before, registerId: change.registerId })
  const changesDetails = touches(change, [
    'letterNo',
    'letterDate',
    'enclosures',
    'urgency',
    'registerId',
    'recipients',
    'copies',
  ])
  const { partyId = before.parties[0]?.id ?? null } = change
  const body: ActivityChange = {
    version: change.version,
    ...given(change, ['subject', 'body', 'confidentiality', 'ownerId', 'fileIds']),
    ...(change.answerBy === undefined ? {} : { dueAt: change.answerBy }),
    ...(touches(change, ['partyId', 'recipients', 'copies'])
      ? { parties: partiesOf({ ...people, direction: before.direction, partyId }) }
      : {}),
    ...(changesDetails ? { letter: { ...detailsOf({ ...details, ...people }) } } : {}),
  }
  await updateActivity(ctx, id, body)
  if (touches(change, ['recipients', 'copies'])) await setPeople(ctx, id, people)
  if (change.links) await setLinks(ctx, id, change.links)
  if (sheet && !sheet.issuedAt) await updateSheet(ctx, sheet, change)
  return getLetter(ctx, id)
}

type Sheet = Pick<CreateLetter, 'letterheadId' | 'signerId' | 'signed' | 'stamped'>

async function insertSheet(ctx: Ctx, activityId: string, input: Sheet): Promise<void> {
  await ctx.db
    .insertInto('letterSheets')
    .values({
      tenantId: ctx.tenantId,
      activityId,
      ...(await checkedSheet(ctx, input)),
      issuedAt: null,
      paper: null,
      finalFileId: null,
    })
    .execute()
}

async function updateSheet(ctx: Ctx, before: SheetRow, change: LetterChange): Promise<void> {
  const { letterheadId, signerId, signed, stamped } = before
  const after = {
    letterheadId,
    signerId,
    signed,
    stamped,
    ...given(change, ['letterheadId', 'signerId', 'signed', 'stamped']),
  }
  const signer = await signerById(ctx, signerId)
  const keepsSignature = !signed || !touchesPaper(change) || (signer !== undefined && maySign(ctx, signer))
  const asked = keepsSignature ? after : { ...after, signed: false }
  const isSame = asked.signed === signed && asked.signerId === signerId
  await ctx.db
    .updateTable('letterSheets')
    .set(isSame && asked.letterheadId === letterheadId ? asked : await checkedSheet(ctx, asked))
    .where('tenantId', '=', ctx.tenantId)
    .where('activityId', '=', before.activityId)
    .execute()
}

async function checkedSheet(ctx: Ctx, { letterheadId, signerId, signed, stamped }: Sheet): Promise<Sheet> {
  if (letterheadId) await requireLetterhead(ctx, letterheadId)
  const signer = signerId ? await requireSigner(ctx, signerId) : null
  if (signed && signer) requireSigning(ctx, signer)
  return { letterheadId, signerId, signed: signed && signer !== null, stamped }
}

/** The party it concerns first, then those among its people, each once. */
function partiesOf({
  direction,
  partyId,
  recipients,
  copies,
}: Pick<CreateLetter, 'direction' | 'partyId' | 'recipients' | 'copies'>): NonNullable<
  CreateActivity['parties']
> {
  const chief = { incoming: 'sender', outgoing: 'recipient', internal: 'related' } as const
  const all = [
    ...(partyId ? [{ partyId, role: chief[direction] }] : []),
    ...inParties(recipients, 'recipient'),
    ...inParties(copies, 'copy'),
  ]
  return all.filter((one, index) => all.findIndex((other) => other.partyId === one.partyId) === index)
}

const inParties = (people: readonly LetterPerson[], role: 'recipient' | 'copy') =>
  people.flatMap(({ partyId }) => (partyId ? [{ partyId, role }] : []))

const detailsOf = ({
  letterNo,
  letterDate,
  recipients,
  copies,
  enclosures,
  urgency,
  registerId,
}: Pick<
  CreateLetter,
  'letterNo' | 'letterDate' | 'recipients' | 'copies' | 'enclosures' | 'urgency' | 'registerId'
>): NonNullable<CreateActivity['letter']> => ({
  letterNo,
  letterDate,
  recipients: recipients.map(({ name }) => cleanText(name)),
  copies: copies.map(({ name }) => cleanText(name)),
  enclosures,
  urgency,
  registerId,
})

const paperFields = [
  'subject',
  'body',
  'recipients',
  'copies',
  'links',
  'enclosures',
  'urgency',
  'letterheadId',
  'signerId',
  'signed',
  'stamped',
] as const

/** Whether a change alters what stands on paper. */
const touchesPaper = (change: LetterChange): boolean => touches(change, paperFields)

const touches = (change: LetterChange, keys: readonly (keyof LetterChange)[]): boolean =>
  keys.some((key) => change[key] !== undefined)

function given<K extends keyof LetterChange>(change: LetterChange, keys: readonly K[]) {
  return Object.fromEntries(
    keys.flatMap((key) => (change[key] === undefined ? [] : [[key, change[key]]])),
  ) as { [P in K]?: Exclude<LetterChange[P], undefined> }
}
