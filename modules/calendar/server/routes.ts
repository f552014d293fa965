import { handle, handleBare, handlePrepared, type RouteHandler } from '@peyvand/platform/server'
import {
  addHolidayRoute,
  calendarRoute,
  connectCaldavRoute,
  disconnectCaldavRoute,
  downloadEventRoute,
  findCaldavCalendarsRoute,
  freeBusyRoute,
  getCaldavRoute,
  getCalendarFeedRoute,
  getWorkingWeekRoute,
  importEventsRoute,
  importHolidaysRoute,
  listHolidaysRoute,
  readCalendarFeedRoute,
  removeCalendarFeedRoute,
  removeHolidayRoute,
  renewCalendarFeedRoute,
  resetHolidaysRoute,
  shiftLunarMonthRoute,
  suggestTimesRoute,
  syncCaldavRoute,
  updateHolidayRoute,
  updateWorkingWeekRoute,
} from '../contract/index.ts'
import {
  caldavAccount,
  connectCaldav,
  disconnectCaldav,
  findCalendars,
  proveCalendar,
  requestSync,
} from './caldav/accounts.ts'
import { calendarOf } from './calendar.ts'
import { downloadEvent } from './download-event.ts'
import { calendarFeed, readCalendarFeed, removeCalendarFeed, renewCalendarFeed } from './feeds.ts'
import { freeBusy, suggestTimes } from './free-time.ts'
import {
  addHoliday,
  holidayYear,
  importHolidays,
  removeHoliday,
  resetHolidays,
  shiftLunarMonth,
  updateHoliday,
} from './holidays.ts'
import { importEvents } from './import-events.ts'
import { updateWorkingWeek, workingWeek } from './working-calendar.ts'

export const calendarRoutes: readonly RouteHandler[] = [
  handle(calendarRoute, (ctx, { query }) => calendarOf(ctx, query)),
  handle(freeBusyRoute, (ctx, { query }) => freeBusy(ctx, query)),
  handle(suggestTimesRoute, async (ctx, { query }) => ({ items: await suggestTimes(ctx, query) })),

  handle(getCalendarFeedRoute, (ctx) => calendarFeed(ctx)),
  handlePrepared(
    renewCalendarFeedRoute,
    async (app) => app.publicUrl,
    (ctx, _input, publicUrl) => renewCalendarFeed(ctx, publicUrl),
  ),
  handle(removeCalendarFeedRoute, (ctx) => removeCalendarFeed(ctx)),
  handleBare(readCalendarFeedRoute, (app, { params }) => readCalendarFeed(app, params.token)),
  handlePrepared(
    downloadEventRoute,
    async (app) => app.publicUrl,
    (ctx, { params }, publicUrl) => downloadEvent(ctx, params.id, publicUrl),
  ),
  handle(importEventsRoute, async (ctx, { body }) => ({ items: await importEvents(ctx, body.ics) })),

  handle(getCaldavRoute, (ctx) => caldavAccount(ctx)),
  handlePrepared(
    findCaldavCalendarsRoute,
    (app, _actor, _http, { body }) => findCalendars(app, body),
    async (_ctx, _input, items) => ({ items }),
  ),
  handlePrepared(
    connectCaldavRoute,
    (app, _actor, _http, { body }) => proveCalendar(app, body),
    (ctx, { body }, proven) => connectCaldav(ctx, body, proven),
  ),
  handle(syncCaldavRoute, (ctx) => requestSync(ctx)),
  handle(disconnectCaldavRoute, (ctx) => disconnectCaldav(ctx)),

  handle(getWorkingWeekRoute, (ctx) => workingWeek(ctx)),
  handle(updateWorkingWeekRoute, (ctx, { body }) => updateWorkingWeek(ctx, body)),

  handle(listHolidaysRoute, (ctx, { params }) => holidayYear(ctx, params.year)),
  handle(addHolidayRoute, (ctx, { params, body }) => addHoliday(ctx, params.year, body)),
  handle(updateHolidayRoute, (ctx, { params, body }) => updateHoliday(ctx, params, body)),
  handle(removeHolidayRoute, (ctx, { params }) => removeHoliday(ctx, params)),
  handle(shiftLunarMonthRoute, (ctx, { params, body }) => shiftLunarMonth(ctx, params.year, body)),
  handle(importHolidaysRoute, (ctx, { params, body }) => importHolidays(ctx, params.year, body)),
  handle(resetHolidaysRoute, (ctx, { params }) => resetHolidays(ctx, params.year)),
]
