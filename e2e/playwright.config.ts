import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const debianChromium = '/usr/bin/chromium'
const executablePath =
  process.env['PEYVAND_CHROMIUM'] ?? (existsSync(debianChromium) ? debianChromium : undefined)

export default defineConfig({
  testDir: '.',
  outputDir: join(tmpdir(), 'peyvand-journeys'),
  globalSetup: './support/global-setup.ts',
  workers: 2,
  fullyParallel: false,
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    locale: 'fa-IR',
    timezoneId: 'Asia/Tehran',
    viewport: { width: 1366, height: 820 },
    actionTimeout: 15_000,
    // Recording every step costs a third of the time: only what is tried again is recorded.
    trace: process.env['CI'] ? 'on-first-retry' : 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-sync',
        // Every other host is unreachable, as in a firm without internet.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ],
    },
  },
})
