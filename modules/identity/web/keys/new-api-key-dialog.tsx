import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Button, Callout, Checkbox, DatePicker, Dialog, MultiSelect, TextField } from '@peyvand/ui'
import { useState } from 'react'
import { CreateApiKey, createApiKeyRoute } from '../../contract/index.ts'
import { CopyButton } from '../copy-button.tsx'
import { useScopeOptions } from './use-scope-options.ts'

/** Makes a key and shows it this once. */
export function NewApiKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const scopes = useScopeOptions()
  const [made, setMade] = useState<string | null>(null)
  const form = useSchemaForm(CreateApiKey, { name: '', scopes: ['*'], expiresAt: null })
  const submit = useSubmit(form, async (body) => {
    const { key } = await callApi(createApiKeyRoute, { body })
    await invalidateTopics(['api-keys'])
    setMade(key)
  })
  if (made)
    return (
      <Dialog
        isOpen
        isDismissable={false}
        title={t('identity.ui.keys.made')}
        onOpenChange={onClose}
        footer={
          <>
            <CopyButton text={made} />
            <Button onPress={onClose}>{t('web.close')}</Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <p dir="ltr" className="rounded-control bg-surface-2 p-3 font-mono text-meta break-all select-all">
            {made}
          </p>
          <Callout tone="warn">{t('identity.ui.keys.once')}</Callout>
        </div>
      </Dialog>
    )
  const { control } = form
  return (
    <FormDialog
      columns={1}
      title={t('identity.ui.keys.new')}
      action={t('identity.ui.keys.make')}
      submit={submit}
      onClose={onClose}
    >
      <FormField control={control} name="name">
        {(field) => (
          <TextField
            {...field}
            label={t('identity.ui.keys.name')}
            description={t('identity.ui.keys.nameHint')}
            isRequired
          />
        )}
      </FormField>
      <FormField control={control} name="scopes">
        {({ value, onChange, ...field }) => (
          <>
            <Checkbox value={value.includes('*')} onChange={(isAll) => onChange(isAll ? ['*'] : [])}>
              {t('identity.ui.keys.allScopes')}
            </Checkbox>
            {!value.includes('*') && (
              <MultiSelect
                {...field}
                value={value}
                onChange={onChange}
                label={t('identity.ui.keys.scopes')}
                options={scopes}
              />
            )}
          </>
        )}
      </FormField>
      <FormField control={control} name="expiresAt">
        {({ value, onChange, ...field }) => (
          <DatePicker
            {...field}
            value={value?.slice(0, 10) ?? null}
            onChange={(day) => onChange(day && `${day}T00:00:00.000Z`)}
            label={t('identity.ui.keys.expiresAt')}
            isClearable
          />
        )}
      </FormField>
    </FormDialog>
  )
}
