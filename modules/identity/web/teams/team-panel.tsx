import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  useProblemText,
  useRoute,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import {
  Avatar,
  Button,
  Card,
  ComboBox,
  confirm,
  IconButton,
  Select,
  Switch,
  TextField,
  toast,
} from '@peyvand/ui'
import { Trash2, X } from 'lucide-react'
import {
  deleteTeamRoute,
  listColleaguesRoute,
  setTeamMembersRoute,
  type Team,
  UpdateTeam,
  updateTeamRoute,
} from '../../contract/index.ts'
import { teamAndBelow } from './team-tree.ts'

interface TeamPanelProps {
  team: Team
  teams: readonly Team[]
  onDeleted: () => void
}

/** One team: its name and place, its members and who leads it. */
export function TeamPanel({ team, teams, onDeleted }: TeamPanelProps) {
  const t = useT()
  const problem = useProblemText()
  const below = teamAndBelow(teams, team.id)
  const form = useSchemaForm(UpdateTeam, { version: team.version, name: team.name, parentId: team.parentId })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    await callApi(updateTeamRoute, { params: { id: team.id }, body })
    await invalidateTopics(['teams'])
    toast({ kind: 'ok', title: t('web.saved') })
  })
  const remove = async () => {
    const isSure = await confirm({
      title: t('identity.ui.teams.delete'),
      body: t('identity.ui.teams.deleteBody', { name: team.name }),
      confirmLabel: t('identity.ui.teams.delete'),
      isDanger: true,
    })
    if (!isSure) return
    try {
      await callApi(deleteTeamRoute, { params: { id: team.id } })
      onDeleted()
      await invalidateTopics(['teams', 'users', 'session'])
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  return (
    <div className="flex flex-col gap-3">
      <Card
        title={team.name}
        actions={
          <IconButton
            kind="danger"
            label={t('identity.ui.teams.delete')}
            icon={<Trash2 />}
            onPress={() => void remove()}
          />
        }
      >
        <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3.5">
          <FormFault error={fault} />
          <FormField control={form.control} name="name">
            {(field) => (
              <TextField
                {...field}
                value={field.value ?? ''}
                label={t('identity.ui.teams.name')}
                isRequired
              />
            )}
          </FormField>
          <FormField control={form.control} name="parentId">
            {(field) => (
              <Select
                {...field}
                value={field.value ?? null}
                label={t('identity.ui.teams.parent')}
                placeholder={t('identity.ui.teams.top')}
                isClearable
                options={teams
                  .filter(({ id }) => !below.has(id))
                  .map(({ id, name }) => ({ id, label: name }))}
              />
            )}
          </FormField>
          <Button
            type="submit"
            kind="primary"
            className="self-start"
            isPending={isPending}
            isDisabled={!form.formState.isDirty}
          >
            {t('web.save')}
          </Button>
        </form>
      </Card>
      <Members team={team} />
    </div>
  )
}

function Members({ team }: { team: Team }) {
  const t = useT()
  const problem = useProblemText()
  const { data: colleagues } = useRoute(listColleaguesRoute, { query: {} })
  const names = new Map(colleagues?.items.map(({ id, name }) => [id, name]))
  const set = async (members: { userId: string; isLeader: boolean }[]) => {
    try {
      await callApi(setTeamMembersRoute, { params: { id: team.id }, body: { members } })
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
    await invalidateTopics(['teams', 'users', 'session', 'colleagues'])
  }
  const current = team.members.map(({ userId, isLeader }) => ({ userId, isLeader }))
  return (
    <Card title={t('identity.ui.teams.membersTitle')} isFlush>
      <ul className="divide-y divide-line">
        {team.members.map(({ userId, name, isLeader }) => (
          <li key={userId} className="flex items-center gap-3 px-4 py-2">
            <Avatar name={name} size={28} />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <Switch
              value={isLeader}
              onChange={(next) =>
                void set(current.map((m) => (m.userId === userId ? { ...m, isLeader: next } : m)))
              }
            >
              {t('identity.ui.teams.leader')}
            </Switch>
            <IconButton
              label={t('identity.ui.teams.removeMember', { name })}
              icon={<X />}
              onPress={() => void set(current.filter((m) => m.userId !== userId))}
            />
          </li>
        ))}
      </ul>
      <div className="border-t border-line p-4 first:border-t-0">
        <ComboBox
          label={t('identity.ui.teams.addMember')}
          value={null}
          onChange={(userId) => userId && void set([...current, { userId, isLeader: false }])}
          options={[...names]
            .filter(([id]) => !current.some(({ userId }) => userId === id))
            .map(([id, label]) => ({ id, label }))}
        />
      </div>
    </Card>
  )
}
