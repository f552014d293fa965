import type { Selection } from '@peyvand/platform/contract'
import { type ListLook, useT } from '@peyvand/platform/web'
import { ButtonLink } from '@peyvand/ui'
import { FileUp } from 'lucide-react'
import { ExportMenu } from './export-menu.tsx'

/** In the header of the list of parties. */
export const PartyListExport = ({ shown, look }: { shown: Selection; look: ListLook }) => (
  <ExportMenu record="parties" selection={shown} look={look} />
)

/** In the bar over selected parties. */
export const SelectedPartiesExport = ({ selection, look }: { selection: Selection; look: ListLook }) => (
  <ExportMenu record="parties" selection={selection} look={look} size="small" />
)

/** The way to many records at once, in the header and where there are none yet. */
export const ImportLink = () => {
  const t = useT()
  return (
    <ButtonLink href="/imports/new" icon={<FileUp size={16} aria-hidden />}>
      {t('imports.link')}
    </ButtonLink>
  )
}
