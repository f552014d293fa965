import { GroupMark, StatesField, useCustomFields } from '@peyvand/parties/web'
import { callApi, FormFault, invalidateTopics, useT } from '@peyvand/platform/web'
import { Bdi, Button, Card, Disclosure, Link, toast, useFormat } from '@peyvand/ui'
import { type ReactNode, useState } from 'react'
import { type RecordKind, recordTypeOf, updateRecordKindRoute } from '../../contract/index.ts'
import { useKindNames } from '../use-kinds.ts'
import { LookFields, NameFields, PartyField } from './kind-fields.tsx'
import { type KindValues, namesOf, valuesOfKind } from './kind-values.ts'
import { TitleField } from './title-field.tsx'

/** Everything of a kind but its fields. */
export const KindForm = ({ kind, actions }: { kind: RecordKind; actions: ReactNode }) => {
  const t = useT()
  const format = useFormat()
  const { many } = useKindNames()
  const [values, setValues] = useState<KindValues>(() => valuesOfKind(kind))
  const [fault, setFault] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const fields = useCustomFields(recordTypeOf(kind.key), [])
  const isDirty = JSON.stringify(values) !== JSON.stringify(valuesOfKind(kind))
  const canSave =
    values.nameFa.trim() !== '' &&
    values.pluralFa.trim() !== '' &&
    values.titlePattern !== '' &&
    values.states.every(({ labelFa }) => labelFa.trim() !== '')

  const save = async () => {
    setPending(true)
    setFault(null)
    try {
      const { icon, color, party, titlePattern } = values
      const states = values.states.map((state) => ({
        ...state,
        labelEn: state.labelEn.trim() || state.labelFa,
      }))
      await callApi(updateRecordKindRoute, {
        params: { id: kind.id },
        body: { version: kind.version, ...namesOf(values), icon, color, party, titlePattern, states },
      })
      await invalidateTopics(['record-kinds', 'records', 'permissions'])
      toast({ kind: 'ok', title: t('web.saved') })
    } catch (error) {
      setFault(error)
    }
    setPending(false)
  }
  return (
    <Card
      title={
        <span className="flex items-center gap-2.5">
          <GroupMark icon={values.icon} color={values.color} />
          {many(kind)}
        </span>
      }
      actions={actions}
    >
      <div className="flex flex-col gap-4">
        <FormFault error={fault} />
        <p className="text-muted">
          {t('records.nextNumber')} <Bdi>{format.digits(kind.nextNumber)}</Bdi>
          {' · '}
          <Link href="/settings/numbering">{t('records.changeNumbers')}</Link>
          {' · '}
          <Link href="/settings/roles">{t('records.changeRights')}</Link>
          {!kind.archivedAt && (
            <>
              {' · '}
              <Link href={`/records/${kind.key}`}>{t('records.openList')}</Link>
            </>
          )}
        </p>
        <StatesField value={values.states} onChange={(states) => setValues({ ...values, states })} />
        <TitleField
          party={values.party}
          fields={fields}
          value={values.titlePattern}
          onChange={(titlePattern) => setValues({ ...values, titlePattern })}
        />
        <PartyField values={values} onChange={setValues} />
        <Disclosure title={t('records.namesAndLooks')}>
          <div className="flex flex-col gap-3.5">
            <NameFields values={values} onChange={setValues} />
            <LookFields values={values} onChange={setValues} />
          </div>
        </Disclosure>
        <span>
          <Button
            kind="primary"
            isPending={isPending}
            isDisabled={!isDirty || !canSave}
            onPress={() => void save()}
          >
            {t('web.save')}
          </Button>
        </span>
      </div>
    </Card>
  )
}
