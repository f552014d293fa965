import { callApi, invalidateTopics, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import { Bdi, Button, Callout, Card, confirm, DescriptionList, toast, useFormat } from '@peyvand/ui'
import { useState } from 'react'
import {
  type CaldavAccount,
  disconnectCaldavRoute,
  getCaldavRoute,
  syncCaldavRoute,
} from '../../contract/index.ts'
import { ConnectDialog } from './connect-dialog.tsx'

const refreshMs = 5000

/** One's calendar of a CalDAV server, kept alike in both directions. */
export const CaldavCard = () => {
  const t = useT()
  const [isConnecting, setConnecting] = useState(false)
  const { data } = useRoute(getCaldavRoute, {}, { refetchInterval: refreshMs })
  return (
    <Card title={t('calendar.caldav')}>
      <div className="flex flex-col gap-3">
        <p className="text-muted">{t('calendar.caldav.hint')}</p>
        {data?.connected && <Connected account={data} />}
        {data && !data.connected && (
          <Button className="self-start" kind="primary" onPress={() => setConnecting(true)}>
            {t('calendar.caldav.connect')}
          </Button>
        )}
      </div>
      {isConnecting && <ConnectDialog onClose={() => setConnecting(false)} />}
    </Card>
  )
}

const Connected = ({ account }: { account: CaldavAccount }) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const act = async (run: () => Promise<unknown>, done: string) => {
    try {
      await run()
      await invalidateTopics(['calendar'])
      toast({ kind: 'ok', title: t(done) })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  const disconnect = async () => {
    const isSure = await confirm({
      title: t('calendar.caldav.disconnect'),
      body: t('calendar.caldav.disconnectHint'),
      confirmLabel: t('calendar.caldav.disconnect'),
    })
    if (isSure) await act(() => callApi(disconnectCaldavRoute, {}), 'calendar.caldav.disconnected')
  }
  return (
    <>
      {account.lastError && <Callout tone="bad">{t(`error.${account.lastError}`)}</Callout>}
      <DescriptionList
        items={[
          { label: t('calendar.caldav.calendar'), value: account.calendarName },
          { label: t('calendar.caldav.url'), value: <Bdi>{account.url}</Bdi> },
          { label: t('calendar.caldav.username'), value: <Bdi>{account.username}</Bdi> },
          {
            label: t('calendar.caldav.lastSync'),
            value: account.lastSyncAt ? format.dateTime(account.lastSyncAt) : t('calendar.caldav.notYet'),
          },
        ]}
      />
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => void act(() => callApi(syncCaldavRoute, {}), 'calendar.caldav.started')}>
          {t('calendar.caldav.sync')}
        </Button>
        <Button onPress={() => void disconnect()}>{t('calendar.caldav.disconnect')}</Button>
      </div>
    </>
  )
}
