import { defineWebModule } from '@peyvand/platform/web'
import { Hash, ListTree, Tags, TextCursorInput } from 'lucide-react'

const setting = {
  section: 'nav.settings',
  group: 'customization.ui.nav',
  permission: 'customization.manage',
} as const

/** What a firm adapts to itself: lists of values, tags, numbering. */
export const customizationWeb = defineWebModule({
  name: 'customization',
  routes: [
    {
      path: '/settings/lists',
      permission: 'customization.manage',
      page: () => import('./value-lists/value-lists-page.tsx').then((m) => m.ValueListsPage),
    },
    {
      path: '/settings/fields',
      permission: 'customization.manage',
      page: () => import('./fields/fields-page.tsx').then((m) => m.FieldsPage),
    },
    {
      path: '/settings/tags',
      permission: 'customization.manage',
      page: () => import('./tags/tags-page.tsx').then((m) => m.TagsPage),
    },
    {
      path: '/settings/numbering',
      permission: 'customization.manage',
      page: () => import('./numbering/numbering-page.tsx').then((m) => m.NumberingPage),
    },
  ],
  navigation: [
    {
      ...setting,
      to: '/settings/fields',
      label: 'customization.customFields',
      icon: TextCursorInput,
      order: 40,
    },
    { ...setting, to: '/settings/lists', label: 'customization.valueLists', icon: ListTree, order: 50 },
    { ...setting, to: '/settings/tags', label: 'customization.tags', icon: Tags, order: 60 },
    { ...setting, to: '/settings/numbering', label: 'customization.numberSeries', icon: Hash, order: 70 },
  ],
})
