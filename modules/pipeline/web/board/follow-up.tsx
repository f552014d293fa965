import { useToday } from '@peyvand/activities/web'
import { addDays, instantAt, localClock } from '@peyvand/persian'
import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Button, DateTimeField, DialogTrigger, Popover, toast, useUi } from '@peyvand/ui'
import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { type DealRow, updateDealRoute } from '../../contract/index.ts'
import { dealTopics } from '../deal-topics.ts'
import { FollowUpText } from '../follow-up-text.tsx'

type Props = { deal: DealRow }

/** When the deal is followed up next; a press lets it be done or put off. */
export const FollowUp = ({ deal }: Props) => {
  const t = useT()
  const text = deal.nextFollowUpAt ? (
    <FollowUpText at={deal.nextFollowUpAt} />
  ) : (
    <span className="inline-flex items-center gap-1">
      <CalendarClock size={13} aria-hidden />
      {t('pipeline.noFollowUp')}
    </span>
  )
  if (!deal.can.update) return text
  return (
    <DialogTrigger>
      <Button
        kind="quiet"
        size="small"
        className="-mx-1.5 min-h-6 px-1.5 text-meta font-normal"
        aria-label={t('pipeline.followUpOf', { title: deal.title })}
      >
        {text}
      </Button>
      <Popover label={t('pipeline.followUpOf', { title: deal.title })} placement="bottom start">
        {(close) => <Schedule deal={deal} onDone={close} />}
      </Popover>
    </DialogTrigger>
  )
}

const soon = { tomorrow: 1, inThreeDays: 3, inAWeek: 7 } as const
const morning = '09:00'

const Schedule = ({ deal, onDone }: Props & { onDone: () => void }) => {
  const t = useT()
  const problem = useProblemText()
  const { timeZone } = useUi()
  const today = useToday()
  const [at, setAt] = useState(deal.nextFollowUpAt)
  const [isPending, setPending] = useState(false)
  const put = async (nextFollowUpAt: string | null) => {
    setPending(true)
    try {
      await callApi(updateDealRoute, {
        params: { id: deal.id },
        body: { version: deal.version, nextFollowUpAt },
      })
      onDone()
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(dealTopics)
    setPending(false)
  }
  const clock = deal.nextFollowUpAt ? localClock(deal.nextFollowUpAt, timeZone).time : morning
  return (
    <div className="flex w-64 flex-col gap-3">
      {deal.nextFollowUpAt && (
        <Button isPending={isPending} onPress={() => void put(null)}>
          {t('pipeline.followUpDone')}
        </Button>
      )}
      <div className="flex flex-wrap gap-1.5">
        {Object.entries(soon).map(([key, days]) => (
          <Button
            key={key}
            size="small"
            isDisabled={isPending}
            onPress={() => void put(instantAt(addDays(today, days), clock, timeZone))}
          >
            {t(`pipeline.soon.${key}`)}
          </Button>
        ))}
      </div>
      <DateTimeField label={t('pipeline.field.nextFollowUpAt')} value={at} onChange={setAt} />
      <Button
        kind="primary"
        isPending={isPending}
        isDisabled={at === null || at === deal.nextFollowUpAt}
        onPress={() => void put(at)}
      >
        {t('pipeline.schedule')}
      </Button>
    </div>
  )
}
