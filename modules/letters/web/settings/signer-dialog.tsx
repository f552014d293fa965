import { PictureField } from '@peyvand/files/web'
import { useColleagues } from '@peyvand/parties/web'
import {
  callApi,
  FormDialog,
  FormField,
  invalidateTopics,
  useSchemaForm,
  useSubmit,
  useT,
} from '@peyvand/platform/web'
import { Checkbox, Select, TextField, toast } from '@peyvand/ui'
import {
  createSignerRoute,
  type Signer,
  SignerChange,
  SignerInput,
  updateSignerRoute,
} from '../../contract/index.ts'

const SignerForm = SignerInput.extend({ archived: SignerChange.shape.archived })

/** Who signs, as printed, whose signature it is, and its picture. */
export const SignerDialog = ({ signer, onClose }: { signer: Signer | null; onClose: () => void }) => {
  const t = useT()
  const colleagues = useColleagues()
  const form = useSchemaForm(SignerForm, {
    name: signer?.name ?? '',
    title: signer?.title ?? '',
    userId: signer?.user?.id ?? null,
    signatureId: signer?.signatureId ?? null,
    archived: signer?.archived ?? false,
  })
  const submit = useSubmit(form, async ({ archived, ...body }) => {
    await (signer
      ? callApi(updateSignerRoute, {
          params: { id: signer.id },
          body: { ...body, archived: archived ?? false, version: signer.version },
        })
      : callApi(createSignerRoute, { body }))
    await invalidateTopics(['letter-signers'])
    toast({ kind: 'ok', title: t('web.saved') })
    onClose()
  })
  const { control } = form
  return (
    <FormDialog
      title={t(signer ? 'letters.ui.editSigner' : 'letters.ui.newSigner')}
      submit={submit}
      onClose={onClose}
    >
      <FormField control={control} name="name">
        {(field) => <TextField {...field} isRequired label={t('letters.ui.signerName')} />}
      </FormField>
      <FormField control={control} name="title">
        {(field) => <TextField {...field} value={field.value ?? ''} label={t('letters.ui.signerTitle')} />}
      </FormField>
      <FormField control={control} name="userId">
        {(field) => (
          <Select
            {...field}
            value={field.value ?? null}
            isClearable
            label={t('letters.ui.signerUser')}
            description={t('letters.ui.signerUserHint')}
            options={colleagues}
          />
        )}
      </FormField>
      <FormField control={control} name="signatureId">
        {({ value, onChange, errorMessage }) => (
          <PictureField
            label={t('letters.ui.signature')}
            value={value ?? null}
            onChange={onChange}
            errorMessage={errorMessage}
          />
        )}
      </FormField>
      {signer && (
        <FormField control={control} name="archived">
          {(field) => (
            <Checkbox {...field} value={field.value ?? false}>
              {t('letters.ui.outOfUse')}
            </Checkbox>
          )}
        </FormField>
      )}
    </FormDialog>
  )
}
