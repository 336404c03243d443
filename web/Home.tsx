import { FirstPeople } from './people/FirstPeople.tsx'
import { HomePage } from './posts/HomePage.tsx'

/** The home feed; as long as it is empty, with people to follow. */
export const Home = () => <HomePage whenEmpty={<FirstPeople />} />
