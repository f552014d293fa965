import type { PreviewDocument, PricedLine } from '../../contract/index.ts'
import type { DraftLine } from './draft-line.ts'
import type { Reading } from './reading/read-cell.ts'
import type { CellFaults } from './use-line-faults.ts'
import type { LineHistory } from './use-line-history.ts'

/** To whom, when and how it is sold: prices hang on it. */
export type Sale = Pick<PreviewDocument, 'partyId' | 'currency' | 'channel'> & {
  on?: string
  codes?: string[]
}

/** What the grid, the cards of a phone and the sheet of one line have in common. */
export interface LineEditing {
  sale: Sale
  lines: readonly DraftLine[]
  history: LineHistory
  hasPrices: boolean
  reading: Reading
  /** Figures of lines by key, as far as the server has told them. */
  priced: ReadonlyMap<string, PricedLine>
  faults: ReadonlyMap<string, CellFaults>
  onDetails: (key: string) => void
}
