import { callApi, useLive, useT } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { getNotificationRoute, pathOf } from '../../contract/index.ts'
import { useMark } from '../use-mark.ts'
import { useSentence } from '../use-sentence.ts'

/** Shows what arrives while the app is open; the count and lists fetch again by themselves. */
export function LiveArrival() {
  const t = useT()
  const say = useSentence()
  const mark = useMark()
  const navigate = useNavigate()
  const arrive = useCallback(
    async (id: string) => {
      const notification = await callApi(getNotificationRoute, { params: { id } }).catch(() => null)
      // The end of long work is told by the toast of who started it.
      if (!notification || notification.readAt !== null || notification.kind === 'operationFinished') return
      const { title, text } = say(notification)
      toast({
        title,
        description: text,
        ...(notification.subject && {
          action: {
            label: t('notifications.open'),
            onPress: () => {
              void mark({ ids: [id], read: true })
              void navigate({ href: pathOf(notification) })
            },
          },
        }),
      })
    },
    [t, say, mark, navigate],
  )
  useLive(
    'notifications',
    useCallback(({ id }: { id?: string }) => void (id && arrive(id)), [arrive]),
  )
  return null
}
