import { invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Bdi, Button, Callout, Card, CodeField } from '@peyvand/ui'
import { type SubmitEvent, useState } from 'react'
import type { TestAnswer } from '../contract/index.ts'

interface Props {
  label: string
  /** The settings are kept as they are shown. */
  isReady: boolean
  send: (to: string) => Promise<TestAnswer>
}

/** Sends a message by the kept settings and shows what the other side said. */
export const TestForm = ({ label, isReady, send }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const [to, setTo] = useState('')
  const [isPending, setPending] = useState(false)
  const [answer, setAnswer] = useState<TestAnswer | null>(null)
  const test = async (event: SubmitEvent) => {
    event.preventDefault()
    setPending(true)
    setAnswer(null)
    try {
      setAnswer(await send(to))
      await invalidateTopics(['channels/messages'])
    } catch (error) {
      setAnswer({ ok: false, detail: problem(error) })
    } finally {
      setPending(false)
    }
  }
  return (
    <Card title={t('channels.test')}>
      <form
        noValidate
        onSubmit={(event: SubmitEvent) => void test(event)}
        className="flex flex-wrap items-end gap-2"
      >
        <CodeField
          label={label}
          value={to}
          onChange={setTo}
          isDisabled={!isReady}
          className="w-full sm:w-72"
        />
        <Button type="submit" isPending={isPending} isDisabled={!isReady || to.trim() === ''}>
          {t('channels.test')}
        </Button>
      </form>
      {!isReady && <p className="mt-2 text-meta text-muted">{t('channels.test.first')}</p>}
      {answer && (
        <Callout
          className="mt-3"
          tone={answer.ok ? 'ok' : 'bad'}
          title={t(answer.ok ? 'channels.test.ok' : 'channels.test.failed')}
        >
          {answer.detail && <Bdi>{answer.detail}</Bdi>}
        </Callout>
      )}
    </Card>
  )
}
