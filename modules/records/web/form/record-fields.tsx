import { AttachmentField } from '@peyvand/files/web'
import { OwnFieldGroups, PartyPicker, TagsField, useColleagues } from '@peyvand/parties/web'
import type { CustomField } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { bindField, ComboBox, Select, TextField } from '@peyvand/ui'
import { Controller, useFormContext } from 'react-hook-form'
import { type RecordKind, recordTypeOf } from '../../contract/index.ts'
import { useKindNames } from '../use-kinds.ts'
import type { RecordValues } from './record-values.ts'

type Props = {
  kind: RecordKind
  /** The kind's own fields that are in sight. */
  shown: readonly CustomField[]
  /** Names of what is chosen already. */
  known: {
    party?: string | undefined
    owner?: string | undefined
    tags?: readonly { id: string; name: string }[]
  }
}

/** Everything that a record of the kind holds, its own fields under their headings. */
export const RecordFields = ({ kind, shown, known }: Props) => {
  const t = useT()
  const { control, getValues, setValue } = useFormContext<RecordValues>()
  const { state: stateName } = useKindNames()
  const colleagues = useColleagues()
  const field = (name: string) => t(`records.field.${name}`)
  return (
    <>
      {kind.titlePattern === null && (
        <Controller
          control={control}
          name="title"
          render={(f) => <TextField label={field('title')} isRequired maxLength={200} {...bindField(f)} />}
        />
      )}
      {kind.party !== 'none' && (
        <Controller
          control={control}
          name="partyId"
          render={(f) => (
            <PartyPicker
              label={field('party')}
              isRequired={kind.party === 'required'}
              {...(known.party && { valueLabel: known.party })}
              {...bindField(f)}
            />
          )}
        />
      )}
      <OwnFieldGroups record={recordTypeOf(kind.key)} fields={shown} />
      <div className="grid items-start gap-3.5 sm:grid-cols-2">
        {kind.states.length > 0 && (
          <Controller
            control={control}
            name="state"
            render={(f) => (
              <Select
                label={field('state')}
                options={kind.states.map((state) => ({ id: state.key, label: stateName(state) }))}
                {...bindField(f)}
              />
            )}
          />
        )}
        <Controller
          control={control}
          name="ownerId"
          render={(f) => (
            <ComboBox
              label={field('owner')}
              options={colleagues}
              {...(known.owner && { valueLabel: known.owner })}
              {...bindField(f)}
            />
          )}
        />
      </div>
      <Controller
        control={control}
        name="tagIds"
        render={({ field: { value, onChange } }) => (
          <TagsField
            label={field('tags')}
            value={value}
            onChange={onChange}
            {...(known.tags && { known: known.tags })}
          />
        )}
      />
      <Controller
        control={control}
        name="files"
        render={({ field: { value } }) => (
          <AttachmentField
            value={value}
            onChange={(change) => setValue('files', change(getValues('files')), { shouldDirty: true })}
          />
        )}
      />
    </>
  )
}
