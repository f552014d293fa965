import { joinFacts } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { Bdi, OwnText, StatusPill, useFormat } from '@peyvand/ui'
import { MessageSquareText, Phone } from 'lucide-react'
import type { PartyRow } from '../../contract/index.ts'
import { callMark } from '../display/call-mark.ts'
import { PartyAvatar } from '../display/party-avatar.tsx'
import { useToday } from '../display/use-today.ts'

const reachClass =
  'grid size-11 shrink-0 place-items-center rounded-control text-accent-text no-underline hover:bg-surface-2'

/** A party in a phone's list: two lines, with call and message under the thumb. */
export const PartyCard = ({ row }: { row: PartyRow }) => {
  const t = useT()
  const format = useFormat()
  const today = useToday()
  const canReach = row.phone !== null && !row.phone.includes('*')
  const isOverdue = row.nextContactOn !== null && row.nextContactOn < today
  const second = joinFacts([row.worksFor?.name ?? row.jobTitle, row.city])
  return (
    <div className="flex items-center gap-3" {...callMark(row)}>
      <PartyAvatar party={row} size={40} />
      <div className="min-w-0 flex-1">
        <OwnText className="font-semibold">{row.name}</OwnText>
        <OwnText className="text-meta text-muted">
          {second || (row.phone ? <Bdi>{format.phone(row.phone)}</Bdi> : t(`parties.kind.${row.kind}`))}
        </OwnText>
        {isOverdue && row.nextContactOn && (
          <StatusPill tone="bad">
            {t('parties.file.overdue', { when: format.relativeDate(row.nextContactOn) })}
          </StatusPill>
        )}
      </div>
      {canReach && (
        <span className="flex">
          {row.phone?.startsWith('+989') && (
            <a
              href={`sms:${row.phone}`}
              aria-label={t('parties.smsTo', { name: row.name })}
              className={reachClass}
            >
              <MessageSquareText size={20} aria-hidden />
            </a>
          )}
          <a
            href={`tel:${row.phone}`}
            aria-label={t('parties.callTo', { name: row.name })}
            className={reachClass}
          >
            <Phone size={20} aria-hidden />
          </a>
        </span>
      )}
    </div>
  )
}
