import type { Direction } from '@peyvand/activities/contract'
import type { Paper } from '@peyvand/files/contract'
import type { Locale } from '@peyvand/platform/contract'
import type { Json } from '@peyvand/platform/server'
import type { Generated } from 'kysely'
import type { LetterRelation } from '../contract/index.ts'
import type { LetterPaper } from './paper/letter-paper.ts'

declare module '@peyvand/platform/tables' {
  interface Tables {
    letterRegisters: LetterRegistersTable
    letterEntries: LetterEntriesTable
    letterSheets: LetterSheetsTable
    letterPeople: LetterPeopleTable
    letterLinks: { tenantId: number; activityId: string; relation: LetterRelation; targetId: string }
    letterheads: LetterheadsTable
    letterSigners: LetterSignersTable
  }
}

interface LetterRegistersTable {
  tenantId: number
  id: string
  /** The number series that it is numbered by; its name and pattern stand there. */
  seriesKey: string
  directions: Direction[]
  teamId: string | null
  letterheadId: string | null
  position: number
  archivedAt: string | null
  version: Generated<number>
}

/** Rows are only added; declaring a letter void is the one change. */
interface LetterEntriesTable {
  tenantId: number
  id: string
  registerId: string
  year: number
  number: number
  registryNo: string
  activityId: string
  direction: Direction
  registeredAt: string
  registeredBy: string | null
  voidedAt: string | null
  voidedBy: string | null
  voidReason: string | null
}

/** How a letter written here stands on paper. */
interface LetterSheetsTable {
  tenantId: number
  activityId: string
  letterheadId: string | null
  signerId: string | null
  signed: boolean
  stamped: boolean
  /** Set when it is issued; from then on nothing of it changes. */
  issuedAt: string | null
  /** What was on the paper at that moment. */
  paper: Json<LetterPaper> | null
  finalFileId: string | null
}

/** What names on a letter lack: second lines, reasons of copies, who it is among users and parties. */
interface LetterPeopleTable {
  tenantId: number
  activityId: string
  role: 'recipient' | 'copy'
  position: number
  name: string
  title: string
  reason: string
  userId: string | null
  partyId: string | null
}

interface LetterheadsTable {
  tenantId: number
  id: string
  name: string
  language: Locale
  paper: Paper
  marginTop: number
  marginBottom: number
  marginStart: number
  marginEnd: number
  fontSize: number
  opening: string
  title: string
  footer: string
  logoId: string | null
  logoWidth: number
  backgroundId: string | null
  stampId: string | null
  showsNumber: boolean
  archivedAt: string | null
  version: Generated<number>
}

interface LetterSignersTable {
  tenantId: number
  id: string
  name: string
  title: string
  userId: string | null
  signatureId: string | null
  archivedAt: string | null
  version: Generated<number>
}
