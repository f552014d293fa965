import { defineWebModule, type SlotFill } from '@peyvand/platform/web'
import { lazyPart } from '@peyvand/ui'
import { CircleDollarSign, Handshake, Kanban, SquareKanban, Trophy, XCircle } from 'lucide-react'
import { lazy } from 'react'
import { DealFormHost } from './form/deal-form-host.tsx'
import { openDealForm } from './form/deal-form-store.ts'

const read = 'deals.read'

const timelineTypes = Object.entries({
  dealOpened: Handshake,
  dealWon: Trophy,
  dealLost: XCircle,
}).map(
  ([id, component], index): SlotFill => ({
    slot: 'parties.timeline.type',
    id,
    order: 60 + index,
    label: `pipeline.timeline.${id}`,
    component,
  }),
)

export const pipelineWeb = defineWebModule({
  name: 'pipeline',
  routes: [
    {
      path: '/pipeline',
      permission: read,
      page: async () => (await import('./board/board-page.tsx')).BoardPage,
    },
    {
      path: '/pipeline/forecast',
      permission: read,
      page: async () => (await import('./forecast/forecast-page.tsx')).ForecastPage,
    },
    {
      path: '/deals/competitors',
      permission: read,
      page: async () => (await import('./competitors/competitors-page.tsx')).CompetitorsPage,
    },
    { path: '/deals', permission: read, page: async () => (await import('./list/deals-page.tsx')).DealsPage },
    {
      path: '/deals/bin',
      permission: 'deals.delete',
      page: async () => (await import('./list/bin-page.tsx')).DealsBinPage,
    },
    {
      path: '/deals/$id',
      permission: read,
      page: async () => (await import('./deal/deal-page.tsx')).DealPage,
    },
    {
      path: '/settings/pipelines',
      permission: 'pipeline.manage',
      page: async () => (await import('./settings/pipelines-page.tsx')).PipelinesPage,
    },
  ],
  navigation: [
    {
      section: 'nav.sales',
      to: '/pipeline',
      label: 'pipeline.nav',
      icon: SquareKanban,
      permission: read,
      order: 2,
    },
    {
      section: 'nav.sales',
      to: '/deals',
      label: 'pipeline.deals',
      icon: CircleDollarSign,
      permission: read,
      order: 4,
    },
    {
      section: 'nav.settings',
      group: 'customization.ui.nav',
      to: '/settings/pipelines',
      label: 'pipeline.pipelines',
      icon: Kanban,
      permission: 'pipeline.manage',
      order: 47,
    },
  ],
  commands: [
    {
      id: 'pipeline.new',
      label: 'pipeline.new',
      icon: Handshake,
      permission: 'deals.create',
      isNew: true,
      to: '/pipeline',
      run: () => openDealForm({}),
    },
  ],
  records: {
    deals: { label: 'pipeline.deals', icon: Handshake, href: (id) => `/deals/${id}` },
  },
  slots: [
    ...timelineTypes,
    {
      slot: 'parties.timeline.item',
      id: 'deals',
      order: 30,
      component: lazy(async () => ({
        default: (await import('./party/timeline-item.tsx')).DealTimelineItem,
      })),
    },
    {
      slot: 'parties.file.tab',
      id: 'deals',
      order: 15,
      label: 'pipeline.deals',
      permission: read,
      component: lazy(async () => ({ default: (await import('./party/party-deals.tsx')).PartyDeals })),
    },
    {
      slot: 'activities.target',
      id: 'deals',
      order: 20,
      component: lazyPart(async () => (await import('./activity/deal-target.tsx')).DealTarget),
    },
    {
      slot: 'activities.form.targets',
      id: 'deals',
      order: 5,
      permission: read,
      component: lazyPart(async () => (await import('./activity/deal-targets-field.tsx')).DealTargetsField),
    },
    {
      slot: 'home.figures',
      id: 'deals',
      order: 10,
      permission: read,
      component: lazyPart(async () => (await import('./figures/deal-figures.tsx')).DealFigures),
    },
    { slot: 'shell.overlay', id: 'pipeline.form', order: 35, component: DealFormHost },
  ],
})
