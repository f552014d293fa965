import { Direction } from '@peyvand/activities/contract'
import { useTeams } from '@peyvand/parties/web'
import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useRoute,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Checkbox, CheckboxGroup, NumberField, Select, TextField, toast } from '@peyvand/ui'
import {
  CreateRegister,
  createRegisterRoute,
  listLetterheadsRoute,
  type Register,
  RegisterChange,
  updateRegisterRoute,
} from '../../contract/index.ts'

const empty = {
  nameFa: '',
  nameEn: '',
  directions: ['outgoing' as const],
  pattern: '{y}/{n}',
  perYear: true,
  teamId: null,
  letterheadId: null,
}

/** A register's name, classes, pattern and branch; one that is there may go on from a higher number or be closed. */
export const RegisterDialog = ({ register, onClose }: { register: Register | null; onClose: () => void }) => {
  const t = useT()
  const teams = useTeams()
  const heads = useRoute(listLetterheadsRoute, {}).data?.items.filter(({ archived }) => !archived) ?? []
  const form = useSchemaForm(RegisterForm, register ? formOf(register) : empty)
  const submit = useSubmit(form, async ({ nextNumber, archived, ...body }) => {
    await (register
      ? callApi(updateRegisterRoute, {
          params: { id: register.id },
          body: {
            ...body,
            version: register.version,
            archived: archived ?? false,
            ...(nextNumber ? { nextNumber } : {}),
          },
        })
      : callApi(createRegisterRoute, { body }))
    await invalidateTopics(['letter-registers', 'number-series'])
    toast({ kind: 'ok', title: t('web.saved') })
    onClose()
  })
  const { control } = form
  return (
    <FormDialog
      title={t(register ? 'letters.ui.editRegister' : 'letters.ui.newRegister')}
      submit={submit}
      onClose={onClose}
    >
      <FormField control={control} name="nameFa">
        {(field) => (
          <TextField {...field} value={field.value ?? ''} isRequired label={t('letters.ui.nameFa')} />
        )}
      </FormField>
      <FormField control={control} name="nameEn">
        {(field) => (
          <TextField
            {...field}
            value={field.value ?? ''}
            isRequired
            dir="ltr"
            label={t('letters.ui.nameEn')}
          />
        )}
      </FormField>
      <FormField control={control} name="directions">
        {(field) => (
          <CheckboxGroup
            {...field}
            value={field.value ?? []}
            className="sm:col-span-2"
            orientation="horizontal"
            label={t('letters.ui.classes')}
            options={Direction.options.map((id) => ({ id, label: t(`letters.class.${id}`) }))}
          />
        )}
      </FormField>
      <FormField control={control} name="pattern">
        {(field) => (
          <TextField
            {...field}
            value={field.value ?? ''}
            dir="ltr"
            isRequired
            label={t('letters.ui.pattern')}
            description={t('letters.ui.patternHint', { n: '\u2066{n:4}\u2069', y: '\u2066{y}\u2069' })}
            className="sm:col-span-2"
          />
        )}
      </FormField>
      <FormField control={control} name="teamId">
        {(field) => (
          <Select
            {...field}
            value={field.value ?? null}
            isClearable
            label={t('letters.ui.team')}
            placeholder={t('letters.ui.wholeFirm')}
            options={teams}
          />
        )}
      </FormField>
      <FormField control={control} name="letterheadId">
        {(field) => (
          <Select
            {...field}
            value={field.value ?? null}
            isClearable
            label={t('letters.ui.letterhead')}
            placeholder={t('letters.ui.firstLetterhead')}
            options={heads.map(({ id, name }) => ({ id, label: name }))}
          />
        )}
      </FormField>
      <FormField control={control} name="perYear">
        {(field) => (
          <Checkbox {...field} value={field.value ?? true}>
            {t('letters.ui.perYear')}
          </Checkbox>
        )}
      </FormField>
      {register && (
        <>
          <FormField control={control} name="archived">
            {(field) => (
              <Checkbox {...field} value={field.value ?? false}>
                {t('letters.ui.closeRegister')}
              </Checkbox>
            )}
          </FormField>
          <FormField control={control} name="nextNumber">
            {(field) => (
              <NumberField
                {...field}
                value={field.value ?? null}
                onChange={(next) => field.onChange(next ?? undefined)}
                minValue={1}
                label={t('letters.ui.goOnFrom')}
                description={t('letters.ui.goOnHint')}
              />
            )}
          </FormField>
        </>
      )}
    </FormDialog>
  )
}

const RegisterForm = CreateRegister.extend({
  archived: RegisterChange.shape.archived,
  nextNumber: RegisterChange.shape.nextNumber,
})

const formOf = ({
  nameFa,
  nameEn,
  directions,
  pattern,
  perYear,
  team,
  letterheadId,
  archived,
}: Register) => ({
  nameFa,
  nameEn,
  directions,
  pattern,
  perYear,
  teamId: team?.id ?? null,
  letterheadId,
  archived,
})
