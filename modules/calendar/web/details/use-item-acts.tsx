import { deleteActivityRoute, restoreActivityRoute } from '@peyvand/activities/contract'
import { EditActivity, FinishDialog, useTransition } from '@peyvand/activities/web'
import { callApi, invalidateTopics, useProblemText, useT } from '@peyvand/platform/web'
import { toast } from '@peyvand/ui'
import { type ReactNode, useState } from 'react'
import type { CalendarItem } from '../../contract/index.ts'
import { calendarTopics } from '../calendar-topics.ts'
import { madeOf } from '../moving/use-move.ts'
import type { useScopeQuestion } from '../moving/use-scope-question.tsx'

type AskScope = ReturnType<typeof useScopeQuestion>['askScope']
type Open = { act: 'finish'; item: CalendarItem } | { act: 'edit'; id: string; scope: Scope }
type Scope = Awaited<ReturnType<AskScope>> | undefined

/** What is done with an item from its details; of a series it is asked how far it goes. */
export function useItemActs(askScope: AskScope): {
  edit: (item: CalendarItem) => Promise<void>
  finish: (item: CalendarItem) => void
  remove: (item: CalendarItem) => Promise<void>
  dialogs: ReactNode
} {
  const t = useT()
  const problem = useProblemText()
  const { actNow } = useTransition()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => {
    setOpen(null)
    void invalidateTopics(calendarTopics)
  }
  const told = (error: unknown) => void toast({ kind: 'bad', title: problem(error) })

  const edit = async (item: CalendarItem) => {
    const scope = item.recurring ? await askScope(t('calendar.editSeries')) : undefined
    if (scope === null) return
    await madeOf(item).then(({ id }) => setOpen({ act: 'edit', id, scope }), told)
  }
  const finish = (item: CalendarItem) => {
    if (item.kind === 'task' && item.id)
      void actNow({ id: item.id, version: item.version, subject: item.title }, 'finish')
    else setOpen({ act: 'finish', item })
  }
  const remove = async (item: CalendarItem) => {
    const scope = item.recurring
      ? await askScope(t('calendar.deleteSeries'), ['this', 'following'])
      : 'following'
    if (scope === null || scope === 'all') return
    try {
      const { id } = await madeOf(item)
      await callApi(deleteActivityRoute, { params: { id }, query: { occurrences: scope } })
      const restore = () =>
        callApi(restoreActivityRoute, { params: { id } }).then(() => invalidateTopics(calendarTopics), told)
      toast({
        kind: 'ok',
        title: t('activities.deleted', { subject: item.title }),
        action: { label: t('web.undo'), onPress: () => void restore() },
      })
    } catch (error) {
      told(error)
    }
    await invalidateTopics(calendarTopics)
  }
  return {
    edit,
    finish,
    remove,
    dialogs: (
      <>
        {open?.act === 'edit' && (
          <EditActivity id={open.id} occurrences={open.scope ?? undefined} onClose={close} />
        )}
        {open?.act === 'finish' && open.item.kind && open.item.id && (
          <FinishDialog
            activity={{
              id: open.item.id,
              version: open.item.version,
              subject: open.item.title,
              kind: open.item.kind,
            }}
            onClose={close}
          />
        )}
      </>
    ),
  }
}
