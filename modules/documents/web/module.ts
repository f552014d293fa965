import { defineWebModule, type SlotFill } from '@peyvand/platform/web'
import { lazyPart } from '@peyvand/ui'
import { Ban, FileCheck2, FileText, FileX2, Printer, ReceiptText, ShoppingCart, Stamp } from 'lucide-react'
import { lazy } from 'react'

const read = 'documents.read'
const create = 'documents.create'
const purchases = 'documents.purchases'

const timelineTypes = Object.entries({
  documentIssued: Stamp,
  documentAccepted: FileCheck2,
  documentRejected: FileX2,
  documentCancelled: Ban,
}).map(
  ([id, component], index): SlotFill => ({
    slot: 'parties.timeline.type',
    id,
    order: 70 + index,
    label: `documents.timeline.${id}`,
    component,
  }),
)

/** Documents of sales and purchases, from the price inquiry to the invoice. */
export const documentsWeb = defineWebModule({
  name: 'documents',
  routes: [
    {
      path: '/documents',
      permission: read,
      page: async () => (await import('./list/documents-page.tsx')).SalesDocumentsPage,
    },
    {
      path: '/purchases',
      permission: purchases,
      page: async () => (await import('./list/documents-page.tsx')).PurchaseDocumentsPage,
    },
    {
      path: '/documents/new',
      permission: create,
      page: async () => (await import('./form/document-form-page.tsx')).NewDocumentPage,
    },
    {
      path: '/documents/bin',
      permission: 'documents.delete',
      page: async () => (await import('./list/bin-page.tsx')).DocumentsBinPage,
    },
    {
      path: '/documents/$id',
      permission: read,
      page: async () => (await import('./document/document-page.tsx')).DocumentPage,
    },
    {
      path: '/documents/$id/edit',
      permission: 'documents.update',
      page: async () => (await import('./form/document-form-page.tsx')).EditDocumentPage,
    },
    {
      path: '/settings/documents',
      permission: 'documents.manage',
      page: async () => (await import('./settings/documents-settings-page.tsx')).DocumentsSettingsPage,
    },
    {
      path: '/settings/document-designs',
      permission: 'documents.manage',
      page: async () => (await import('./designs/designs-page.tsx')).DesignsPage,
    },
    {
      path: '/settings/document-designs/$id',
      permission: 'documents.manage',
      page: async () => (await import('./designs/design-page.tsx')).DesignPage,
    },
    {
      path: '/settings/document-firm',
      permission: 'documents.manage',
      page: async () => (await import('./designs/firm-page.tsx')).FirmPage,
    },
  ],
  navigation: [
    {
      section: 'nav.sales',
      to: '/documents',
      label: 'documents.list.sales',
      icon: ReceiptText,
      permission: read,
      order: 6,
    },
    {
      section: 'nav.sales',
      to: '/purchases',
      label: 'documents.list.purchase',
      icon: ShoppingCart,
      permission: purchases,
      order: 8,
    },
    {
      section: 'nav.settings',
      group: 'customization.ui.nav',
      to: '/settings/documents',
      label: 'documents.nav',
      icon: ReceiptText,
      permission: 'documents.manage',
      order: 48,
    },
    {
      section: 'nav.settings',
      group: 'customization.ui.nav',
      to: '/settings/document-designs',
      label: 'documents.designs',
      icon: Printer,
      permission: 'documents.manage',
      order: 49,
    },
  ],
  commands: [
    {
      id: 'documents.new.quote',
      label: 'documents.new.quote',
      icon: FileText,
      permission: create,
      isNew: true,
      to: '/documents/new?kind=quote',
    },
    {
      id: 'documents.new.proforma',
      label: 'documents.new.proforma',
      icon: FileText,
      permission: create,
      isNew: true,
      to: '/documents/new?kind=proforma',
    },
    {
      id: 'documents.new.invoice',
      label: 'documents.new.invoice',
      icon: FileText,
      permission: create,
      isNew: true,
      to: '/documents/new?kind=invoice',
    },
    {
      id: 'documents.new.order',
      label: 'documents.new.order',
      icon: FileText,
      permission: create,
      to: '/documents/new?kind=order',
    },
    {
      id: 'documents.new.purchaseOrder',
      label: 'documents.new.purchaseOrder',
      icon: ShoppingCart,
      permission: purchases,
      to: '/documents/new?kind=purchaseOrder',
    },
  ],
  offline: async () => (await import('./offline.ts')).documentsOffline,
  records: {
    documents: { label: 'documents.nav', icon: ReceiptText, href: (id) => `/documents/${id}` },
  },
  slots: [
    ...timelineTypes,
    {
      slot: 'home.figures',
      id: 'documents',
      order: 20,
      permission: read,
      component: lazyPart(async () => (await import('./figures/quote-figure.tsx')).QuoteFigure),
    },
    {
      slot: 'parties.timeline.item',
      id: 'documents',
      order: 40,
      component: lazy(async () => ({
        default: (await import('./party/timeline-item.tsx')).DocumentTimelineItem,
      })),
    },
    {
      slot: 'parties.file.tab',
      id: 'documents',
      order: 16,
      label: 'documents.nav',
      permission: read,
      component: lazy(async () => ({
        default: (await import('./party/party-documents.tsx')).PartyDocuments,
      })),
    },
    {
      slot: 'pipeline.deal.section',
      id: 'documents',
      order: 10,
      permission: read,
      component: lazyPart(async () => (await import('./deal/deal-documents.tsx')).DealDocuments),
    },
    {
      slot: 'activities.target',
      id: 'documents',
      order: 25,
      component: lazyPart(async () => (await import('./activity/document-target.tsx')).DocumentTarget),
    },
    {
      slot: 'activities.form.targets',
      id: 'documents',
      order: 10,
      permission: read,
      component: lazyPart(
        async () => (await import('./activity/document-targets-field.tsx')).DocumentTargetsField,
      ),
    },
  ],
})
