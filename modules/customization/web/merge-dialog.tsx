import { useProblemText, useT } from '@peyvand/platform/web'
import { Button, Callout, ComboBox, Dialog, type Option } from '@peyvand/ui'
import { useState } from 'react'

interface MergeDialogProps {
  name: string
  hint: string
  options: readonly Option[]
  onMerge: (into: string) => Promise<void>
  onClose: () => void
}

/** Chooses what takes the place of a tag or value that goes away. */
export function MergeDialog({ name, hint, options, onMerge, onClose }: MergeDialogProps) {
  const t = useT()
  const problem = useProblemText()
  const [into, setInto] = useState<string | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const merge = async () => {
    if (!into) return
    setPending(true)
    try {
      await onMerge(into)
      onClose()
    } catch (error) {
      setFault(error)
    } finally {
      setPending(false)
    }
  }
  return (
    <Dialog
      isOpen
      size="small"
      title={t('customization.ui.mergeOf', { name })}
      onOpenChange={onClose}
      footer={
        <>
          <Button kind="primary" isDisabled={!into} isPending={isPending} onPress={() => void merge()}>
            {t('customization.ui.merge')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-3.5">
        {fault !== null && <Callout tone="bad">{problem(fault)}</Callout>}
        <p>{hint}</p>
        <ComboBox label={t('customization.ui.mergeInto')} options={options} value={into} onChange={setInto} />
      </div>
    </Dialog>
  )
}
