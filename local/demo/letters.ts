import type { Lifetime } from '@mayfly/contract/lifetimes'
import type { DemoHandle } from './people.ts'

/** A conversation in messages. The first message comes first; times count back from the moment it is planned for. */
export interface PlannedLetters {
  name: string
  people: readonly [DemoHandle, DemoHandle, ...DemoHandle[]]
  messages: readonly {
    by: DemoHandle
    text: string
    minutesAgo: number
    lives?: Lifetime
  }[]
  /** The people who have not read the newest ones, with how many. */
  unread?: Partial<Record<DemoHandle, number>>
}

/** What the demo people write to each other in private: all of it can be read by the one whose sign-in is printed. */
export const letters: readonly PlannedLetters[] = [
  {
    name: 'bread for the clock',
    people: ['ada', 'tunde_bakes'],
    messages: [
      {
        by: 'tunde_bakes',
        text: 'The bakery clock has stopped at ten past four again. I have been early for everything.',
        minutesAgo: 1_560,
      },
      { by: 'ada', text: 'It does that when you put flour in it, Tunde.', minutesAgo: 1_548 },
      {
        by: 'tunde_bakes',
        text: 'I did not put flour in it. The air put flour in it. I live in the air.',
        minutesAgo: 1_546,
      },
      {
        by: 'ada',
        text: 'Bring it on Thursday. I take payment in the dark rye, the one with the caraway.',
        minutesAgo: 1_530,
      },
      {
        by: 'tunde_bakes',
        text: 'Two loaves, and you wind it in front of me so that I learn.',
        minutesAgo: 95,
      },
      {
        by: 'tunde_bakes',
        text: 'Also Gertrude has doubled since breakfast. Pray for the jar.',
        minutesAgo: 38,
      },
    ],
    unread: { ada: 2 },
  },
  {
    name: 'the second star',
    people: ['leila_r', 'ada'],
    messages: [
      {
        by: 'leila_r',
        text: 'Clear until two tonight. Saturn sits right above the tram depot. Come up if you are awake?',
        minutesAgo: 300,
        lives: '12-hours',
      },
      { by: 'ada', text: 'I am always awake at two. Shall I bring the good thermos?', minutesAgo: 288 },
      {
        by: 'leila_r',
        text: 'There is only one good thermos and it is mine. Bring biscuits.',
        minutesAgo: 284,
      },
      { by: 'ada', text: 'Biscuits it is. And a blanket that smells of machine oil.', minutesAgo: 280 },
      {
        by: 'leila_r',
        text: 'Perfect. The door code burns in an hour: 4711',
        minutesAgo: 20,
        lives: '1-hour',
      },
    ],
    unread: { ada: 1 },
  },
  {
    name: 'supper on Sunday',
    people: ['linh_soup', 'ada', 'omar_qahwa', 'wren', 'kofi_m'],
    messages: [
      {
        by: 'linh_soup',
        text: 'Sunday, my roof, seven o’clock. Six litres of broth say so.',
        minutesAgo: 2_700,
      },
      { by: 'omar_qahwa', text: 'I bring the coffee, and my own cups. No discussion.', minutesAgo: 2_690 },
      {
        by: 'wren',
        text: 'Is there something for people who do not eat things with faces?',
        minutesAgo: 2_660,
      },
      { by: 'linh_soup', text: 'The second pot. It has only ever met mushrooms.', minutesAgo: 2_655 },
      { by: 'kofi_m', text: 'I can carry chairs, and I can carry a tune. You choose.', minutesAgo: 2_400 },
      { by: 'ada', text: 'Chairs, Kofi. With love.', minutesAgo: 2_390 },
      { by: 'omar_qahwa', text: 'Both. He hums while he carries. It is free.', minutesAgo: 2_380 },
    ],
  },
  {
    name: 'a small drawing',
    people: ['mizuki', 'ada'],
    messages: [
      {
        by: 'mizuki',
        text: 'I drew your escapement from memory. It has one tooth too many, I think.',
        minutesAgo: 4_100,
      },
      { by: 'ada', text: 'It does, and I like it better than the real one.', minutesAgo: 4_080 },
      { by: 'mizuki', text: 'Then it will run a little slow, and nobody has to hurry. 🕰️', minutesAgo: 4_070 },
    ],
  },
]
