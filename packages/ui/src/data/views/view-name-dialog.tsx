import { useId, useState } from 'react'
import { Button } from '../../actions/button.tsx'
import { TextField } from '../../fields/text-field.tsx'
import { Dialog } from '../../overlays/dialog.tsx'
import { useDataTexts } from '../texts.ts'

export type ViewNameDialogProps = {
  title: string
  name: string
  onSave: (name: string) => void
  onClose: () => void
}

/** Asks the name of a saved view. */
export const ViewNameDialog = ({ title, name, onSave, onClose }: ViewNameDialogProps) => {
  const t = useDataTexts()
  const formId = useId()
  const [draft, setDraft] = useState(name)
  const isReady = draft.trim() !== '' && draft.trim() !== name
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="small"
      title={title}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} isDisabled={!isReady}>
            {t.save}
          </Button>
          <Button onPress={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          if (!isReady) return
          onSave(draft.trim())
          onClose()
        }}
      >
        <TextField label={t.viewName} value={draft} onChange={setDraft} maxLength={60} autoFocus isRequired />
      </form>
    </Dialog>
  )
}
