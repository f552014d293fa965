import type { Selection } from '@peyvand/platform/contract'
import { ExportMenu } from './export-menu.tsx'

/** In the header of the list of activities. */
export const ActivityListExport = ({ shown }: { shown: Selection }) => (
  <ExportMenu record="activities" selection={shown} />
)
