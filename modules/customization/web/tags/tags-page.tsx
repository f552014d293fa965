import {
  callApi,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  useProblemText,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import { Card, confirm, EmptyState, IconButton, PageHeader, SearchField, Tag, toast } from '@peyvand/ui'
import { Combine, Pencil, Tags, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { deleteTagRoute, listTagsRoute, mergeTagRoute, type Tag as TagRecord } from '../../contract/index.ts'
import { colorTone } from '../color-tone.ts'
import { MergeDialog } from '../merge-dialog.tsx'
import { NewTagForm } from './new-tag-form.tsx'
import { TagDialog } from './tag-dialog.tsx'

/** Tags of the firm: rename, recolour, merge, remove. */
export function TagsPage() {
  const t = useT()
  usePageTitle(t('customization.tags'))
  const problem = useProblemText()
  const [typed, setTyped] = useState('')
  const [editing, setEditing] = useState<TagRecord | null>(null)
  const [merging, setMerging] = useState<TagRecord | null>(null)
  const { data, error, refetch } = useRoute(
    listTagsRoute,
    { query: typed.trim() ? { q: typed.trim() } : {} },
    { keepPrevious: true },
  )
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const remove = async (tag: TagRecord) => {
    const isSure = await confirm({
      title: t('customization.ui.tags.delete'),
      body: t('customization.ui.tags.deleteBody', { name: tag.name, count: tag.uses }),
      confirmLabel: t('customization.ui.tags.delete'),
      isDanger: true,
    })
    if (!isSure) return
    await callApi(deleteTagRoute, { params: { id: tag.id } }).catch((failure: unknown) =>
      toast({ kind: 'bad', title: problem(failure) }),
    )
    await invalidateTopics(['tags'])
  }
  return (
    <div className="flex max-w-200 flex-col gap-3">
      <PageHeader title={t('customization.tags')} subtitle={t('customization.ui.tags.hint')} />
      <div className="flex flex-wrap items-end gap-3">
        <NewTagForm />
        <SearchField
          className="ms-auto w-60"
          label={t('customization.ui.tags.search')}
          value={typed}
          onChange={setTyped}
        />
      </div>
      <Card isFlush>
        {data.items.length === 0 ? (
          <EmptyState icon={<Tags />} title={t('customization.ui.tags.empty')} />
        ) : (
          <ul className="divide-y divide-line">
            {data.items.map((tag) => (
              <li key={tag.id} className="flex items-center gap-3 px-4 py-1.5">
                <Tag tone={colorTone[tag.color]}>{tag.name}</Tag>
                <span className="me-auto text-meta text-muted">
                  {t('customization.ui.tags.uses', { count: tag.uses })}
                </span>
                <IconButton
                  label={t('customization.ui.editOf', { name: tag.name })}
                  icon={<Pencil />}
                  onPress={() => setEditing(tag)}
                />
                <IconButton
                  label={t('customization.ui.mergeOf', { name: tag.name })}
                  icon={<Combine />}
                  onPress={() => setMerging(tag)}
                />
                <IconButton
                  kind="danger"
                  label={t('customization.ui.deleteOf', { name: tag.name })}
                  icon={<Trash2 />}
                  onPress={() => void remove(tag)}
                />
              </li>
            ))}
          </ul>
        )}
      </Card>
      {editing && <TagDialog tag={editing} onClose={() => setEditing(null)} />}
      {merging && (
        <MergeDialog
          name={merging.name}
          hint={t('customization.ui.tags.mergeHint', { name: merging.name })}
          options={data.items
            .filter(({ id }) => id !== merging.id)
            .map(({ id, name }) => ({ id, label: name }))}
          onMerge={async (into) => {
            await callApi(mergeTagRoute, { params: { id: merging.id }, body: { into } })
            await invalidateTopics(['tags', 'parties', 'activities'])
          }}
          onClose={() => setMerging(null)}
        />
      )}
    </div>
  )
}
