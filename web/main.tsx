import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { openApi } from './api.ts'
import { loadConfig } from './config.ts'
import { fetchAhead } from './fetch-ahead.ts'
import { forgetReadsOfOthers } from './forget-reads.ts'
import { loadWords } from './language/words.ts'
import { startLive } from './live/live.ts'
import { startMessages } from './messages/start-messages.ts'
import { followNotifications } from './notifications/follow-notifications.ts'
import { guardDrops } from './pictures/guard-drops.ts'
import { openServer } from './server.ts'
import { startSession } from './session/begin.ts'
import { StartError } from './ui/StartError.tsx'

const root = createRoot(document.getElementById('root') as HTMLElement)

try {
  const [{ apiOrigin }] = await Promise.all([loadConfig(), loadWords()])
  openServer(apiOrigin)
  openApi(apiOrigin)
  forgetReadsOfOthers()
  guardDrops()
  startSession()
  startLive()
  startMessages()
  followNotifications()
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  fetchAhead()
} catch {
  root.render(<StartError />)
}
