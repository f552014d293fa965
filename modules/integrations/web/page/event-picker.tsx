import { useT } from '@peyvand/platform/web'
import { Bdi, Checkbox, cx, Skeleton, useUi } from '@peyvand/ui'
import { useId } from 'react'
import { type EventGroup, useEventGroups } from './use-webhook-events.ts'

interface Props {
  value: readonly string[]
  onChange: (events: string[]) => void
  errorMessage?: string | undefined
}

/** The events a webhook carries, by the module they are of. */
export const EventPicker = ({ value, onChange, errorMessage }: Props) => {
  const t = useT()
  const hintId = useId()
  const groups = useEventGroups()
  return (
    <fieldset aria-describedby={hintId} className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1 text-body font-medium">{t('webhooks.eventsField')}</legend>
      <p id={hintId} className={cx('text-meta', errorMessage ? 'text-bad' : 'text-muted')}>
        {errorMessage ?? t('webhooks.eventsHint')}
      </p>
      {groups ? (
        <div className="divide-y divide-line rounded-control border border-line">
          {groups.map((group) => (
            <Group key={group.key} group={group} value={value} onChange={onChange} />
          ))}
        </div>
      ) : (
        <Skeleton className="h-60" />
      )}
    </fieldset>
  )
}

const Group = ({
  group: { label, events },
  value,
  onChange,
}: Omit<Props, 'errorMessage'> & { group: EventGroup }) => {
  const { locale } = useUi()
  const names = events.map(({ name }) => name)
  const chosen = names.filter((name) => value.includes(name)).length
  const set = (changed: readonly string[], isOn: boolean) => {
    const rest = value.filter((name) => !changed.includes(name))
    onChange(isOn ? [...rest, ...changed] : rest)
  }
  return (
    <div className="px-3 py-2">
      <Checkbox
        value={chosen === names.length}
        isIndeterminate={chosen > 0 && chosen < names.length}
        onChange={(isOn) => set(names, isOn)}
      >
        <span className="font-medium">{label}</span>
      </Checkbox>
      <ul className="grid gap-x-4 ps-6.5 sm:grid-cols-2">
        {events.map(({ name, label: of }) => (
          <li key={name}>
            <Checkbox
              value={value.includes(name)}
              onChange={(isOn) => set([name], isOn)}
              description={<Bdi className="font-mono text-badge">{name}</Bdi>}
            >
              {of[locale]}
            </Checkbox>
          </li>
        ))}
      </ul>
    </div>
  )
}
