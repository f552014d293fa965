import { joinFacts } from '@peyvand/persian'
import { useT } from '@peyvand/platform/web'
import { Bdi, OwnText, StatusPill, useFormat } from '@peyvand/ui'
import type { PartyRow } from '../../contract/index.ts'
import { callMark } from '../display/call-mark.ts'
import { PartyAvatar } from '../display/party-avatar.tsx'
import { ReachLinks } from '../display/reach-links.tsx'
import { useToday } from '../display/use-today.ts'

/** A party in a phone's list: two lines, with call and message under the thumb. */
export const PartyCard = ({ row }: { row: PartyRow }) => {
  const t = useT()
  const format = useFormat()
  const today = useToday()
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
      <ReachLinks name={row.name} phone={row.phone} />
    </div>
  )
}
