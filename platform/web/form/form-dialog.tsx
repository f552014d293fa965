import { cx, Dialog } from '@peyvand/ui'
import { type FormWindow, useFormWindow } from './use-form-window.tsx'

type Props = FormWindow & {
  /** Small: a few fields beneath each other; large: lines of many fields. */
  size?: 'small' | 'large'
  /** One: the fields order themselves beneath each other; else in two columns where there is room. */
  columns?: 1 | 2
}

/** One form in a window of its own: why it failed above the fields, saving and leaving at the foot. */
export const FormDialog = ({ size, columns = size === 'small' ? 1 : 2, ...form }: Props) => {
  const isWide = columns === 2
  const frame = useFormWindow(form, {
    form: cx('grid gap-3.5', isWide && 'sm:grid-cols-2'),
    whole: cx(isWide && 'sm:col-span-2'),
  })
  return <Dialog isOpen {...(size && { size })} {...frame} />
}
