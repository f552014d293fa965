import type { Locale } from '@peyvand/persian'
import { useState } from 'react'
import { SegmentedControl } from '../actions/segmented-control.tsx'
import { DataGallery } from '../data/gallery.tsx'
import type { Density, Theme } from '../provider/ui-context.ts'
import { UiProvider } from '../provider/ui-provider.tsx'
import { ActionsGallery } from './actions.tsx'
import { ChoicesGallery } from './choices.tsx'
import { DatesGallery } from './dates.tsx'
import { DisplayGallery } from './display.tsx'
import { FieldsGallery } from './fields.tsx'
import { LayoutGallery } from './layout.tsx'
import { OverlaysGallery } from './overlays.tsx'

type Part = 'components' | 'data'

export type GalleryPageProps = { locale?: Locale; theme?: Theme; part?: Part }

/** Every component in all its states; `?locale=en&theme=dark&part=data` opens it elsewhere. */
export const GalleryPage = (given: GalleryPageProps) => {
  const [locale, setLocale] = useState<Locale>(given.locale ?? (query('locale') === 'en' ? 'en' : 'fa'))
  const [theme, setTheme] = useState<Theme>(given.theme ?? (query('theme') === 'dark' ? 'dark' : 'light'))
  const [part, setPart] = useState<Part>(given.part ?? (query('part') === 'data' ? 'data' : 'components'))
  const [density, setDensity] = useState<Density>('default')
  const say = (fa: string, en: string) => (locale === 'fa' ? fa : en)
  return (
    <UiProvider locale={locale} theme={theme} density={density} holidays={holidays}>
      <main key={locale} className="mx-auto flex max-w-300 flex-col gap-4 p-3 sm:p-5">
        <header className="flex flex-wrap items-center gap-3">
          <h1 className="me-auto text-title font-bold">{say('نمایشگاه اجزا', 'Component gallery')}</h1>
          <SegmentedControl
            label={say('بخش', 'Part')}
            value={part}
            onChange={setPart}
            options={[
              { id: 'components', label: say('اجزا', 'Components') },
              { id: 'data', label: say('داده‌ها', 'Data') },
            ]}
          />
          <SegmentedControl
            label={say('زبان', 'Language')}
            value={locale}
            onChange={setLocale}
            options={[
              { id: 'fa', label: 'فارسی' },
              { id: 'en', label: 'English' },
            ]}
          />
          <SegmentedControl
            label={say('پوسته', 'Theme')}
            value={theme}
            onChange={setTheme}
            options={[
              { id: 'light', label: say('روشن', 'Light') },
              { id: 'dark', label: say('تیره', 'Dark') },
              { id: 'system', label: say('سیستم', 'System') },
            ]}
          />
          <SegmentedControl
            label={say('فشردگی', 'Density')}
            value={density}
            onChange={setDensity}
            options={[
              { id: 'compact', label: say('فشرده', 'Compact') },
              { id: 'default', label: say('عادی', 'Default') },
              { id: 'relaxed', label: say('باز', 'Relaxed') },
            ]}
          />
        </header>
        {part === 'data' ? (
          <DataGallery />
        ) : (
          <>
            <ActionsGallery />
            <FieldsGallery />
            <DatesGallery />
            <ChoicesGallery />
            <OverlaysGallery />
            <DisplayGallery />
            <LayoutGallery />
          </>
        )}
      </main>
    </UiProvider>
  )
}

const query = (name: string) => new URLSearchParams(window.location.search).get(name)

/** A few days of 1405, to show how holidays are marked. */
const holidays = new Map([
  ['2026-11-24', 'نمونهٔ تعطیل رسمی'],
  ['2026-03-21', 'نوروز'],
])
