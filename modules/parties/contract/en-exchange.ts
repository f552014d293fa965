import type { faExchange } from './fa-exchange.ts'

export const enExchange: Record<keyof typeof faExchange, string> = {
  'parties.paper.title': 'Party file',
  'parties.paper.ownFields': 'Further information',
  'parties.paper.links': 'Relations',
  'parties.paper.activities': 'Activities',
  'parties.paper.when': 'Time',
  'parties.paper.subject': 'Subject',
  'parties.paper.who': 'Owner',
  'parties.paper.since': 'Since {since}',
  'parties.paper.period': 'From {since} to {until}',
  'parties.paper.newest': 'Only the newest {count, number} activities are printed.',
  'parties.paper.made': 'Printed by {name} on {at}',
  'parties.paper.yes': 'Yes',
  'parties.paper.no': 'No',
  'error.parties.notPrinted': 'The PDF of this file could not be made.',
}
