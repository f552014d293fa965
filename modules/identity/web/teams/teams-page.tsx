import {
  callApi,
  invalidateTopics,
  PageProblem,
  PageSkeleton,
  usePageTitle,
  useProblemText,
  useRoute,
  useT,
  useUrlState,
} from '@peyvand/platform/web'
import { Button, Card, EmptyState, PageHeader, toast } from '@peyvand/ui'
import { type TreeMove, TreeView } from '@peyvand/ui/data'
import { Network, Plus } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { listTeamsRoute, type Team, updateTeamRoute } from '../../contract/index.ts'
import { NewTeamDialog } from './new-team-dialog.tsx'
import { TeamPanel } from './team-panel.tsx'
import { teamTree } from './team-tree.ts'

const Search = z.object({ team: z.string().optional().catch(undefined) })

/** The tree of teams; scopes «team» and «team and below» of roles follow it. */
export function TeamsPage() {
  const t = useT()
  usePageTitle(t('identity.ui.nav.teams'))
  const problem = useProblemText()
  const [{ team: openId }, setSearch] = useUrlState(Search)
  const [isAdding, setAdding] = useState(false)
  const { data, error, refetch } = useRoute(listTeamsRoute, {})
  if (error) return <PageProblem error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const teams = data.items
  const open = teams.find(({ id }) => id === openId)
  const meta = ({ members }: Team) => t('identity.ui.teams.members', { count: members.length })

  const move = async ({ ids, targetId, position }: TreeMove) => {
    const parentId =
      position === 'inside' ? targetId : (teams.find(({ id }) => id === targetId)?.parentId ?? null)
    try {
      for (const team of teams.filter(({ id }) => ids.includes(id)))
        await callApi(updateTeamRoute, {
          params: { id: team.id },
          body: { version: team.version, parentId },
        })
    } catch (failure) {
      toast({ kind: 'bad', title: problem(failure) })
    }
    await invalidateTopics(['teams'])
  }
  const add = (
    <Button kind="primary" icon={<Plus size={16} aria-hidden />} onPress={() => setAdding(true)}>
      {t('identity.ui.teams.new')}
    </Button>
  )
  return (
    <div className="flex flex-col gap-3">
      <PageHeader title={t('identity.ui.nav.teams')} actions={add} />
      <div className="grid items-start gap-3 xl:grid-cols-[minmax(18rem,1fr)_1.4fr]">
        <Card>
          {teams.length === 0 ? (
            <EmptyState icon={<Network />} title={t('identity.ui.teams.empty')} action={add}>
              {t('identity.ui.teams.emptyHint')}
            </EmptyState>
          ) : (
            <TreeView
              label={t('identity.ui.nav.teams')}
              nodes={teamTree(teams, meta)}
              selectedId={open?.id ?? null}
              onSelect={(id) => setSearch({ team: id ?? undefined })}
              defaultExpanded={teams.map(({ id }) => id)}
              onMove={(change) => void move(change)}
            />
          )}
        </Card>
        {open && (
          <TeamPanel
            key={`${open.id}:${open.version}`}
            team={open}
            teams={teams}
            onDeleted={() => setSearch({ team: undefined })}
          />
        )}
      </div>
      {isAdding && (
        <NewTeamDialog
          teams={teams}
          parentId={open?.id ?? null}
          onClose={() => setAdding(false)}
          onMade={(id) => setSearch({ team: id })}
        />
      )}
    </div>
  )
}
