import { formatDate, localDate } from '@peyvand/persian'
import type { Locale } from '@peyvand/platform/contract'
import { type Ctx, paperText } from '@peyvand/platform/server'
import type { Letter, LetterheadInput, LetterPerson, LinkedLetter } from '../../contract/index.ts'
import { letterheadOr } from '../letterheads.ts'
import { letterheadOfRegister } from '../registers.ts'
import { signerById } from '../signers.ts'
import { type Block, type Line, parseBody } from './letter-body.ts'
import type { LetterPaper } from './letter-paper.ts'
import { paperWords } from './paper-words.ts'

/** What of a letter stands on its paper. */
export type Printed = Pick<
  Letter,
  | 'direction'
  | 'subject'
  | 'body'
  | 'registryNo'
  | 'recipients'
  | 'copies'
  | 'enclosures'
  | 'urgency'
  | 'confidentiality'
  | 'letterheadId'
  | 'signerId'
  | 'signed'
  | 'stamped'
> & { registerId: string | null; links: readonly Omit<LinkedLetter, 'id'>[] }

export const printedOf = (letter: Letter): Printed => ({ ...letter, registerId: letter.register?.id ?? null })

interface Made {
  /** Printed across drafts. */
  isDraft: boolean
  /** The moment whose day is the letter's date. */
  at: string
}

/** A letter on its letterhead, or that of its register, or the firm's first one; where there is none, on plain A4. */
export async function paperOf(ctx: Ctx, letter: Printed, made: Made): Promise<LetterPaper> {
  const id = letter.letterheadId ?? (await letterheadOfRegister(ctx, letter))
  return layOut(ctx, letter, { ...made, head: (await letterheadOr(ctx, id)) ?? plainSheet })
}

/** A letter on a given design, saved or not. */
export async function layOut(
  ctx: Ctx,
  letter: Printed,
  { head, isDraft, at }: Made & { head: Head },
): Promise<LetterPaper> {
  const signer = await signerById(ctx, letter.signerId)
  const { language } = head
  const words = paperWords[language]
  const text = (given: string) => paperText(given, language)
  return {
    ...designOf(head),
    pictures: {
      ...pictures(head),
      ...(letter.signed && signer?.signatureId ? { signature: signer.signatureId } : {}),
      ...(letter.stamped && head.stampId ? { stamp: head.stampId } : {}),
    },
    mark: isDraft ? words.draft : '',
    facts: factsOf(ctx, letter, { head, at }),
    recipients: letter.recipients.map(({ name, title }) => ({ name: text(name), title: text(title) })),
    subject: text(letter.subject),
    references: letter.links.map((link) => reference(ctx, link, language)),
    body: parseBody(letter.body ?? '').map((block) => localized(block, text)),
    signer: signer ? { name: text(signer.name), title: text(signer.title) } : null,
    copies: letter.copies.map((person) => text(copyLine(person, language))),
    labels: { subject: words.subject, copies: words.copies },
    madeAt: at,
  }
}

type Head = Omit<LetterheadInput, 'name'>

const plainSheet: Head = {
  language: 'fa',
  paper: 'A4',
  marginTop: 20,
  marginBottom: 20,
  marginStart: 25,
  marginEnd: 20,
  fontSize: 12,
  opening: '',
  title: '',
  footer: '',
  logoId: null,
  logoWidth: 25,
  backgroundId: null,
  stampId: null,
  showsNumber: true,
}
const linesOf = (text: string, language: Locale): string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paperText(line, language))

const designOf = (head: Head): Pick<LetterPaper, 'language' | 'design'> => ({
  language: head.language,
  design: {
    paper: head.paper,
    marginTop: head.marginTop,
    marginBottom: head.marginBottom,
    marginStart: head.marginStart,
    marginEnd: head.marginEnd,
    fontSize: head.fontSize,
    opening: paperText(head.opening, head.language),
    title: linesOf(head.title, head.language),
    footer: linesOf(head.footer, head.language),
    logoWidth: head.logoWidth,
  },
})

const pictures = ({ logoId, backgroundId }: Head): LetterPaper['pictures'] => ({
  ...(logoId ? { logo: logoId } : {}),
  ...(backgroundId ? { background: backgroundId } : {}),
})

function factsOf(ctx: Ctx, letter: Printed, { head, at }: { head: Head; at: string }): LetterPaper['facts'] {
  const { language } = head
  const words = paperWords[language]
  const { confidentiality, urgency, enclosures } = letter
  const above = [
    ...(confidentiality === 'normal'
      ? []
      : [{ label: words.confidentiality, value: words[confidentiality] }]),
    ...(urgency === 'normal' ? [] : [{ label: words.urgency, value: words[urgency] }]),
  ]
  if (!head.showsNumber) return above
  const sheets = enclosures === 0 ? words.none : words.sheets(paperText(String(enclosures), language))
  return [
    { label: words.number, value: paperText(letter.registryNo ?? words.noNumber, language) },
    { label: words.date, value: dayOf(localDate(at, ctx.timeZone), language) },
    { label: words.enclosures, value: sheets },
    ...above,
  ]
}

const dayOf = (day: string, language: Locale): string =>
  formatDate(day, { locale: language, style: language === 'fa' ? 'short' : 'long' })

/** A letter that came is named by its sender's number and date, one of ours by our own. */
function reference(ctx: Ctx, link: Omit<LinkedLetter, 'id'>, language: Locale): string {
  const words = paperWords[language]
  const { relation, letterNo, letterDate } = link
  const number = letterNo ?? link.number ?? words.noNumber
  const day = letterDate ?? localDate(link.at, ctx.timeZone)
  return words[relation](words.letter(paperText(number, language), dayOf(day, language)))
}

const copyLine = ({ name, title, reason }: LetterPerson, language: Locale): string =>
  [[name, title].filter(Boolean).join(language === 'fa' ? '، ' : ', '), reason].filter(Boolean).join(' — ')

function localized(block: Block, text: (given: string) => string): Block {
  const line = (runs: Line): Line => runs.map((run) => ({ ...run, text: text(run.text) }))
  switch (block.type) {
    case 'paragraph':
      return { ...block, lines: block.lines.map(line) }
    case 'heading':
      return { ...block, line: line(block.line) }
    case 'list':
      return { ...block, items: block.items.map(line) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(line)) }
  }
}
