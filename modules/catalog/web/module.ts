import { defineWebModule } from '@peyvand/platform/web'
import { BadgePercent, Boxes, Package, Tags } from 'lucide-react'

const read = 'catalog.read'
const manage = 'catalog.manage'

/** Products with their groups, price lists, discounts, and why something costs what it costs. */
export const catalogWeb = defineWebModule({
  name: 'catalog',
  routes: [
    {
      path: '/products',
      permission: read,
      page: async () => (await import('./products/products-page.tsx')).ProductsPage,
    },
    {
      path: '/products/new',
      permission: manage,
      page: async () => (await import('./form/product-form-page.tsx')).NewProductPage,
    },
    {
      path: '/products/bin',
      permission: manage,
      page: async () => (await import('./products/bin-page.tsx')).ProductsBinPage,
    },
    {
      path: '/products/$id',
      permission: read,
      page: async () => (await import('./products/product-page.tsx')).ProductPage,
    },
    {
      path: '/products/$id/edit',
      permission: manage,
      page: async () => (await import('./form/product-form-page.tsx')).EditProductPage,
    },
    {
      path: '/products/$id/options',
      permission: manage,
      page: async () => (await import('./options/designer-page.tsx')).DesignerPage,
    },
    {
      path: '/product-groups',
      permission: read,
      page: async () => (await import('./groups/groups-page.tsx')).ProductGroupsPage,
    },
    {
      path: '/price-lists',
      permission: read,
      page: async () => (await import('./prices/price-lists-page.tsx')).PriceListsPage,
    },
    {
      path: '/price-lists/$id',
      permission: read,
      page: async () => (await import('./prices/price-list-page.tsx')).PriceListPage,
    },
    {
      path: '/discounts',
      permission: read,
      page: async () => (await import('./discounts/discounts-page.tsx')).DiscountsPage,
    },
    {
      path: '/why-this-price',
      permission: read,
      page: async () => (await import('./why/why-page.tsx')).WhyPage,
    },
    {
      path: '/settings/catalog',
      permission: 'catalog.managePrices',
      page: async () => (await import('./settings/catalog-settings-page.tsx')).CatalogSettingsPage,
    },
  ],
  navigation: [
    {
      section: 'nav.sales',
      to: '/products',
      label: 'catalog.nav',
      icon: Package,
      permission: read,
      order: 10,
    },
    {
      section: 'nav.sales',
      to: '/price-lists',
      label: 'catalog.priceLists',
      icon: Tags,
      permission: read,
      order: 20,
    },
    {
      section: 'nav.sales',
      to: '/discounts',
      label: 'catalog.discounts',
      icon: BadgePercent,
      permission: read,
      order: 30,
    },
    {
      section: 'nav.settings',
      group: 'customization.ui.nav',
      to: '/settings/catalog',
      label: 'catalog.nav',
      icon: Boxes,
      permission: 'catalog.managePrices',
      order: 46,
    },
  ],
  commands: [
    {
      id: 'catalog.new',
      label: 'catalog.ui.new',
      icon: Package,
      permission: manage,
      isNew: true,
      to: '/products/new',
    },
    {
      id: 'catalog.why',
      label: 'catalog.ui.why',
      icon: BadgePercent,
      permission: read,
      to: '/why-this-price',
    },
  ],
  records: {
    products: { label: 'catalog.nav', icon: Package, href: (id) => `/products/${id}` },
  },
})
