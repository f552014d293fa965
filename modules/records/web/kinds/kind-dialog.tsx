import { callApi, FormDialog, invalidateTopics, useT } from '@peyvand/platform/web'
import { CodeField, Disclosure, newId, toast } from '@peyvand/ui'
import { useState } from 'react'
import { createRecordKindRoute, KindKey, type RecordKind } from '../../contract/index.ts'
import { useKindNames } from '../use-kinds.ts'
import { LookFields, NameFields, PartyField } from './kind-fields.tsx'
import { emptyKind, type KindValues, namesOf } from './kind-values.ts'

type Props = { taken: readonly string[]; onMade: (kind: RecordKind) => void; onClose: () => void }

/** Makes a kind; its fields follow on the same screen. */
export const KindDialog = ({ taken, onMade, onClose }: Props) => {
  const t = useT()
  const { many } = useKindNames()
  const [values, setValues] = useState<KindValues>(emptyKind)
  const [typedKey, setTypedKey] = useState<string | null>(null)
  const [pattern, setPattern] = useState('{n:4}')
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const key = typedKey ?? keyFrom(values.pluralEn, taken)
  const canSave =
    values.nameFa.trim() !== '' && values.pluralFa.trim() !== '' && KindKey.safeParse(key).success

  const save = async () => {
    if (!canSave) return
    setPending(true)
    try {
      const { icon, color, party } = values
      const body = { key, ...namesOf(values), icon, color, party, numberPattern: pattern }
      const made = await callApi(createRecordKindRoute, { body }, { idempotencyKey: newId() })
      // Rights on the new kind come with the session.
      await invalidateTopics(['record-kinds', 'session', 'permissions', 'roles', 'number-series'])
      toast({ kind: 'ok', title: t('records.kindMade', { name: many(made) }) })
      onMade(made)
      onClose()
    } catch (error) {
      setFault(error)
      setPending(false)
    }
  }
  return (
    <FormDialog
      columns={1}
      isDismissable={false}
      title={t('records.kindNew')}
      action={t('records.kindMake')}
      isIncomplete={!canSave}
      submit={{
        onSubmit: (event) => {
          event?.preventDefault()
          void save()
        },
        fault,
        isPending,
      }}
      onClose={onClose}
    >
      <NameFields values={values} onChange={setValues} />
      <PartyField values={values} onChange={setValues} />
      <LookFields values={values} onChange={setValues} />
      <Disclosure title={t('records.kindMore')}>
        <div className="flex flex-col gap-3.5">
          <CodeField
            label={t('records.numberPattern')}
            description={t('records.numberPatternHint', {
              place: '\u2066{n:4}\u2069',
              year: '\u2066{y}\u2069',
            })}
            value={pattern}
            onChange={setPattern}
          />
          <CodeField
            label={t('records.key')}
            description={t('records.keyHint')}
            value={key}
            onChange={setTypedKey}
          />
        </div>
      </Disclosure>
    </FormDialog>
  )
}

/** A name for programs out of the English one; Persian names give none, so a free one is made. */
function keyFrom(label: string, taken: readonly string[]): string {
  const words = label.match(/[A-Za-z0-9]+/g) ?? []
  const camel = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : `${word[0]?.toUpperCase() ?? ''}${word.slice(1).toLowerCase()}`,
    )
    .join('')
    .replace(/^\d+/, '')
    .slice(0, 26)
  if (camel && !taken.includes(camel)) return camel
  let count = 1
  while (taken.includes(`${camel || 'kind'}${count}`)) count += 1
  return `${camel || 'kind'}${count}`
}
