import {
  callApi,
  FormFault,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Dialog, Select, TextField } from '@peyvand/ui'
import { useId } from 'react'
import { CreateTeam, createTeamRoute, type Team } from '../../contract/index.ts'

interface NewTeamDialogProps {
  teams: readonly Team[]
  parentId: string | null
  onClose: () => void
  onMade: (id: string) => void
}

export function NewTeamDialog({ teams, parentId, onClose, onMade }: NewTeamDialogProps) {
  const t = useT()
  const formId = useId()
  const form = useSchemaForm(CreateTeam, { name: '', parentId })
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    const { id } = await callApi(createTeamRoute, { body })
    await invalidateTopics(['teams'])
    onClose()
    onMade(id)
  })
  return (
    <Dialog
      isOpen
      size="small"
      title={t('identity.ui.teams.new')}
      onOpenChange={onClose}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} isPending={isPending}>
            {t('web.save')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={onSubmit} className="flex flex-col gap-3.5">
        <FormFault error={fault} />
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
      </form>
    </Dialog>
  )
}
