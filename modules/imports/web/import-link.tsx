import { useT } from '@peyvand/platform/web'
import { ButtonLink } from '@peyvand/ui'
import { FileUp } from 'lucide-react'

/** The way to many records at once; `record` names their type where they are no parties. */
export const ImportLink = ({ record }: { record?: string }) => {
  const t = useT()
  const search = record ? `?record=${encodeURIComponent(record)}` : ''
  return (
    <ButtonLink href={`/imports/new${search}`} icon={<FileUp size={16} aria-hidden />}>
      {t('imports.link')}
    </ButtonLink>
  )
}
