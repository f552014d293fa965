import type { Selection } from '@peyvand/platform/contract'
import type { ListLook } from '@peyvand/platform/web'
import { ExportMenu } from './export-menu.tsx'

/** In the header of the audit log. */
export const AuditExport = ({ shown, look }: { shown: Selection; look: ListLook }) => (
  <ExportMenu record="audit" selection={shown} look={look} />
)
