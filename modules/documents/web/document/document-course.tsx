import { useT } from '@peyvand/platform/web'
import { Steps } from '@peyvand/ui'
import { type Document, type DocumentStatus, transitionsOf } from '../../contract/index.ts'

type Props = { document: Document }

/** How far a document has come on its usual way; one that left it shows nothing. */
export const DocumentCourse = ({ document: { kind, status } }: Props) => {
  const t = useT()
  const way = courseOf(kind, status)
  if (!way.includes(status)) return null
  return (
    <Steps
      label={t('documents.field.status')}
      steps={way.map((id) => ({ id, label: t(`documents.status.${id}`) }))}
      current={status}
    />
  )
}

function courseOf(kind: Document['kind'], status: DocumentStatus): DocumentStatus[] {
  const { issued } = transitionsOf(kind)
  const end = issued.accept ?? issued.finish
  return ['draft', ...(status === 'waiting' ? (['waiting'] as const) : []), 'issued', ...(end ? [end] : [])]
}
