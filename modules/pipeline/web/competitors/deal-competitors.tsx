import { useT } from '@peyvand/platform/web'
import { Card, Link, Tag, useFormat } from '@peyvand/ui'
import type { Deal } from '../../contract/index.ts'

/** Who wants the deal too, what they ask, and who got it. */
export const DealCompetitors = ({ deal }: { deal: Deal }) => {
  const t = useT()
  const format = useFormat()
  if (deal.competitors.length === 0) return null
  return (
    <Card title={t('pipeline.field.competitor')}>
      <ul className="flex flex-col divide-y divide-line">
        {deal.competitors.map(({ id, name, price, note }) => (
          <li key={id} className="flex flex-col gap-0.5 py-2">
            <span className="flex flex-wrap items-center gap-2">
              <Link href={`/parties/${id}`} className="min-w-0 break-words">
                {name}
              </Link>
              {deal.outcome === 'won' && <Tag tone="ok">{t('pipeline.wonAgainst')}</Tag>}
              {deal.lostTo?.id === id && <Tag tone="bad">{t('pipeline.field.lostTo')}</Tag>}
              {price !== null && <span className="ms-auto">{format.money(price)}</span>}
            </span>
            {note && <span className="text-meta break-words text-muted">{note}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
