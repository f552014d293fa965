import { DatePresetsRow } from '@peyvand/activities/web'
import { listColleaguesRoute } from '@peyvand/identity/contract'
import { useColleagues, useTeams } from '@peyvand/parties/web'
import { instantAt, localDate } from '@peyvand/persian'
import { useRoute, useSession, useT } from '@peyvand/platform/web'
import {
  Callout,
  DateTimeField,
  type Option,
  SegmentedControl,
  Select,
  Switch,
  TagPicker,
  TextArea,
  useUi,
} from '@peyvand/ui'
import { Users } from 'lucide-react'
import { AskedAction, Urgency } from '../../contract/index.ts'
import { type ReferValues, teamKey, userKey } from './refer-values.ts'

type Props = {
  value: ReferValues
  onChange: (value: ReferValues) => void
  /** Onward: offers to end one's own part. */
  isOnward?: boolean
  /** A referral onward of a confidential one is always so. */
  canBeConfidential?: boolean
  receiverFault?: string | undefined
}

/** The end of a working day, by which something due that day is expected. */
const endOfWork = '17:00'

/** To whom, what for, with which words, by when. */
export const ReferFields = ({
  value,
  onChange,
  isOnward = false,
  canBeConfidential = true,
  receiverFault,
}: Props) => {
  const t = useT()
  const { timeZone } = useUi()
  const receivers = useReceivers()
  const away = useAway(value.to)
  const put = (change: Partial<ReferValues>) => onChange({ ...value, ...change })
  return (
    <div className="flex flex-col gap-3.5">
      <TagPicker
        label={t('referrals.to')}
        placeholder={t('referrals.toHint')}
        options={receivers}
        value={value.to}
        onChange={(to) => put({ to })}
        errorMessage={receiverFault}
      />
      {away.map(({ id, name, deputy }) => (
        <Callout key={id} tone="warn">
          {t('referrals.away', { name, deputy: deputy?.name ?? 'none' })}
        </Callout>
      ))}
      <div>
        <SegmentedControl
          label={t('referrals.asked')}
          value={value.action}
          options={AskedAction.options.map((id) => ({ id, label: t(`referrals.asked.${id}`) }))}
          onChange={(action) => put({ action })}
        />
      </div>
      <TextArea
        label={t('referrals.note')}
        minRows={2}
        value={value.note}
        onChange={(note) => put({ note })}
      />
      <DatePresetsRow
        label={t('referrals.deadlineDay')}
        value={value.deadline && localDate(value.deadline, timeZone)}
        onChange={(day) => put({ deadline: day && instantAt(day, endOfWork, timeZone) })}
      />
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2">
        <DateTimeField
          label={t('referrals.deadline')}
          value={value.deadline}
          onChange={(deadline) => put({ deadline })}
        />
        <Select
          label={t('referrals.urgency')}
          options={Urgency.options.map((id) => ({ id, label: t(`referrals.urgency.${id}`) }))}
          value={value.urgency}
          onChange={(urgency) => {
            if (urgency) put({ urgency })
          }}
        />
      </div>
      {canBeConfidential && (
        <Switch
          value={value.confidential}
          onChange={(confidential) => put({ confidential })}
          description={t('referrals.confidentialHint')}
        >
          {t('referrals.confidential')}
        </Switch>
      )}
      {isOnward && (
        <Switch value={value.finishMine} onChange={(finishMine) => put({ finishMine })}>
          {t('referrals.finishMine')}
        </Switch>
      )}
    </div>
  )
}

/** Colleagues but oneself, then teams. */
function useReceivers(): Option[] {
  const t = useT()
  const { user } = useSession()
  const colleagues = useColleagues()
  const teams = useTeams()
  return [
    ...colleagues.filter(({ id }) => id !== user.id).map((one) => ({ ...one, id: userKey(one.id) })),
    ...teams.map(({ id, label }) => ({
      id: teamKey(id),
      label,
      description: t('referrals.team'),
      icon: <Users />,
    })),
  ]
}

/** The chosen colleagues who are away today. */
function useAway(to: readonly Option[]) {
  const { data } = useRoute(listColleaguesRoute, { query: {} })
  return (data?.items ?? []).filter(
    ({ id, isAbsent }) => isAbsent && to.some((receiver) => receiver.id === userKey(id)),
  )
}
