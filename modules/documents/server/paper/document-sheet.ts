import type { Paper } from '@peyvand/files/contract'
import type { Locale } from '@peyvand/platform/contract'
import type { PaperLayout } from '../../contract/index.ts'

export interface SheetFact {
  label: string
  value: string
}

export interface SheetColumn {
  /** A line each. */
  title: string[]
  /** Figures stand at the end and take the room they need; a name takes what is left. */
  kind: 'figure' | 'short' | 'name'
}

/** Everything that stands on a document's paper, as texts in its language: what templates read. */
export interface DocumentSheet {
  language: Locale
  layout: PaperLayout
  paper: Paper
  fontSize: number
  color: string
  logoWidth: number
  mark: string
  head: string[]
  foot: string[]
  title: string
  subtitle: string
  facts: SheetFact[]
  parties: { title: string; facts: SheetFact[] }[]
  linesTitle: string
  columns: SheetColumn[]
  rows: { cells: string[]; more: string[] }[]
  /** The sum of each column that has one, below the lines; empty for none. */
  totals: string[]
  /** Sums up to each row, for the foot and the head of pages; null where there are no prices. */
  running: { soFar: string; carried: string; sums: string[] } | null
  sums: (SheetFact & { strong: boolean })[]
  words: SheetFact | null
  settlement: { label: string; options: { label: string; checked: boolean }[] } | null
  texts: { title: string; lines: string[] }[]
  /** Places for signatures; the firm's own pictures stand in the one that is `ours`. */
  signatures: { title: string; ours: boolean }[]
}
