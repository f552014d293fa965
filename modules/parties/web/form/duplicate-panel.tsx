import { useT } from '@peyvand/platform/web'
import { Bdi, Button, ButtonLink, Callout, Link, useFormat } from '@peyvand/ui'
import type { DuplicateHit } from '../../contract/index.ts'
import { PartyAvatar } from '../display/party-avatar.tsx'

type Props = {
  hits: readonly DuplicateHit[]
  /** Takes the found record instead of making a new one. */
  onUse?: (party: NonNullable<DuplicateHit['party']>) => void
  onDismiss: () => void
}

/** Records that look like the one being typed: open it, use it, or go on. */
export const DuplicatePanel = ({ hits, onUse, onDismiss }: Props) => {
  const t = useT()
  const format = useFormat()
  if (hits.length === 0) return null
  return (
    <Callout
      tone="warn"
      title={t('parties.duplicate.title')}
      action={
        <Button size="small" kind="quiet" onPress={onDismiss}>
          {t('parties.duplicate.continue')}
        </Button>
      }
    >
      <ul className="mt-1 flex flex-col gap-2">
        {hits.slice(0, 4).map((hit, index) => (
          <li key={hit.party?.id ?? `hidden ${index}`} className="flex flex-wrap items-center gap-2">
            {hit.party && <PartyAvatar party={hit.party} />}
            <div className="min-w-40 flex-1">
              <p className="font-medium">
                {hit.party?.name ?? t('parties.duplicate.hidden', { owner: hit.owner?.name ?? '—' })}
              </p>
              <p className="text-meta text-muted">
                {format.list(hit.reasons.map((reason) => t(`parties.duplicate.${reason}`)))}
                {hit.party?.phone && (
                  <>
                    {' · '}
                    <Link href={`tel:${hit.party.phone}`} className="text-meta">
                      <Bdi>{format.phone(hit.party.phone)}</Bdi>
                    </Link>
                  </>
                )}
                {hit.party?.city && ` · ${hit.party.city}`}
              </p>
            </div>
            {hit.party && (
              <span className="flex gap-1">
                <ButtonLink size="small" href={`/parties/${hit.party.id}`} target="_blank">
                  {t('parties.duplicate.open')}
                </ButtonLink>
                {onUse && (
                  <Button size="small" onPress={() => hit.party && onUse(hit.party)}>
                    {t('parties.duplicate.use')}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
