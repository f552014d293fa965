import { Drawer } from '@peyvand/ui'
import { type FormWindow, useFormWindow } from './use-form-window.tsx'

type Props = FormWindow & { size?: 'wide' }

/** A longer form beside the page, its fields beneath each other. */
export const FormDrawer = ({ size, ...form }: Props) => {
  const frame = useFormWindow(form, { form: 'grid gap-3.5' })
  return <Drawer isOpen {...(size && { size })} {...frame} />
}
