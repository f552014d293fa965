import { type Import, saveImportTemplateRoute } from '@peyvand/imports/contract'
import { useMutateRoute, useProblemText, useT } from '@peyvand/platform/web'
import { Button, Dialog, TextField, toast } from '@peyvand/ui'
import { useState } from 'react'

type Props = { imported: Import; names: readonly string[]; onClose: () => void }

/** Keeps the present mapping and choices under a name. */
export const SaveTemplateDialog = ({ imported, names, onClose }: Props) => {
  const t = useT()
  const problem = useProblemText()
  const [name, setName] = useState('')
  const save = useMutateRoute(saveImportTemplateRoute, ['import-templates'])
  const trimmed = name.trim()
  const submit = async () => {
    try {
      await save.mutateAsync({ body: { importId: imported.id, name: trimmed } })
      toast({ kind: 'ok', title: t('imports.templates.saved', { name: trimmed }) })
      onClose()
    } catch {
      // Shown at the field.
    }
  }
  return (
    <Dialog
      isOpen
      size="small"
      onOpenChange={onClose}
      title={t('imports.templates.save')}
      footer={
        <>
          <Button
            kind="primary"
            type="submit"
            form="import-template"
            isDisabled={trimmed === ''}
            isPending={save.isPending}
          >
            {t('web.save')}
          </Button>
          <Button slot="close">{t('web.cancel')}</Button>
        </>
      }
    >
      <form
        id="import-template"
        onSubmit={(event) => {
          event.preventDefault()
          if (trimmed !== '') void submit()
        }}
      >
        <TextField
          label={t('imports.templates.name')}
          value={name}
          onChange={setName}
          isRequired
          maxLength={80}
          description={
            names.includes(trimmed) ? t('imports.templates.replaces') : t('imports.templates.nameHint')
          }
          errorMessage={save.error ? problem(save.error) : undefined}
        />
      </form>
    </Dialog>
  )
}
