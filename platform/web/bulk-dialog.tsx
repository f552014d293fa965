import { Button, Dialog } from '@peyvand/ui'
import { type ReactNode, useState } from 'react'
import { FormFault } from './form/form-fault.tsx'
import { useT } from './i18n.ts'

interface Props<Action> {
  title: string
  /** On the button that starts the change. */
  applyLabel: string
  /** What is to be done; null while nothing was chosen. */
  action: Action | null
  /** Starts it; what it throws is told in the dialog, which stays. */
  onApply: (action: Action) => Promise<void>
  onClose: () => void
  children: ReactNode
}

/** Asks what to change on many records and starts it. */
export function BulkDialog<Action>({ title, applyLabel, action, onApply, onClose, children }: Props<Action>) {
  const t = useT()
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const start = async () => {
    if (action === null) return
    setPending(true)
    try {
      await onApply(action)
    } catch (error) {
      setFault(error)
      setPending(false)
    }
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="small"
      title={title}
      footer={
        <>
          <Button
            kind="primary"
            isDisabled={action === null}
            isPending={isPending}
            onPress={() => void start()}
          >
            {applyLabel}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        <FormFault error={fault} />
        {children}
      </div>
    </Dialog>
  )
}
