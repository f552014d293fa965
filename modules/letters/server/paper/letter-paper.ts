import type { Paper } from '@peyvand/files/contract'
import type { Locale } from '@peyvand/platform/contract'
import type { Block } from './letter-body.ts'

/** Everything that stands on a letter's paper, as texts in its language: what is kept when it is issued. */
export interface LetterPaper {
  language: Locale
  design: {
    paper: Paper
    marginTop: number
    marginBottom: number
    marginStart: number
    marginEnd: number
    fontSize: number
    opening: string
    title: string[]
    footer: string[]
    logoWidth: number
  }
  /** Ids of the files of the pictures. */
  pictures: Partial<Record<'logo' | 'background' | 'signature' | 'stamp', string>>
  /** Printed across the pages of what is not issued, or void. */
  mark: string
  /** Number, date, enclosures; confidentiality and urgency where they are above the ordinary. */
  facts: { label: string; value: string }[]
  recipients: { name: string; title: string }[]
  subject: string
  /** «عطف به نامهٔ شمارهٔ …» */
  references: string[]
  body: Block[]
  signer: { name: string; title: string } | null
  copies: string[]
  labels: { subject: string; copies: string }
  /** When it was issued; ISO. */
  madeAt: string
}
