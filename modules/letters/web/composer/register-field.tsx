import type { Direction } from '@peyvand/activities/contract'
import { useEffect, useEffectEvent, useRef } from 'react'
import { RegisterSelect } from '../write/register-select.tsx'

interface Props {
  direction: Direction
  registerId: string | null
  onChange: (id: string | null) => void
}

/** In the short form of a letter. Fills `activities.form.letter`. */
export const RegisterField = ({ direction, registerId, onChange }: Props) => {
  const chosenFor = useRef(direction)
  const forget = useEffectEvent(() => onChange(null))
  useEffect(() => {
    // A register of another class would be refused.
    if (chosenFor.current !== direction) forget()
    chosenFor.current = direction
  }, [direction])
  return <RegisterSelect direction={direction} value={registerId} onChange={onChange} />
}
