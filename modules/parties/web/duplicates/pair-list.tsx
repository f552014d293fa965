import { useT } from '@peyvand/platform/web'
import { Button, StatusPill, useFormat } from '@peyvand/ui'
import type { DuplicatePair } from '../../contract/index.ts'

type Props = {
  pairs: readonly DuplicatePair[]
  current: DuplicatePair
  onChoose: (pair: DuplicatePair) => void
  onMore?: () => void
  /** Takes back that they are two. */
  onReturn?: (pair: DuplicatePair) => void
}

/** The queue: both names, how sure, and why. */
export const PairList = ({ pairs, current, onChoose, onMore, onReturn }: Props) => {
  const t = useT()
  const format = useFormat()
  return (
    <div className="max-h-[70vh] overflow-y-auto p-1.5">
      <ul aria-label={t('parties.duplicates.queue')} className="flex flex-col gap-0.5">
        {pairs.map((pair) => (
          <li key={`${pair.first.id} ${pair.second.id}`}>
            <button
              type="button"
              aria-current={pair === current ? 'true' : undefined}
              onClick={() => onChoose(pair)}
              className="flex w-full cursor-pointer flex-col gap-0.5 rounded-control px-2.5 py-2 text-start hover:bg-surface-2 aria-[current]:bg-accent-soft"
            >
              <span className="flex w-full items-center gap-2">
                <span className="min-w-0 flex-1 truncate font-medium">{pair.first.name}</span>
                {pair.score > 0 && (
                  <StatusPill tone={pair.score >= 0.9 ? 'bad' : pair.score >= 0.6 ? 'warn' : 'neutral'}>
                    {t('parties.duplicates.score', { score: Math.round(pair.score * 100) })}
                  </StatusPill>
                )}
              </span>
              <span className="w-full truncate">{pair.second.name}</span>
              <span className="text-meta text-muted">
                {format.list(pair.reasons.map((reason) => t(`parties.duplicate.${reason}`)))}
              </span>
            </button>
            {onReturn && (
              <Button size="small" kind="quiet" onPress={() => onReturn(pair)}>
                {t('parties.duplicates.return')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onMore && (
        <Button size="small" kind="quiet" className="mt-1 w-full" onPress={onMore}>
          {t('parties.duplicates.more')}
        </Button>
      )}
    </div>
  )
}
