import { useT } from '@peyvand/platform/web'
import { ProgressBar, useFormat } from '@peyvand/ui'
import { countProgress, type Document } from '../../contract/index.ts'

/** How much of an order was delivered and invoiced; nothing for other documents. */
export const OrderProgress = ({ document: { lines } }: { document: Document }) => {
  const t = useT()
  const format = useFormat()
  const parts = (['delivered', 'invoiced'] as const).flatMap((what) => {
    const counted = countProgress(lines, what)
    return counted ? { what, ...counted } : []
  })
  if (parts.length === 0) return null
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      {parts.map(({ what, done, of, share }) => (
        <ProgressBar
          key={what}
          label={t(`documents.progress.${what}`)}
          value={share}
          valueLabel={t('documents.progress.lines', { done: format.number(done), of: format.number(of) })}
        />
      ))}
    </div>
  )
}
