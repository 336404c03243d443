import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { t } from '../language/words.ts'
import { settingsPages } from './settings-pages.ts'

/** The pages of the settings, each with what there is to find on it. */
export function SettingsList() {
  return (
    <nav aria-label={t('Settings')}>
      <ul>
        {settingsPages.map(({ path, title, about, icon: Icon }) => (
          <li key={path}>
            <Link to="/settings/$page" params={{ page: path }} className="pane-link items-center">
              <Icon size={20} aria-hidden="true" className="text-ink2" />
              <span className="min-w-0">
                <span className="block font-semibold">{t(title)}</span>
                <span className="block text-sm text-ink2">{t(about)}</span>
              </span>
              <ChevronRight size={18} aria-hidden="true" className="settings-on rtl:-scale-x-100" />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
