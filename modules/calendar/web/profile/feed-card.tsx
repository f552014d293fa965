import { callApi, invalidateTopics, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import { Bdi, Button, Callout, Card, confirm, copyText, toast, useFormat } from '@peyvand/ui'
import { Copy } from 'lucide-react'
import { useState } from 'react'
import {
  getCalendarFeedRoute,
  removeCalendarFeedRoute,
  renewCalendarFeedRoute,
} from '../../contract/index.ts'

/** The secret address by which other programs read one's calendar; shown once, when it is made. */
export const FeedCard = () => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const { data } = useRoute(getCalendarFeedRoute, {})
  const [url, setUrl] = useState<string | null>(null)
  const act = async (run: () => Promise<void>) => {
    try {
      await run()
      await invalidateTopics(['calendar'])
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  const renew = () => act(async () => setUrl((await callApi(renewCalendarFeedRoute, {})).url))
  const renewSurely = async () => {
    const isSure = await confirm({
      title: t('calendar.feed.renew'),
      body: t('calendar.feed.renewHint'),
      confirmLabel: t('calendar.feed.renew'),
    })
    if (isSure) await renew()
  }
  const remove = () =>
    act(async () => {
      await callApi(removeCalendarFeedRoute, {})
      setUrl(null)
    })
  return (
    <Card title={t('calendar.feed')}>
      <div className="flex flex-col gap-3">
        <p className="text-muted">{t('calendar.feed.hint')}</p>
        {url && (
          <Callout
            tone="ok"
            title={t('calendar.feed.once')}
            action={
              <Button
                size="small"
                icon={<Copy size={15} aria-hidden />}
                onPress={() =>
                  void copyText(url).then(
                    (isCopied) => isCopied && toast({ kind: 'ok', title: t('calendar.feed.copied') }),
                  )
                }
              >
                {t('calendar.feed.copy')}
              </Button>
            }
          >
            <Bdi className="break-all">{url}</Bdi>
          </Callout>
        )}
        {data?.active ? (
          <>
            <p className="text-meta text-muted">
              {data.lastReadAt
                ? t('calendar.feed.lastRead', { at: format.dateTime(data.lastReadAt) })
                : t('calendar.feed.neverRead')}
            </p>
            <div className="flex flex-wrap gap-2">
              <Button onPress={() => void renewSurely()}>{t('calendar.feed.renew')}</Button>
              <Button onPress={() => void remove()}>{t('calendar.feed.remove')}</Button>
            </div>
          </>
        ) : (
          <Button className="self-start" kind="primary" onPress={() => void renew()}>
            {t('calendar.feed.make')}
          </Button>
        )}
      </div>
    </Card>
  )
}
