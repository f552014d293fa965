import {
  callApi,
  FormFault,
  FormField,
  FormFooter,
  invalidateTopics,
  useLeaveGuard,
  useProblemText,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Callout, Card, Checkbox, confirm, TextField, toast, useUi } from '@peyvand/ui'
import { PermissionMatrix, permissionScopes } from '@peyvand/ui/data'
import {
  createRoleRoute,
  deleteRoleRoute,
  type PermissionCatalogue,
  type Role,
  RoleContent,
  updateRoleRoute,
} from '../../contract/index.ts'
import { useRoleNames } from '../users/use-user-columns.tsx'
import { FieldRules } from './field-rules.tsx'
import { PartLimits } from './part-limits.tsx'
import { fromMatrix, matrixActions, toMatrix } from './role-values.ts'

interface RoleEditorProps {
  /** null for a new one. */
  role: Role | null
  catalogue: PermissionCatalogue
  onOpen: (id: string | undefined) => void
}

const empty: RoleContent = { nameFa: '', nameEn: '', grants: {}, rights: [], fieldRules: {}, limits: {} }

/** Name, matrix of actions, special rights and rules for fields of one role. */
export function RoleEditor({ role, catalogue, onOpen }: RoleEditorProps) {
  const t = useT()
  const { locale } = useUi()
  const problem = useProblemText()
  const roleName = useRoleNames()
  const isReadOnly = role !== null && !role.can.update
  const form = useSchemaForm(RoleContent, role ?? empty)
  const { onSubmit, fault, isPending } = useSubmit(form, async (body) => {
    const saved = role
      ? await callApi(updateRoleRoute, { params: { id: role.id }, body: { ...body, version: role.version } })
      : await callApi(createRoleRoute, { body })
    form.reset(body)
    await invalidateTopics(['roles', 'session'])
    toast({ kind: 'ok', title: t('web.saved') })
    onOpen(saved.id)
  })
  const { isDirty } = form.formState
  useLeaveGuard(isDirty && !isPending)
  const remove = async () => {
    if (!role) return
    const isSure = await confirm({
      title: t('identity.ui.roles.delete'),
      body: t('identity.ui.roles.deleteBody', { name: roleName(role) }),
      confirmLabel: t('identity.ui.roles.delete'),
      isDanger: true,
    })
    if (!isSure) return
    try {
      await callApi(deleteRoleRoute, { params: { id: role.id } })
      onOpen(undefined)
      await invalidateTopics(['roles'])
    } catch (error) {
      toast({ kind: 'bad', title: problem(error) })
    }
  }
  if (role?.everything) return <Callout title={roleName(role)}>{t('identity.ui.roles.everything')}</Callout>
  const { control } = form
  const { records, rights } = catalogue
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3">
      <FormFault error={fault} />
      {isReadOnly && <Callout tone="warn">{t('identity.ui.roles.readOnly')}</Callout>}
      <Card>
        <div className="grid gap-3.5 sm:grid-cols-2">
          <FormField control={control} name="nameFa">
            {(field) => (
              <TextField
                {...field}
                label={t('identity.ui.roles.nameFa')}
                isRequired
                isReadOnly={isReadOnly}
              />
            )}
          </FormField>
          <FormField control={control} name="nameEn">
            {(field) => (
              <TextField
                {...field}
                label={t('identity.ui.roles.nameEn')}
                dir="ltr"
                isRequired
                isReadOnly={isReadOnly}
              />
            )}
          </FormField>
        </div>
      </Card>
      {records.length > 0 && (
        <FormField control={control} name="grants">
          {({ value, onChange }) => (
            <PermissionMatrix
              label={t('identity.ui.roles.matrix')}
              rows={records.map(({ type, label }) => ({ id: type, label: label[locale] }))}
              actions={matrixActions(records, locale)}
              value={toMatrix(records, value)}
              onChange={(next) => onChange(fromMatrix(records, next))}
              scopesOf={(type, action) =>
                records.find((r) => r.type === type)?.actions.some(({ key }) => key === action)
                  ? permissionScopes
                  : []
              }
              isReadOnly={isReadOnly}
            />
          )}
        </FormField>
      )}
      <FormField control={control} name="limits">
        {({ value, onChange }) => (
          <PartLimits records={records} value={value ?? {}} onChange={onChange} isReadOnly={isReadOnly} />
        )}
      </FormField>
      <Card title={t('identity.ui.roles.rights')}>
        <FormField control={control} name="rights">
          {({ value, onChange }) => (
            <ul className="grid gap-x-4 sm:grid-cols-2 xl:grid-cols-3">
              {rights.map(({ key, label }) => (
                <li key={key}>
                  <Checkbox
                    value={value.includes(key)}
                    isDisabled={isReadOnly}
                    onChange={(isOn) =>
                      onChange(isOn ? [...value, key] : value.filter((other) => other !== key))
                    }
                  >
                    {label[locale]}
                  </Checkbox>
                </li>
              ))}
            </ul>
          )}
        </FormField>
      </Card>
      <FormField control={control} name="fieldRules">
        {({ value, onChange }) => (
          <FieldRules records={records} value={value} onChange={onChange} isReadOnly={isReadOnly} />
        )}
      </FormField>
      {!isReadOnly && (
        <FormFooter>
          <Button kind="primary" type="submit" isPending={isPending} isDisabled={!isDirty}>
            {t('web.save')}
          </Button>
          {isDirty && <Button onPress={() => form.reset()}>{t('identity.ui.discard')}</Button>}
          {role?.can.delete && (
            <Button kind="danger" className="ms-auto" onPress={() => void remove()}>
              {t('identity.ui.roles.delete')}
            </Button>
          )}
        </FormFooter>
      )}
    </form>
  )
}
