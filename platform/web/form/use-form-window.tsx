import { Button, cx } from '@peyvand/ui'
import { type ReactNode, useId } from 'react'
import { useT } from '../i18n.ts'
import { FormFault } from './form-fault.tsx'
import type { Submit } from './use-submit.ts'

export interface FormWindow {
  title: string
  /** What `useSubmit` gave. */
  submit: Submit
  onClose: () => void
  /** What the button at the foot does; saves unless said. */
  action?: string
  /** The action cannot be taken back. */
  isDanger?: boolean
  /** Nothing to send yet. */
  isIncomplete?: boolean
  /** False where a click outside would lose work. */
  isDismissable?: boolean
  /** What the form is about, above everything. */
  hint?: ReactNode
  children: ReactNode
}

/** The parts of a dialog or drawer that holds one form; `whole` is a line over all its columns. */
export function useFormWindow(props: FormWindow, classes: { form: string; whole?: string }) {
  const { title, submit, onClose, action, isDanger, isIncomplete = false, hint, children } = props
  const { onSubmit, fault, isPending } = submit
  const t = useT()
  const formId = useId()
  return {
    title,
    onOpenChange: onClose,
    isDismissable: props.isDismissable ?? true,
    footer: (
      <>
        <Button
          kind={isDanger ? 'danger' : 'primary'}
          type="submit"
          form={formId}
          isPending={isPending}
          isDisabled={isIncomplete}
        >
          {action ?? t('web.save')}
        </Button>
        <Button onPress={onClose}>{t('web.cancel')}</Button>
      </>
    ),
    children: (
      <form id={formId} aria-label={title} noValidate onSubmit={onSubmit} className={classes.form}>
        {hint && <p className={cx('text-muted', classes.whole)}>{hint}</p>}
        <div className={cx('empty:hidden', classes.whole)}>
          <FormFault error={fault} />
        </div>
        {children}
      </form>
    ),
  }
}
