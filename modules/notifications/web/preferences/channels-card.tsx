import { useProblemText, useT } from '@peyvand/platform/web'
import { Callout, Card, Checkbox, toast } from '@peyvand/ui'
import { useState } from 'react'
import {
  kindsOfGroup,
  NotificationChannel,
  type NotificationKind,
  type NotificationPreferences,
} from '../../contract/index.ts'
import { useGroups } from '../use-groups.ts'
import { useSavePreferences } from './use-save-preferences.ts'

interface Props {
  preferences: NotificationPreferences
}

interface Choice {
  kind: NotificationKind
  channel: NotificationChannel
  isOn: boolean
}

/** Kinds against channels, each in effect at once. */
export const ChannelsCard = ({ preferences }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const save = useSavePreferences()
  const groups = useGroups()
  // Shown as chosen while it is being saved.
  const [saving, setSaving] = useState<Choice | null>(null)
  const { channels, available, version } = preferences
  const isAvailable = (channel: NotificationChannel) => channel === 'app' || available[channel]
  const set = async (kind: NotificationKind, channel: NotificationChannel, isOn: boolean) => {
    const chosen = channels[kind].filter((other) => other !== channel)
    setSaving({ kind, channel, isOn })
    try {
      await save({ version, channels: { [kind]: isOn ? [...chosen, channel] : chosen } }, { isQuiet: true })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    } finally {
      setSaving(null)
    }
  }
  const missing = NotificationChannel.options.filter((channel) => !isAvailable(channel))
  return (
    <Card title={t('notifications.channels')} isFlush>
      {missing.length > 0 && (
        <Callout className="m-3">
          <ul className="flex flex-col gap-1">
            {missing.map((channel) => (
              <li key={channel}>{t(`notifications.unavailable.${channel}`)}</li>
            ))}
          </ul>
        </Callout>
      )}
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-body">
          <thead>
            <tr className="border-b border-line text-meta text-muted">
              <th scope="col" className="py-2 ps-4 text-start font-medium">
                {t('notifications.kind')}
              </th>
              {NotificationChannel.options.map((channel) => (
                <th key={channel} scope="col" className="w-18 px-1 py-2 text-center font-medium">
                  {t(`notifications.channel.${channel}`)}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group}>
              <tr>
                <th
                  scope="colgroup"
                  colSpan={NotificationChannel.options.length + 1}
                  className="bg-surface-2 py-1 ps-4 text-start text-badge font-medium text-muted"
                >
                  {t(`notifications.group.${group}`)}
                </th>
              </tr>
              {kindsOfGroup[group].map((kind) => (
                <tr key={kind} className="border-b border-line last:border-b-0">
                  <th scope="row" className="py-1.5 ps-4 text-start font-normal">
                    {t(`notifications.kind.${kind}`)}
                  </th>
                  {NotificationChannel.options.map((channel) => (
                    <td key={channel} className="px-1 text-center">
                      <Checkbox
                        aria-label={t('notifications.kindByChannel', {
                          kind: t(`notifications.kind.${kind}`),
                          channel: t(`notifications.channel.${channel}`),
                        })}
                        className="mx-auto w-fit"
                        value={
                          saving?.kind === kind && saving.channel === channel
                            ? saving.isOn
                            : channels[kind].includes(channel)
                        }
                        isDisabled={saving !== null || !isAvailable(channel)}
                        onChange={(isOn) => void set(kind, channel, isOn)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Card>
  )
}
