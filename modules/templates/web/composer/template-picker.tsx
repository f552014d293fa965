import type { WrittenText } from '@peyvand/activities/web'
import { callApi, useProblemText, useRoute, useT } from '@peyvand/platform/web'
import { Button, DialogTrigger, Kbd, Popover, toast } from '@peyvand/ui'
import { LayoutTemplate } from 'lucide-react'
import { useEffect, useState } from 'react'
import {
  listTemplatesRoute,
  type TemplateGap,
  type TemplateRow,
  useTemplateRoute,
} from '../../contract/index.ts'
import { useMergeFields } from '../fields/use-merge-fields.ts'
import { SearchMenu, searchMenuPopover } from '../search-menu.tsx'
import { mergedInto } from './merged-into.ts'

interface Props {
  written: WrittenText
  onFilled: (filled: { body: string; gaps: readonly TemplateGap[] }) => void
}

/** Chooses a template of the kind and fills it for the party; `/` at the beginning of a line opens it. */
export const TemplatePicker = ({ written, onFilled }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const [isOpen, setOpen] = useState(false)
  useSlashKey(written.field, () => setOpen(true))
  const use = async (id: string) => {
    setOpen(false)
    const { party, activityId, subject, at, dueOn, place, link, body: before, field } = written
    try {
      const merged = await callApi(useTemplateRoute, {
        params: { id },
        body: {
          partyId: party?.id ?? null,
          activityId,
          draft: { subject, at, dueOn, place, link },
        },
      })
      const body = mergedInto(before, merged.body, field.current?.selectionStart ?? before.length)
      written.onChange({ body, ...(merged.subject && !subject.trim() && { subject: merged.subject }) })
      onFilled({ body, gaps: merged.gaps })
      requestAnimationFrame(() => field.current?.focus())
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button kind="quiet" size="small" icon={<LayoutTemplate size={16} aria-hidden />}>
        {t('templates.nav')}
        <span className="ms-1.5 max-sm:hidden">
          <Kbd>/</Kbd>
        </span>
      </Button>
      <Popover label={t('templates.ui.choose')} placement="bottom start" className={searchMenuPopover}>
        <Choices kind={written.kind} onPick={(id) => void use(id)} />
      </Popover>
    </DialogTrigger>
  )
}

const Choices = ({ kind, onPick }: { kind: WrittenText['kind']; onPick: (id: string) => void }) => {
  const t = useT()
  const merge = useMergeFields()
  const [q, setQ] = useState('')
  const filter = {
    and: [
      { field: 'kind', op: 'eq', value: kind },
      { field: 'archived', op: 'eq', value: false },
    ],
  }
  const { data } = useRoute(
    listTemplatesRoute,
    {
      query: {
        limit: 50,
        count: 'none',
        sort: '-uses,name',
        filter: JSON.stringify(filter),
        ...(q.trim() && { q: q.trim() }),
      },
    },
    { keepPrevious: true },
  )
  return (
    <SearchMenu
      label={t('templates.ui.choose')}
      sections={byCategory(data?.items ?? [], t('templates.ui.noCategory')).map(({ title, rows }) => ({
        id: title,
        title,
        items: rows.map(({ id, name, excerpt }) => ({
          id,
          label: name,
          description: merge.toOutline(excerpt),
        })),
      }))}
      empty={t(q ? 'templates.ui.noneFound' : 'templates.ui.noneOfKind')}
      onSearch={setQ}
      onPick={onPick}
    />
  )
}

/** Rows under the names of their categories, in the order in which each first appears. */
function byCategory(rows: readonly TemplateRow[], without: string) {
  const groups = new Map<string, TemplateRow[]>()
  for (const row of rows) {
    const title = row.category?.name ?? without
    groups.set(title, [...(groups.get(title) ?? []), row])
  }
  return [...groups].map(([title, ofGroup]) => ({ title, rows: ofGroup }))
}

/** Calls when `/` is typed at the beginning of a line of the text. */
function useSlashKey(field: WrittenText['field'], open: () => void): void {
  useEffect(() => {
    const area = field.current
    if (!area) return
    const onKeyDown = (event: KeyboardEvent) => {
      const before = area.value.slice(0, area.selectionStart)
      // The key of the slash, whichever letter the Persian layout has on it.
      const isSlash = event.key === '/' || (event.code === 'Slash' && !event.shiftKey && event.key === '.')
      if (!isSlash || event.ctrlKey || event.metaKey || event.altKey || !/(^|\n)$/.test(before)) return
      event.preventDefault()
      open()
    }
    area.addEventListener('keydown', onKeyDown)
    return () => area.removeEventListener('keydown', onKeyDown)
  })
}
