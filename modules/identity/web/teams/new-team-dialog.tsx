import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Select, TextField } from '@peyvand/ui'
import { CreateTeam, createTeamRoute, type Team } from '../../contract/index.ts'

interface NewTeamDialogProps {
  teams: readonly Team[]
  parentId: string | null
  onClose: () => void
  onMade: (id: string) => void
}

export function NewTeamDialog({ teams, parentId, onClose, onMade }: NewTeamDialogProps) {
  const t = useT()
  const form = useSchemaForm(CreateTeam, { name: '', parentId })
  const submit = useSubmit(form, async (body) => {
    const { id } = await callApi(createTeamRoute, { body })
    await invalidateTopics(['teams'])
    onClose()
    onMade(id)
  })
  return (
    <FormDialog size="small" title={t('identity.ui.teams.new')} submit={submit} onClose={onClose}>
      <FormField control={form.control} name="name">
        {(field) => <TextField {...field} label={t('identity.ui.teams.name')} isRequired />}
      </FormField>
      <FormField control={form.control} name="parentId">
        {(field) => (
          <Select
            {...field}
            value={field.value ?? null}
            label={t('identity.ui.teams.parent')}
            placeholder={t('identity.ui.teams.top')}
            isClearable
            options={teams.map(({ id, name }) => ({ id, label: name }))}
          />
        )}
      </FormField>
    </FormDialog>
  )
}
