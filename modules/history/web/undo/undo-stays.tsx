import type { UndoPreview } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { Link, useFormat } from '@peyvand/ui'

/** What an undo would leave as it is now, with the reason of each. */
export const UndoStays = ({ preview: { stays, examples } }: { preview: UndoPreview }) => {
  const t = useT()
  const format = useFormat()
  return (
    <div className="flex flex-col gap-1.5">
      <p>{t('history.undo.stays', { count: stays })}</p>
      <ul className="max-h-64 divide-y divide-line overflow-y-auto rounded-control border border-line">
        {examples.map(({ record, id, name, reason, fields }) => (
          <li key={`${record} ${id}`} className="flex flex-wrap gap-x-2 px-3 py-1.5">
            {reason === 'purged' ? (
              <span className="font-medium">{name}</span>
            ) : (
              <Link href={`/${record}/${id}`}>
                <bdi>{name}</bdi>
              </Link>
            )}
            <span className="text-muted">
              {t(`history.undo.reason.${reason}`)}
              {fields.length > 0 && `: ${format.list(fields)}`}
            </span>
          </li>
        ))}
      </ul>
      {stays > examples.length && (
        <p className="text-meta text-muted">
          {t('history.undo.staysMore', { count: stays - examples.length })}
        </p>
      )}
    </div>
  )
}
