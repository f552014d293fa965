import { useT } from '@peyvand/platform/web'
import { Bdi, Button, Kbd, Link, useFormat } from '@peyvand/ui'
import { ArrowLeftRight, Merge, Split } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { Party } from '../../contract/index.ts'
import { PartyAvatar } from '../display/party-avatar.tsx'
import {
  type Choices,
  differingFields,
  otherSide,
  type Pair,
  preferredChoices,
  preferredSurvivor,
  type Side,
} from './merge-choices.ts'
import { MergeRow } from './merge-row.tsx'
import { useMerge } from './use-merge.ts'
import { useReviewKeys } from './use-review-keys.ts'

type Props = { pair: Pair; onMerged: (survivor: Party) => void; onDismissed: () => void }

const sides = ['first', 'second'] as const

/** Two records side by side: which one stays, and whose value of each field. */
export const MergePanel = ({ pair, onMerged, onDismissed }: Props) => {
  const t = useT()
  const { merge, dismiss, isBusy } = useMerge()
  const [survivor, setSurvivor] = useState<Side>(() => preferredSurvivor(pair))
  const [chosen, setChosen] = useState<Choices>({})
  const choices = { ...preferredChoices(pair, survivor), ...chosen }
  const fields = differingFields(pair)

  const swap = useCallback(() => setSurvivor(otherSide), [])
  const mergeNow = () =>
    void merge(pair, survivor, choices).then((isDone) => isDone && onMerged(pair[survivor]))
  const dismissNow = () => void dismiss(pair).then((isDone) => isDone && onDismissed())
  useReviewKeys({ KeyM: mergeNow, KeyD: dismissNow, KeyS: swap }, !isBusy)

  return (
    <section aria-label={t('parties.duplicates.compare')} className="flex min-w-0 flex-col gap-4">
      <div
        role="radiogroup"
        aria-label={t('parties.duplicates.survivor')}
        className="grid grid-cols-2 gap-2.5"
      >
        {sides.map((side) => (
          <SideCard
            key={side}
            party={pair[side]}
            isSurvivor={side === survivor}
            onChoose={() => setSurvivor(side)}
          />
        ))}
      </div>
      {fields.length === 0 ? (
        <p className="text-muted">{t('parties.duplicates.same')}</p>
      ) : (
        <ul className="flex flex-col gap-3">
          {fields.map((field) => (
            <MergeRow
              key={field}
              field={field}
              pair={pair}
              choice={choices[field] ?? survivor}
              onChoose={(choice) => setChosen((before) => ({ ...before, [field]: choice }))}
            />
          ))}
        </ul>
      )}
      <p className="text-meta text-muted">{t('parties.duplicates.allMoves')}</p>
      <div className="sticky bottom-0 flex flex-wrap items-center gap-2 border-t border-line bg-surface py-2.5">
        <Button kind="primary" isDisabled={isBusy} icon={<Merge size={16} aria-hidden />} onPress={mergeNow}>
          {t('parties.duplicates.merge')}
        </Button>
        <Button isDisabled={isBusy} icon={<Split size={16} aria-hidden />} onPress={dismissNow}>
          {t('parties.duplicates.dismiss')}
        </Button>
        <Button
          kind="quiet"
          className="max-md:hidden"
          isDisabled={isBusy}
          icon={<ArrowLeftRight size={16} aria-hidden />}
          onPress={swap}
        >
          {t('parties.duplicates.swap')}
        </Button>
        <span aria-hidden className="ms-auto flex gap-1 max-md:hidden">
          {['M', 'D', 'S'].map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      </div>
    </section>
  )
}

type SideProps = { party: Party; isSurvivor: boolean; onChoose: () => void }

const SideCard = ({ party, isSurvivor, onChoose }: SideProps) => {
  const t = useT()
  const format = useFormat()
  return (
    <div
      className={`flex min-w-0 flex-col gap-1.5 rounded-panel border p-3 ${isSurvivor ? 'border-accent bg-accent-soft' : 'border-line'}`}
    >
      <div className="flex min-w-0 items-center gap-2">
        <PartyAvatar party={party} />
        <Link href={`/parties/${party.id}`} className="min-w-0 truncate font-medium">
          {party.name}
        </Link>
      </div>
      <p className="text-meta text-muted">
        {t('parties.duplicates.enteredOn', { date: format.date(party.createdAt.slice(0, 10)) })}
        {' · '}
        {t('parties.duplicates.holds', { contacts: party.contactPoints.length, links: party.links })}
      </p>
      <ul className="text-meta">
        {party.contactPoints.slice(0, 4).map(({ id, value, type }) => (
          <li key={id} className="truncate">
            <Bdi>{type === 'email' || !value.startsWith('+') ? value : format.phone(value)}</Bdi>
          </li>
        ))}
      </ul>
      <label className="mt-auto flex min-h-control cursor-pointer items-center gap-2 text-body font-medium pointer-coarse:min-h-11">
        <input
          type="radio"
          name="survivor"
          checked={isSurvivor}
          onChange={onChoose}
          className="size-4 shrink-0 accent-accent"
        />
        {t(isSurvivor ? 'parties.duplicates.stays' : 'parties.duplicates.keepThis')}
      </label>
    </div>
  )
}
