import { activitiesModule } from '@peyvand/activities/server'
import { calendarModule } from '@peyvand/calendar/server'
import { catalogModule } from '@peyvand/catalog/server'
import { channelsModule } from '@peyvand/channels/server'
import { customizationModule } from '@peyvand/customization/server'
import { documentsModule } from '@peyvand/documents/server'
import { filesModule } from '@peyvand/files/server'
import { historyModule } from '@peyvand/history/server'
import { identityModule } from '@peyvand/identity/server'
import { importsModule } from '@peyvand/imports/server'
import { integrationsModule } from '@peyvand/integrations/server'
import { leadsModule } from '@peyvand/leads/server'
import { lettersModule } from '@peyvand/letters/server'
import { notificationsModule } from '@peyvand/notifications/server'
import { partiesModule } from '@peyvand/parties/server'
import { pipelineModule } from '@peyvand/pipeline/server'
import { type ModuleManifest, platformModule } from '@peyvand/platform/server'
import { recordsModule } from '@peyvand/records/server'
import { referralsModule } from '@peyvand/referrals/server'
import { templatesModule } from '@peyvand/templates/server'
import { sampleDataModule } from './sample-data/sample-data-module.ts'

/** Every module of the program, in order of dependency: the one list. */
export const modules: readonly ModuleManifest[] = [
  platformModule,
  identityModule,
  customizationModule,
  filesModule,
  historyModule,
  channelsModule,
  partiesModule,
  activitiesModule,
  calendarModule,
  referralsModule,
  importsModule,
  recordsModule,
  catalogModule,
  pipelineModule,
  documentsModule,
  leadsModule,
  lettersModule,
  templatesModule,
  integrationsModule,
  notificationsModule,
  sampleDataModule,
]
