import { callApi, FormFault, invalidateTopics, useT } from '@peyvand/platform/web'
import { Button, CodeField, Dialog, PasswordField, RadioGroup, toast } from '@peyvand/ui'
import { type FormEvent, useId, useState } from 'react'
import { connectCaldavRoute, findCaldavCalendarsRoute } from '../../contract/index.ts'

/** First the account is proved, then one of its calendars is chosen. */
export const ConnectDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useT()
  const formId = useId()
  const [login, setLogin] = useState({ url: '', username: '', password: '' })
  const [calendars, setCalendars] = useState<readonly { url: string; name: string }[] | null>(null)
  const [calendarUrl, setCalendarUrl] = useState<string | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const put = (change: Partial<typeof login>) => {
    setLogin({ ...login, ...change })
    setCalendars(null)
  }
  const goOn = async (event: FormEvent) => {
    event.preventDefault()
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
    <Dialog
      isOpen
      title={t('calendar.caldav.connect')}
      onOpenChange={onClose}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} isPending={isPending}>
            {t(calendars ? 'calendar.caldav.connect' : 'calendar.caldav.find')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void goOn(event)} className="flex flex-col gap-3.5">
        <FormFault error={fault} />
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
      </form>
    </Dialog>
  )
}
