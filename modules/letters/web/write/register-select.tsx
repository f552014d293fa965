import type { Direction } from '@peyvand/activities/contract'
import { useRoute, useT } from '@peyvand/platform/web'
import { Select, type SelectProps } from '@peyvand/ui'
import { listRegistersRoute } from '../../contract/index.ts'
import { useRegisterName } from '../use-register-name.ts'

type Props = Omit<SelectProps<string>, 'options' | 'label' | 'placeholder' | 'isClearable'> & {
  direction: Direction
}

/** The registers in use for a class of letters; the usual one is named where none is chosen. */
export const RegisterSelect = ({ direction, value, ...field }: Props) => {
  const t = useT()
  const registerName = useRegisterName()
  const registers = (useRoute(listRegistersRoute, {}).data?.items ?? []).filter(
    ({ archived, directions }) => !archived && directions.includes(direction),
  )
  const usual = registers.find(({ usualFor }) => usualFor.includes(direction))
  return (
    <Select
      {...field}
      isClearable
      label={t('letters.register')}
      placeholder={usual ? registerName(usual) : ''}
      options={registers.map((register) => ({ id: register.id, label: registerName(register) }))}
      value={value ?? null}
    />
  )
}
