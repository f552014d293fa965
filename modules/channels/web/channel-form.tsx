import { FormFault, useLeaveGuard, useSubmit, useT } from '@peyvand/platform/web'
import { Button, Card, toast } from '@peyvand/ui'
import type { ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { TestAnswer } from '../contract/index.ts'
import { RemoveButton } from './remove-button.tsx'
import { tellOfChannels } from './tell-of-channels.ts'
import { TestForm } from './test-form.tsx'

interface Props<I extends FieldValues, O> {
  form: UseFormReturn<I, unknown, O>
  onSave: (settings: O) => Promise<unknown>
  /** Whether there is something kept that can be tested and removed. */
  isKept: boolean
  onRemove: () => Promise<unknown>
  test: { label: string; send: (to: string) => Promise<TestAnswer> }
  children: ReactNode
}

/** One way of sending: its settings, kept, tested, removed. */
export const ChannelForm = <I extends FieldValues, O>(props: Props<I, O>) => {
  const { form, onSave, isKept, onRemove, test, children } = props
  const t = useT()
  const { isDirty } = form.formState
  const { onSubmit, fault, isPending } = useSubmit(form, async (settings) => {
    await onSave(settings)
    await tellOfChannels()
    toast({ kind: 'ok', title: t('web.saved') })
  })
  useLeaveGuard(isDirty && !isPending)
  return (
    <div className="flex flex-col gap-3">
      <Card>
        <form noValidate onSubmit={onSubmit} className="grid gap-3.5 sm:grid-cols-2">
          <div className="empty:hidden sm:col-span-2">
            <FormFault error={fault} />
          </div>
          {children}
          <div className="flex flex-wrap gap-2 sm:col-span-2">
            <Button kind="primary" type="submit" isPending={isPending} isDisabled={!isDirty}>
              {t('web.save')}
            </Button>
            {isKept && <RemoveButton onRemove={onRemove} />}
          </div>
        </form>
      </Card>
      <TestForm label={test.label} isReady={isKept && !isDirty} send={test.send} />
    </div>
  )
}
