import { FormFault, type Submit, useLeaveGuard, useT } from '@peyvand/platform/web'
import { Button, Card } from '@peyvand/ui'
import type { ReactNode } from 'react'
import type { TestAnswer } from '../contract/index.ts'
import { RemoveButton } from './remove-button.tsx'
import { TestForm } from './test-form.tsx'

interface Props {
  submit: Submit
  isDirty: boolean
  /** Whether there is something kept that can be tested and removed. */
  isKept: boolean
  onRemove: () => Promise<unknown>
  test: { label: string; send: (to: string) => Promise<TestAnswer> }
  children: ReactNode
}

/** One way of sending: its settings, kept, tested, removed. */
export const ChannelForm = ({ submit, isDirty, isKept, onRemove, test, children }: Props) => {
  const t = useT()
  const { onSubmit, fault, isPending } = submit
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
