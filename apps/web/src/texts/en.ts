import { en as activities } from '@peyvand/activities/contract/en'
import { en as calendar } from '@peyvand/calendar/contract/en'
import { en as catalog } from '@peyvand/catalog/contract/en'
import { en as channels } from '@peyvand/channels/contract/en'
import { en as customization } from '@peyvand/customization/contract/en'
import { en as documents } from '@peyvand/documents/contract/en'
import { en as files } from '@peyvand/files/contract/en'
import { en as history } from '@peyvand/history/contract/en'
import { en as identity } from '@peyvand/identity/contract/en'
import { en as imports } from '@peyvand/imports/contract/en'
import { en as integrations } from '@peyvand/integrations/contract/en'
import { en as leads } from '@peyvand/leads/contract/en'
import { en as letters } from '@peyvand/letters/contract/en'
import { en as notifications } from '@peyvand/notifications/contract/en'
import { en as parties } from '@peyvand/parties/contract/en'
import { en as pipeline } from '@peyvand/pipeline/contract/en'
import { en as platform } from '@peyvand/platform/contract/en'
import { en as records } from '@peyvand/records/contract/en'
import { en as referrals } from '@peyvand/referrals/contract/en'
import { en as templates } from '@peyvand/templates/contract/en'
import { shellEn } from './shell-en.ts'

export const texts: Record<string, string> = {
  ...platform,
  ...shellEn,
  ...identity,
  ...customization,
  ...files,
  ...history,
  ...parties,
  ...activities,
  ...calendar,
  ...referrals,
  ...imports,
  ...records,
  ...pipeline,
  ...catalog,
  ...documents,
  ...templates,
  ...leads,
  ...letters,
  ...channels,
  ...integrations,
  ...notifications,
}
