import { Paper } from '@peyvand/files/contract'
import { PictureField } from '@peyvand/files/web'
import { Locale } from '@peyvand/platform/contract'
import { FormField, useT } from '@peyvand/platform/web'
import {
  Card,
  CheckboxGroup,
  MultiSelect,
  NumberField,
  Select,
  Switch,
  TextArea,
  TextField,
} from '@peyvand/ui'
import { useFormContext, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { DocumentKind, PaperColumn, type PaperDesignInput, PaperLayout } from '../../contract/index.ts'
import { ColorField } from './color-field.tsx'

type Values = z.input<typeof PaperDesignInput> & { archived?: boolean | undefined }
type TextName = 'head' | 'foot' | 'terms'
type PictureName = 'logoId' | 'stampId' | 'signatureId'
type NumberName = 'fontSize' | 'logoWidth'
type SwitchName = 'showsPrices' | 'showsWords' | 'showsSignatures' | 'archived'

const row = 'grid items-start gap-3.5 sm:grid-cols-2'

/** Every choice of a design. */
export const DesignFields = ({ isNew }: { isNew: boolean }) => {
  const t = useT()
  const { control } = useFormContext<Values>()
  const isOfficial = useWatch({ control, name: 'layout' }) === 'official'
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card title={t('documents.design.look')}>
        <div className="flex flex-col gap-3.5">
          <FormField control={control} name="name">
            {(field) => <TextField isRequired label={t('documents.design.name')} {...field} />}
          </FormField>
          <FormField control={control} name="kinds">
            {({ value, ...field }) => (
              <MultiSelect
                {...field}
                value={value ?? []}
                label={t('documents.design.kinds')}
                description={t('documents.design.kindsHint')}
                options={DocumentKind.options.map((id) => ({ id, label: t(`documents.kind.${id}`) }))}
              />
            )}
          </FormField>
          <div className={row}>
            <FormField control={control} name="layout">
              {({ value, ...field }) => (
                <Select
                  {...field}
                  value={value ?? 'modern'}
                  label={t('documents.design.layout')}
                  options={PaperLayout.options.map((id) => ({ id, label: t(`documents.layout.${id}`) }))}
                />
              )}
            </FormField>
            <FormField control={control} name="language">
              {({ value, ...field }) => (
                <Select
                  {...field}
                  value={value ?? 'fa'}
                  label={t('documents.design.language')}
                  options={Locale.options.map((id) => ({ id, label: t(`documents.language.${id}`) }))}
                />
              )}
            </FormField>
            <FormField control={control} name="paper">
              {({ value, ...field }) => (
                <Select
                  {...field}
                  value={value ?? 'A4'}
                  label={t('documents.design.paper')}
                  options={Paper.options.map((id) => ({ id, label: id }))}
                />
              )}
            </FormField>
            <Count name="fontSize" />
            {!isOfficial && (
              <FormField control={control} name="color">
                {({ value, onChange }) => (
                  <ColorField
                    label={t('documents.design.color')}
                    value={value ?? '#1f5f8b'}
                    onChange={onChange}
                  />
                )}
              </FormField>
            )}
          </div>
        </div>
      </Card>
      <Card title={t('documents.design.headAndFoot')}>
        <div className="flex flex-col gap-3.5">
          <Lines name="head" />
          <Lines name="foot" />
          <div className={row}>
            <Picture name="logoId" />
            <Count name="logoWidth" />
            <Picture name="stampId" />
            <Picture name="signatureId" />
          </div>
        </div>
      </Card>
      <Card title={t('documents.design.content')}>
        <div className="flex flex-col gap-3.5">
          {!isOfficial && (
            <FormField control={control} name="columns">
              {({ value, ...field }) => (
                <CheckboxGroup
                  {...field}
                  value={value ?? []}
                  label={t('documents.design.columns')}
                  orientation="horizontal"
                  options={PaperColumn.options.map((id) => ({ id, label: t(`documents.column.${id}`) }))}
                />
              )}
            </FormField>
          )}
          {!isOfficial && <Choice name="showsPrices" />}
          {!isOfficial && <Choice name="showsWords" />}
          {!isOfficial && <Choice name="showsSignatures" />}
          <Lines name="terms" />
          {!isNew && <Choice name="archived" />}
        </div>
      </Card>
    </div>
  )
}

const Lines = ({ name }: { name: TextName }) => {
  const t = useT()
  const { control } = useFormContext<Values>()
  return (
    <FormField control={control} name={name}>
      {({ value, ...field }) => (
        <TextArea
          {...field}
          value={value ?? ''}
          label={t(`documents.design.${name}`)}
          description={t(`documents.design.${name}Hint`)}
          minRows={2}
        />
      )}
    </FormField>
  )
}

const Count = ({ name }: { name: NumberName }) => {
  const t = useT()
  const { control } = useFormContext<Values>()
  return (
    <FormField control={control} name={name}>
      {({ value, ...field }) => (
        <NumberField
          {...field}
          value={value ?? null}
          label={t(`documents.design.${name}`)}
          suffix={t(name === 'fontSize' ? 'documents.design.points' : 'documents.design.millimetres')}
        />
      )}
    </FormField>
  )
}

const Choice = ({ name }: { name: SwitchName }) => {
  const t = useT()
  const { control } = useFormContext<Values>()
  return (
    <FormField control={control} name={name}>
      {({ value, ...field }) => (
        <Switch {...field} value={value ?? false}>
          {t(`documents.design.${name}`)}
        </Switch>
      )}
    </FormField>
  )
}

const Picture = ({ name }: { name: PictureName }) => {
  const t = useT()
  const { control } = useFormContext<Values>()
  return (
    <FormField control={control} name={name}>
      {({ value, onChange, errorMessage }) => (
        <PictureField
          label={t(`documents.design.${name}`)}
          value={value ?? null}
          onChange={onChange}
          errorMessage={errorMessage}
        />
      )}
    </FormField>
  )
}
