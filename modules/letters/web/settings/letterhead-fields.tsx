import { Paper } from '@peyvand/files/contract'
import { PictureField } from '@peyvand/files/web'
import { Locale } from '@peyvand/platform/contract'
import { useT } from '@peyvand/platform/web'
import { bindField, Card, NumberField, Select, Switch, TextArea, TextField } from '@peyvand/ui'
import { Controller, useFormContext } from 'react-hook-form'
import type { z } from 'zod'
import type { LetterheadInput } from '../../contract/index.ts'

type Values = z.input<typeof LetterheadInput> & { archived?: boolean | undefined }
type NumberName = 'marginTop' | 'marginBottom' | 'marginStart' | 'marginEnd' | 'fontSize' | 'logoWidth'
type PictureName = 'logoId' | 'stampId' | 'backgroundId'

const row = 'grid items-start gap-3 sm:grid-cols-2'

/** Every choice of a design. */
export const LetterheadFields = ({ isNew }: { isNew: boolean }) => {
  const t = useT()
  const { control } = useFormContext<Values>()
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card title={t('letters.ui.design')}>
        <div className="flex flex-col gap-3.5">
          <Controller
            control={control}
            name="name"
            render={(f) => <TextField isRequired label={t('letters.ui.letterheadName')} {...bindField(f)} />}
          />
          <div className={row}>
            <Controller
              control={control}
              name="paper"
              render={(f) => (
                <Select
                  label={t('letters.ui.paperSize')}
                  options={Paper.options.map((id) => ({ id, label: id }))}
                  {...bindField(f)}
                  value={f.field.value ?? 'A4'}
                />
              )}
            />
            <Controller
              control={control}
              name="language"
              render={(f) => (
                <Select
                  label={t('letters.ui.language')}
                  options={Locale.options.map((id) => ({ id, label: t(`letters.ui.language.${id}`) }))}
                  {...bindField(f)}
                  value={f.field.value ?? 'fa'}
                />
              )}
            />
          </div>
          <Line name="opening" label={t('letters.ui.opening')} placeholder={t('letters.ui.openingHint')} />
          <Lines name="title" label={t('letters.ui.headTitle')} description={t('letters.ui.headTitleHint')} />
          <Lines name="footer" label={t('letters.ui.footer')} description={t('letters.ui.footerHint')} />
          <Controller
            control={control}
            name="showsNumber"
            render={(f) => (
              <Switch
                {...bindField(f)}
                value={f.field.value ?? true}
                description={t('letters.ui.showsNumberHint')}
              >
                {t('letters.ui.showsNumber')}
              </Switch>
            )}
          />
        </div>
      </Card>
      <Card title={t('letters.ui.pictures')}>
        <div className={row}>
          <Picture name="logoId" label={t('letters.ui.logo')} />
          <Count name="logoWidth" label={t('letters.ui.logoWidth')} />
          <Picture name="stampId" label={t('letters.ui.stamp')} />
          <Picture name="backgroundId" label={t('letters.ui.background')} />
        </div>
      </Card>
      <Card title={t('letters.ui.margins')}>
        <div className={row}>
          <Count name="marginTop" label={t('letters.ui.marginTop')} />
          <Count name="marginBottom" label={t('letters.ui.marginBottom')} />
          <Count name="marginStart" label={t('letters.ui.marginStart')} />
          <Count name="marginEnd" label={t('letters.ui.marginEnd')} />
          <Count name="fontSize" label={t('letters.ui.fontSize')} />
          {!isNew && (
            <Controller
              control={control}
              name="archived"
              render={(f) => (
                <Switch {...bindField(f)} value={f.field.value ?? false}>
                  {t('letters.ui.outOfUse')}
                </Switch>
              )}
            />
          )}
        </div>
      </Card>
    </div>
  )
}

const Line = ({ name, label, placeholder }: { name: 'opening'; label: string; placeholder: string }) => {
  const { control } = useFormContext<Values>()
  return (
    <Controller
      control={control}
      name={name}
      render={(f) => (
        <TextField label={label} placeholder={placeholder} {...bindField(f)} value={f.field.value ?? ''} />
      )}
    />
  )
}

const Lines = ({
  name,
  label,
  description,
}: {
  name: 'title' | 'footer'
  label: string
  description: string
}) => {
  const { control } = useFormContext<Values>()
  return (
    <Controller
      control={control}
      name={name}
      render={(f) => <TextArea label={label} description={description} minRows={2} {...bindField(f)} />}
    />
  )
}

const Count = ({ name, label }: { name: NumberName; label: string }) => {
  const t = useT()
  const { control } = useFormContext<Values>()
  return (
    <Controller
      control={control}
      name={name}
      render={(f) => (
        <NumberField
          label={label}
          suffix={t(name === 'fontSize' ? 'letters.ui.points' : 'letters.ui.millimetres')}
          {...bindField(f)}
          value={f.field.value ?? null}
        />
      )}
    />
  )
}

const Picture = ({ name, label }: { name: PictureName; label: string }) => {
  const { control } = useFormContext<Values>()
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <PictureField
          label={label}
          value={field.value ?? null}
          onChange={field.onChange}
          errorMessage={fieldState.error?.message}
        />
      )}
    />
  )
}
