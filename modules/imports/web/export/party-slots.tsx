import type { Selection } from '@peyvand/platform/contract'
import type { ListLook } from '@peyvand/platform/web'
import { ExportMenu } from './export-menu.tsx'

/** In the header of the list of parties. */
export const PartyListExport = ({ shown, look }: { shown: Selection; look: ListLook }) => (
  <ExportMenu record="parties" selection={shown} look={look} />
)

/** In the bar over selected parties. */
export const SelectedPartiesExport = ({ selection, look }: { selection: Selection; look: ListLook }) => (
  <ExportMenu record="parties" selection={selection} look={look} size="small" />
)
