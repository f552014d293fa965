import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { Button, Card, Switch, toast } from '@peyvand/ui'
import { useEffect, useState } from 'react'
import { testPushRoute } from '../../contract/index.ts'
import { type PushState, pushState, turnPushOff, turnPushOn } from './browser-push.ts'

/** Browser notifications of the browser at hand: on, off, tried. */
export const PushCard = () => {
  const t = useT()
  const problem = useProblemText()
  const [state, setState] = useState<PushState | null>(null)
  const [isPending, setPending] = useState(false)
  useEffect(() => {
    void pushState().then(setState)
  }, [])
  const failed = (error: unknown) => void toast({ kind: 'bad', title: problem(error) })
  const turn = async (isOn: boolean) => {
    setPending(true)
    try {
      setState(await (isOn ? turnPushOn() : turnPushOff()))
      await invalidateTopics(['notification-preferences', 'push'])
    } catch (error) {
      // The browser's own failures have no text of ours.
      if (error instanceof DOMException) toast({ kind: 'bad', title: t('notifications.push.failed') })
      else failed(error)
    } finally {
      setPending(false)
    }
  }
  const test = () =>
    callApi(testPushRoute, {}).then(
      ({ sent }) =>
        void toast(
          sent > 0
            ? { kind: 'ok', title: t('notifications.push.tested') }
            : { kind: 'bad', title: t('notifications.push.failed') },
        ),
      failed,
    )
  const cannotTurn = state === 'unsupported' || state === 'blocked'
  return (
    <Card title={t('notifications.push')}>
      <div className="flex flex-wrap items-center gap-3">
        <Switch
          value={state === 'on'}
          isDisabled={cannotTurn || isPending}
          isReadOnly={state === null}
          onChange={(isOn) => void turn(isOn)}
          description={state && t(`notifications.push.${state}`)}
          className="min-w-0 flex-1"
        >
          {t('notifications.push.here')}
        </Switch>
        {state === 'on' && <Button onPress={() => void test()}>{t('notifications.push.test')}</Button>}
      </div>
    </Card>
  )
}
