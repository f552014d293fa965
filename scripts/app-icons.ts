// Draws the installed app's icons from our mark: `npx tsx scripts/app-icons.ts`, after the mark has changed.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { root } from './ensure.mjs'

const folder = join(root, 'apps/web/public')
const mark = readFileSync(join(folder, 'icon.svg'), 'utf8')
// Systems cut their own shape out of these: the ground fills the square, the mark keeps to its middle.
const wholeSquare = mark.replace('rx="8"', '').replace('viewBox="0 0 32 32"', 'viewBox="3 3 26 26"')
const maskable = wholeSquare
  .replace('viewBox="3 3 26 26"', 'viewBox="0 0 32 32"')
  .replace('<g fill', '<g transform="translate(16 16) scale(.86) translate(-16 -16)" fill')

const icons = [
  { name: 'icon-192.png', size: 192, drawing: mark },
  { name: 'icon-512.png', size: 512, drawing: mark },
  { name: 'icon-maskable-512.png', size: 512, drawing: maskable },
  { name: 'apple-touch-icon.png', size: 180, drawing: wholeSquare },
]

const debianChromium = '/usr/bin/chromium'
const browser = await chromium.launch({
  ...(existsSync(debianChromium) ? { executablePath: debianChromium } : {}),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  for (const { name, size, drawing } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } })
    await page.setContent(`<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`)
    await page.screenshot({ path: join(folder, name), omitBackground: true })
    await page.close()
  }
} finally {
  await browser.close()
}
