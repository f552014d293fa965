import { PageProblem, PageSkeleton, Slot, useRoute, useT } from '@peyvand/platform/web'
import { Button, ButtonLink } from '@peyvand/ui'
import { PeekPanel } from '@peyvand/ui/data'
import { SquareArrowOutUpRight } from 'lucide-react'
import { getPartyFileRoute } from '../../contract/index.ts'
import { callMark } from '../display/call-mark.ts'
import { PartyAvatar } from '../display/party-avatar.tsx'
import { Alerts } from '../file/alerts.tsx'
import { ContactWays } from '../file/contact-ways.tsx'
import { FieldList } from '../file/field-list.tsx'
import { mainFields } from '../file/file-fields.ts'
import { GroupChips } from '../file/group-chips.tsx'
import { NextSteps } from '../file/next-steps.tsx'
import { TagEditor } from '../file/tag-editor.tsx'

type Props = { id: string; place?: string; onClose: () => void; onWalk: (step: 1 | -1) => void }

/** A party beside its list, without leaving it. */
export const PartyPeek = ({ id, place, onClose, onWalk }: Props) => {
  const t = useT()
  const { data, error, refetch } = useRoute(getPartyFileRoute, { params: { id } }, { keepPrevious: true })
  const party = data?.party
  return (
    <PeekPanel
      title={
        <span className="flex min-w-0 items-center gap-2">
          {party && <PartyAvatar party={party} />}
          <span className="truncate">{party?.name ?? t('parties.peek')}</span>
        </span>
      }
      place={place}
      onWalk={onWalk}
      onClose={onClose}
      footer={
        <>
          <ButtonLink
            kind="primary"
            href={`/parties/${id}`}
            icon={<SquareArrowOutUpRight size={16} aria-hidden />}
          >
            {t('parties.openFile')}
          </ButtonLink>
          <Button onPress={onClose}>{t('web.close')}</Button>
        </>
      }
    >
      {error ? (
        <PageProblem error={error} onRetry={() => void refetch()} />
      ) : data && party ? (
        <div className="flex flex-col gap-4" {...callMark(party)}>
          <Alerts alerts={data.alerts} />
          <ContactWays party={party} />
          <GroupChips party={party} />
          <TagEditor party={party} />
          <NextSteps steps={data.nextSteps} />
          <FieldList party={party} fields={mainFields(party.kind)} />
          <Slot name="parties.peek" with={{ party }} />
        </div>
      ) : (
        <PageSkeleton />
      )}
    </PeekPanel>
  )
}
