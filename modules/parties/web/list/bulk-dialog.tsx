import { FormFault, useT } from '@peyvand/platform/web'
import { Button, Dialog } from '@peyvand/ui'
import { type ReactNode, useState } from 'react'
import type { BulkAction } from '../../contract/index.ts'
import type { BulkDialogProps } from './bulk-actions.tsx'
import { useBulk } from './use-bulk.ts'

type Props = BulkDialogProps & {
  title: string
  /** Null while nothing was chosen. */
  action: BulkAction | null
  children: ReactNode
}

/** Asks what to change on many records and starts it. */
export const BulkDialog = ({ selection, what, title, action, children, onClose, onStarted }: Props) => {
  const t = useT()
  const run = useBulk(selection)
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const start = async () => {
    if (!action) return
    setPending(true)
    try {
      await run(action)
      onStarted()
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
          <Button kind="primary" isDisabled={!action} isPending={isPending} onPress={() => void start()}>
            {t('parties.bulkApply', { what })}
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
