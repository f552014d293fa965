import {
  callApi,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  useMutateRoute,
  usePageTitle,
  useProblemText,
  useRoute,
  useT,
} from '@peyvand/platform/web'
import { Bdi, Button, Card, IconButton, PageHeader, StatusPill, toast, useFormat } from '@peyvand/ui'
import { Archive, ArchiveRestore, ArrowDown, ArrowUp, LayoutList, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import {
  listPartyGroupsRoute,
  orderPartyGroupsRoute,
  type PartyGroup,
  updatePartyGroupRoute,
} from '../../contract/index.ts'
import { useGroupNames } from '../choices/use-choices.ts'
import { GroupDialog } from './group-dialog.tsx'
import { GroupMark } from './group-mark.tsx'
import { LayoutDialog } from './layout-dialog.tsx'

const topics = ['party-groups', 'parties']

/** Groups of parties: define, rename, restyle, order, archive. */
export const GroupsPage = () => {
  const t = useT()
  usePageTitle(t('parties.groups'))
  const [edited, setEdited] = useState<PartyGroup | 'new' | null>(null)
  const [laidOut, setLaidOut] = useState<PartyGroup | null>(null)
  const { data, error, refetch } = useRoute(listPartyGroupsRoute, { query: { counts: 'true' } })
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const used = data.items.filter(({ archivedAt }) => archivedAt === null)
  const archived = data.items.filter(({ archivedAt }) => archivedAt !== null)
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('parties.groups')}
        subtitle={t('parties.groupsHint')}
        actions={
          <Button kind="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setEdited('new')}>
            {t('parties.groupNew')}
          </Button>
        }
      />
      <Card isFlush>
        <GroupRows all={data.items} groups={used} onEdit={setEdited} onLayout={setLaidOut} />
      </Card>
      {archived.length > 0 && (
        <Card title={t('parties.groupsArchived')} isFlush>
          <GroupRows all={data.items} groups={archived} onEdit={setEdited} onLayout={setLaidOut} />
        </Card>
      )}
      {laidOut && <LayoutDialog group={laidOut} onClose={() => setLaidOut(null)} />}
      {edited && <GroupDialog {...(edited !== 'new' && { group: edited })} onClose={() => setEdited(null)} />}
    </div>
  )
}

type RowsProps = {
  all: readonly PartyGroup[]
  groups: readonly PartyGroup[]
  onEdit: (group: PartyGroup) => void
  onLayout: (group: PartyGroup) => void
}

const GroupRows = ({ all, groups, onEdit, onLayout }: RowsProps) => {
  const t = useT()
  const problem = useProblemText()
  const { mutate: order } = useMutateRoute(orderPartyGroupsRoute, topics)
  const move = (group: PartyGroup, step: 1 | -1) => {
    const shown = groups.map(({ id }) => id)
    const at = shown.indexOf(group.id)
    const other = shown[at + step]
    if (!other) return
    const ids = all.map(({ id }) => (id === group.id ? other : id === other ? group.id : id))
    order({ body: { ids } }, { onError: (error) => toast({ kind: 'bad', title: problem(error) }) })
  }
  return (
    <ul aria-label={t('parties.groups')} className="divide-y divide-line">
      {groups.map((group, index) => (
        <GroupRow
          key={group.id}
          group={group}
          isFirst={index === 0}
          isLast={index === groups.length - 1}
          onMove={(step) => move(group, step)}
          onEdit={() => onEdit(group)}
          onLayout={() => onLayout(group)}
        />
      ))}
    </ul>
  )
}

type RowProps = {
  group: PartyGroup
  isFirst: boolean
  isLast: boolean
  onMove: (step: 1 | -1) => void
  onEdit: () => void
  onLayout: () => void
}

const GroupRow = ({ group, isFirst, isLast, onMove, onEdit, onLayout }: RowProps) => {
  const t = useT()
  const format = useFormat()
  const problem = useProblemText()
  const { groupName, stateName } = useGroupNames()
  const name = groupName(group)
  const isArchived = group.archivedAt !== null

  const archive = async () => {
    const put = (archived: boolean, version: number) =>
      callApi(updatePartyGroupRoute, { params: { id: group.id }, body: { version, archived } })
    try {
      const { version } = await put(!isArchived, group.version)
      await invalidateTopics(topics)
      const back = () =>
        void put(isArchived, version)
          .then(() => invalidateTopics(topics))
          .catch((error: unknown) => toast({ kind: 'bad', title: problem(error) }))
      toast({
        kind: 'ok',
        title: t(isArchived ? 'parties.groupRestored' : 'parties.groupArchived', { name }),
        action: { label: t('web.undo'), onPress: back },
      })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  const facts = [
    group.members !== undefined && t('parties.count', { count: group.members }),
    group.states.length > 0 && format.list(group.states.map(stateName)),
  ].filter(Boolean)
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-2.5">
      <GroupMark icon={group.icon} color={group.color} />
      <div className="min-w-40 flex-1">
        <p className="flex items-center gap-2 font-medium">
          {name}
          {group.ready && <StatusPill>{t('parties.groupReady')}</StatusPill>}
        </p>
        <p className="text-meta text-muted">
          {facts.join(' · ')}
          {group.numberPattern && (
            <>
              {' · '}
              <Bdi>{group.numberPattern}</Bdi>
            </>
          )}
        </p>
      </div>
      <span className="flex">
        {!isArchived && (
          <>
            <IconButton
              label={t('parties.moveUp', { name })}
              icon={<ArrowUp />}
              isDisabled={isFirst}
              onPress={() => onMove(-1)}
            />
            <IconButton
              label={t('parties.moveDown', { name })}
              icon={<ArrowDown />}
              isDisabled={isLast}
              onPress={() => onMove(1)}
            />
            <IconButton label={t('parties.layoutOf', { name })} icon={<LayoutList />} onPress={onLayout} />
            <IconButton label={t('parties.groupEdit', { name })} icon={<Pencil />} onPress={onEdit} />
          </>
        )}
        <IconButton
          label={t(isArchived ? 'parties.groupUnarchive' : 'parties.groupArchive', { name })}
          icon={isArchived ? <ArchiveRestore /> : <Archive />}
          onPress={() => void archive()}
        />
      </span>
    </li>
  )
}
