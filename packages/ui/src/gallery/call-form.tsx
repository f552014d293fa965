import { useState } from 'react'
import { TextField } from '../fields/text-field.tsx'
import { useWords } from './words.ts'

/** The one field of the example dialog. */
export const CallForm = () => {
  const say = useWords()
  const [subject, setSubject] = useState('')
  return <TextField label={say('موضوع', 'Subject')} value={subject} onChange={setSubject} />
}
