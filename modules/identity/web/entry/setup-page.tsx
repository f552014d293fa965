import { callApi, getPreferences, useRoute, useT } from '@peyvand/platform/web'
import { Spinner } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type Setup, setupRoute, setupStatusRoute } from '../../contract/index.ts'
import { enter } from './enter.ts'
import { EntryPage } from './entry-page.tsx'
import { SampleDataProgress } from './sample-data-progress.tsx'
import { SetupForm } from './setup-form.tsx'

/** The first visit: the firm, its administrator, and a firm full of sample data for those who want to try. */
export function SetupPage() {
  const t = useT()
  const navigate = useNavigate()
  const [operationId, setOperationId] = useState<string | null>(null)
  const { data: status } = useRoute(setupStatusRoute, {}, { staleTime: Number.POSITIVE_INFINITY })
  const isOver = status?.needed === false
  useEffect(() => {
    if (isOver) void navigate({ to: '/sign-in' })
  }, [isOver, navigate])

  const save = async (setup: Setup) => {
    const answer = await callApi(setupRoute, { body: { ...setup, locale: getPreferences().locale } })
    if (answer.operationId) setOperationId(answer.operationId)
    else enter()
  }
  if (operationId)
    return (
      <EntryPage title={t('identity.ui.sample.title')} hint={t('identity.ui.sample.hint')}>
        <SampleDataProgress operationId={operationId} onDone={() => enter()} />
      </EntryPage>
    )
  return (
    <EntryPage title={t('identity.ui.setup.title')} hint={t('identity.ui.setup.hint')} isWide>
      {status?.needed ? (
        <SetupForm offersSampleData={status.sampleData} onSave={save} />
      ) : (
        <Spinner className="mx-auto text-muted" />
      )}
    </EntryPage>
  )
}
