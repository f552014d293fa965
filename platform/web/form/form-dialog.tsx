import { Button, cx, Dialog } from '@peyvand/ui'
import { type ReactNode, useId } from 'react'
import { useT } from '../i18n.ts'
import { FormFault } from './form-fault.tsx'
import type { Submit } from './use-submit.ts'

interface Props {
  title: string
  /** What `useSubmit` gave. */
  submit: Submit
  onClose: () => void
  /** Small: a few fields beneath each other. */
  size?: 'small'
  /** The fields, else in two columns where there is room. */
  children: ReactNode
}

/** One form in a window of its own: why it failed above the fields, saving and leaving at the foot. */
export const FormDialog = ({ title, submit, onClose, size, children }: Props) => {
  const { onSubmit, fault, isPending } = submit
  const t = useT()
  const formId = useId()
  return (
    <Dialog
      isOpen
      {...(size && { size })}
      title={title}
      onOpenChange={onClose}
      footer={
        <>
          <Button kind="primary" type="submit" form={formId} isPending={isPending}>
            {t('web.save')}
          </Button>
          <Button onPress={onClose}>{t('web.cancel')}</Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={onSubmit}
        className={cx('grid gap-3.5', size !== 'small' && 'sm:grid-cols-2')}
      >
        <div className={cx('empty:hidden', size !== 'small' && 'sm:col-span-2')}>
          <FormFault error={fault} />
        </div>
        {children}
      </form>
    </Dialog>
  )
}
