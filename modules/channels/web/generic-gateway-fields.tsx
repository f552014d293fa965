import { FormField, useT } from '@peyvand/platform/web'
import { CodeField, Select } from '@peyvand/ui'
import type { Control } from 'react-hook-form'
import type { z } from 'zod'
import type { SaveSmsGateway } from '../contract/index.ts'
import { optionalText } from './optional-text.ts'

type Values = z.input<typeof SaveSmsGateway>

interface Props {
  // The form's third type says what comes out of it, which its fields do not care about.
  // oxlint-disable-next-line typescript/no-explicit-any
  control: Control<Values, any, any>
}

/** How a gateway of another maker is spoken to. */
export const GenericGatewayFields = ({ control }: Props) => {
  const t = useT()
  return (
    <>
      <FormField control={control} name="generic.url">
        {(field) => (
          <CodeField
            {...field}
            value={field.value ?? ''}
            label={t('channels.generic.url')}
            className="sm:col-span-2"
            isRequired
          />
        )}
      </FormField>
      <FormField control={control} name="generic.format">
        {(field) => (
          <Select
            {...field}
            value={field.value ?? null}
            label={t('channels.generic.format')}
            options={(['json', 'form'] as const).map((id) => ({
              id,
              label: t(`channels.generic.format.${id}`),
            }))}
          />
        )}
      </FormField>
      {(['keyHeader', 'toField', 'textField', 'fromField'] as const).map((name) => (
        <FormField key={name} control={control} name={`generic.${name}`}>
          {(field) => (
            <CodeField
              {...optionalText(field)}
              label={t(`channels.generic.${name}`)}
              isRequired={name === 'toField' || name === 'textField'}
            />
          )}
        </FormField>
      ))}
    </>
  )
}
