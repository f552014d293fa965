import type { CreateLetter as LetterFields } from '@peyvand/letters/contract'
import { CreateLetter, LetterheadInput, SignerInput } from '@peyvand/letters/contract'
import { createLetter, createLetterhead, createSigner, issueLetter } from '@peyvand/letters/server'
import { addDays, localDate } from '@peyvand/persian'
import { type Actor, type App, type Ctx } from '@peyvand/platform/server'
import { actAs } from './act-as.ts'
import { incomingLetters, letterhead, outgoingLetters } from './office-letters.ts'

interface Known {
  id: string
  name: string
}

export interface FillOffice {
  /** Who may do everything: keeps letterheads and signers. */
  keeper: Actor
  /** Registers what comes, for the manager. */
  secretary: { actor: Actor; mine: readonly Known[] }
  /** Answers, signs and issues. */
  manager: { actor: Actor; mine: readonly Known[] }
}

/** The secretariat at work: a letterhead, a signer, letters that came, their answers, drafts. Answers how many letters. */
export async function fillOffice(app: App, { keeper, secretary, manager }: FillOffice): Promise<number> {
  const { name, userId } = manager.actor
  const paper = await actAs(app, {
    actor: keeper,
    run: async (ctx) => {
      const { id: letterheadId } = await createLetterhead(
        ctx,
        LetterheadInput.parse({ ...letterhead, title: ctx.actor.firm.name }),
      )
      const { id: signerId } = await createSigner(
        ctx,
        SignerInput.parse({ name, title: 'مدیر فروش', userId }),
      )
      return { letterheadId, signerId }
    },
  })
  const came = await actAs(app, {
    actor: secretary.actor,
    run: (ctx) => registerIncoming(ctx, { senders: secretary.mine, receiver: { name, userId } }),
  })
  const written = await actAs(app, {
    actor: manager.actor,
    run: (ctx) =>
      writeLetters(ctx, {
        receivers: manager.mine,
        answered: came[0] ?? null,
        colleague: secretary.actor,
        paper,
      }),
  })
  return came.length + written
}

async function registerIncoming(
  ctx: Ctx,
  { senders, receiver }: { senders: readonly Known[]; receiver: { name: string; userId: string | null } },
): Promise<string[]> {
  const today = localDate(ctx.now(), ctx.timeZone)
  const ids: string[] = []
  for (const [turn, { answerInDays, ageInDays, copy, ...letter }] of incomingLetters.entries()) {
    const sender = senders[turn % senders.length]
    if (!sender) break
    const { id } = await createLetter(
      ctx,
      letterFrom({
        ...letter,
        direction: 'incoming',
        partyId: sender.id,
        letterDate: addDays(today, -ageInDays),
        answerBy: answerInDays === null ? null : addDays(today, answerInDays),
        recipients: [{ ...receiver, title: 'مدیر محترم فروش' }],
        copies: copy ? [{ name: copy, reason: 'جهت استحضار' }] : [],
      }),
    )
    ids.push(id)
  }
  return ids
}

interface Writing {
  receivers: readonly Known[]
  /** The letter that the first one answers. */
  answered: string | null
  /** Gets the letters inside. */
  colleague: Actor
  paper: { letterheadId: string; signerId: string }
}

async function writeLetters(ctx: Ctx, { receivers, answered, colleague, paper }: Writing): Promise<number> {
  let written = 0
  for (const [turn, { isInside, isDraft, answers, ...text }] of outgoingLetters.entries()) {
    const receiver = receivers[turn % receivers.length]
    if (!receiver) break
    const letter = await createLetter(
      ctx,
      letterFrom({
        ...text,
        ...paper,
        signed: true,
        direction: isInside ? 'internal' : 'outgoing',
        partyId: isInside ? null : receiver.id,
        recipients: isInside
          ? [{ name: colleague.name, title: 'مسئول محترم دبیرخانه', userId: colleague.userId }]
          : [{ name: receiver.name, partyId: receiver.id }],
        copies: isInside
          ? []
          : [{ name: colleague.name, reason: 'جهت درج در سوابق', userId: colleague.userId }],
        links: answers && answered ? [{ relation: 'answers', letterId: answered }] : [],
      }),
    )
    written += 1
    if (!isDraft)
      await issueLetter(ctx, letter.id, {
        version: letter.version,
        settlesAnswered: true,
        answerExpectedBy: null,
      })
  }
  return written
}

type Given = Omit<Partial<LetterFields>, 'recipients' | 'copies'> & {
  recipients: (Partial<LetterFields['recipients'][number]> & { name: string })[]
  copies: (Partial<LetterFields['copies'][number]> & { name: string })[]
}

const letterFrom = (given: Given): LetterFields => CreateLetter.parse(given)
