import { existsSync } from 'node:fs'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

const debianChromium = '/usr/bin/chromium'
const executablePath =
  process.env['PEYVAND_CHROMIUM'] ?? (existsSync(debianChromium) ? debianChromium : undefined)
const exclude = ['**/node_modules/**', '**/dist/**', 'e2e/**']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          sequence: { groupOrder: 0 },
          include: ['packages/**/*.test.ts'],
          exclude: [...exclude, '**/*.browser.test.*'],
        },
      },
      {
        test: {
          name: 'server',
          sequence: { groupOrder: 1 },
          include: ['{platform,modules,apps,scripts,test,bench}/**/*.test.ts'],
          exclude: [...exclude, '**/*.browser.test.*'],
          globalSetup: ['test/global-setup.ts'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          // Files share the modules they load: loading the program anew for each was half of their time.
          isolate: false,
        },
      },
      {
        plugins: [react(), tailwindcss()],
        test: {
          name: 'browser',
          sequence: { groupOrder: 2 },
          include: ['**/*.browser.test.{ts,tsx}'],
          exclude,
          testTimeout: 30_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(executablePath ? { executablePath } : {}),
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-quic',
                  '--disable-background-networking',
                  '--disable-sync',
                ],
              },
              contextOptions: { locale: 'fa-IR', timezoneId: 'Asia/Tehran' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
