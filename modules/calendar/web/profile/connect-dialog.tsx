import { callApi, FormDialog, invalidateTopics, useT } from '@peyvand/platform/web'
import { CodeField, PasswordField, RadioGroup, toast } from '@peyvand/ui'
import { useState } from 'react'
import { connectCaldavRoute, findCaldavCalendarsRoute } from '../../contract/index.ts'

/** First the account is proved, then one of its calendars is chosen. */
export const ConnectDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const [login, setLogin] = useState({ url: '', username: '', password: '' })
  const [calendars, setCalendars] = useState<readonly { url: string; name: string }[] | null>(null)
  const [calendarUrl, setCalendarUrl] = useState<string | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const put = (change: Partial<typeof login>) => {
    setLogin({ ...login, ...change })
    setCalendars(null)
  }
  const goOn = async () => {
    setPending(true)
    setFault(null)
    try {
      if (!calendars) {
        const { items } = await callApi(findCaldavCalendarsRoute, { body: login })
        setCalendars(items)
        setCalendarUrl(items[0]?.url ?? null)
      } else if (calendarUrl) {
        await callApi(connectCaldavRoute, { body: { ...login, calendarUrl } })
        await invalidateTopics(['calendar'])
        toast({ kind: 'ok', title: t('calendar.caldav.connected') })
        onClose()
      }
    } catch (error) {
      setFault(error)
    }
    setPending(false)
  }
  return (
    <FormDialog
      columns={1}
      title={t('calendar.caldav.connect')}
      action={t(calendars ? 'calendar.caldav.connect' : 'calendar.caldav.find')}
      submit={{
        onSubmit: (event) => {
          event?.preventDefault()
          void goOn()
        },
        fault,
        isPending,
      }}
      onClose={onClose}
    >
      <CodeField
        label={t('calendar.caldav.url')}
        description={t('calendar.caldav.urlHint')}
        type="url"
        isRequired
        value={login.url}
        onChange={(url) => put({ url })}
      />
      <CodeField
        label={t('calendar.caldav.username')}
        isRequired
        value={login.username}
        onChange={(username) => put({ username })}
      />
      <PasswordField
        label={t('calendar.caldav.password')}
        description={t('calendar.caldav.passwordHint')}
        isRequired
        value={login.password}
        onChange={(password) => put({ password })}
      />
      {calendars && (
        <RadioGroup
          label={t('calendar.caldav.choose')}
          value={calendarUrl}
          options={calendars.map(({ url, name }) => ({ id: url, label: name }))}
          onChange={setCalendarUrl}
        />
      )}
    </FormDialog>
  )
}
