/** Somebody of the demo community, before they have an account. */
export interface PlannedPerson {
  handle: string
  displayName: string
  bio: string
  joinedDaysAgo: number
  /** Handles. */
  follows: readonly string[]
}

export type DemoHandle = (typeof people)[number]['handle']

/** The first one's sign-in is printed at the start. */
export const people = [
  {
    handle: 'ada',
    displayName: 'Ada Lindqvist',
    bio: 'Mends clocks. Late for most things. The shop smells of oil, brass and other people’s grandmothers.',
    joinedDaysAgo: 214,
    follows: [
      'tunde_bakes',
      'xiaoman',
      'lucia_luz',
      'kofi_m',
      'maeve',
      'priya_writes',
      'henrik_fog',
      'mizuki',
      'wren',
      'tomasz',
      'omar_qahwa',
    ],
  },
  {
    handle: 'tunde_bakes',
    displayName: 'Tunde Adeyemi',
    bio: 'Baker of the small hours. Gertrude’s person. Gertrude is a sourdough. 🍞',
    joinedDaysAgo: 190,
    follows: ['ngozi_o', 'soo_ah', 'omar_qahwa', 'linh_soup', 'ada', 'tomasz', 'zeynep_k'],
  },
  {
    handle: 'mizuki',
    displayName: '田辺みずき',
    bio: '小さいものを描いています。Draws small things, each a little smaller than the last.',
    joinedDaysAgo: 151,
    follows: ['xiaoman', 'soo_ah', 'zeynep_k', 'sacha', 'lucia_luz', 'ada'],
  },
  {
    handle: 'leila_r',
    displayName: 'Leila Rahmani',
    bio: 'Rooftop astronomer. Cheap telescope, expensive thermos. آسمان همیشه باز است.',
    joinedDaysAgo: 172,
    follows: ['aviaja', 'mateo_v', 'kofi_m', 'sacha', 'ngozi_o', 'xiaoman', 'anahera'],
  },
  {
    handle: 'omar_qahwa',
    displayName: 'عمر الخطيب',
    bio: 'Six tables, one stove, no menu. القهوة أولًا، ثم نتكلم. ☕',
    joinedDaysAgo: 133,
    follows: ['tunde_bakes', 'linh_soup', 'ada', 'dmitar', 'leila_r', 'lucia_luz'],
  },
  {
    handle: 'ines_mar',
    displayName: 'Inês Carvalho',
    bio: 'Tide pools before breakfast. Knows three crabs by name and one by reputation.',
    joinedDaysAgo: 98,
    follows: ['anahera', 'henrik_fog', 'kofi_m', 'sacha', 'bram', 'soo_ah'],
  },
  {
    handle: 'bram',
    displayName: 'Bram de Wit',
    bio: 'Always a headwind. Bicycles, puddles, and the long way home.',
    joinedDaysAgo: 87,
    follows: ['maeve', 'tomasz', 'henrik_fog', 'anahera', 'wren', 'mateo_v'],
  },
  {
    handle: 'soo_ah',
    displayName: '한수아',
    bio: '새벽 라디오. A small radio show for people who should be asleep. Two to four in the morning.',
    joinedDaysAgo: 205,
    follows: ['ngozi_o', 'tunde_bakes', 'mizuki', 'lucia_luz', 'aviaja', 'henrik_fog', 'ines_mar'],
  },
  {
    handle: 'kofi_m',
    displayName: 'Kofi Mensah',
    bio: 'Looks up a lot. Has walked into four lamp posts this year, all of them worth it. 🐦',
    joinedDaysAgo: 240,
    follows: ['maeve', 'sacha', 'leila_r', 'ines_mar', 'tomasz', 'wren', 'aviaja', 'ada'],
  },
  {
    handle: 'maeve',
    displayName: 'Maeve O’Donnell',
    bio: 'Sheep, hills, weather, and Biscuit (collie, eleven, in charge).',
    joinedDaysAgo: 160,
    follows: ['kofi_m', 'aviaja', 'tomasz', 'bram', 'anahera', 'ada'],
  },
  {
    handle: 'priya_writes',
    displayName: 'Priya Raghunathan',
    bio: 'Sets crosswords. Six letters, fond of you, begins with P… no, five.',
    joinedDaysAgo: 119,
    follows: ['wren', 'dmitar', 'ada', 'mateo_v', 'lucia_luz', 'mizuki'],
  },
  {
    handle: 'tomasz',
    displayName: 'Tomasz Wójcik',
    bio: 'Plot 14, by the water butt. Peace talks with the slugs are ongoing.',
    joinedDaysAgo: 143,
    follows: ['linh_soup', 'bram', 'sacha', 'tunde_bakes', 'ngozi_o', 'kofi_m', 'maeve'],
  },
  {
    handle: 'lucia_luz',
    displayName: 'Lucía Fernández-Ortega',
    bio: 'Theatre lighting. If you noticed it, sorry. If you felt it, thank you. 🎭',
    joinedDaysAgo: 176,
    follows: ['xiaoman', 'zeynep_k', 'soo_ah', 'mizuki', 'omar_qahwa', 'priya_writes'],
  },
  {
    handle: 'ngozi_o',
    displayName: 'Ngozi Okonkwo',
    bio: 'Night nurse, children’s ward. Awake so that you needn’t be. Collects good biscuits.',
    joinedDaysAgo: 131,
    follows: ['tunde_bakes', 'soo_ah', 'leila_r', 'tomasz', 'linh_soup', 'anahera'],
  },
  {
    handle: 'henrik_fog',
    displayName: 'Henrik Ås',
    bio: 'Ferry pilot. Fog reports, mostly accurate, mostly fog.',
    joinedDaysAgo: 228,
    follows: ['aviaja', 'ines_mar', 'lucia_luz', 'kofi_m', 'ada', 'soo_ah'],
  },
  {
    handle: 'anahera',
    displayName: 'Anahera Rewiti',
    bio: 'Surf at dawn, flax weaving at dusk, sandwiches in between. Kia ora.',
    joinedDaysAgo: 76,
    follows: ['ines_mar', 'zeynep_k', 'aviaja', 'maeve', 'bram', 'leila_r', 'ngozi_o'],
  },
  {
    handle: 'zeynep_k',
    displayName: 'Zeynep Kılıç',
    bio: 'Clay, glaze, patience, kiln, surprise. Bowls that mean well.',
    joinedDaysAgo: 109,
    follows: ['mizuki', 'anahera', 'xiaoman', 'linh_soup', 'lucia_luz', 'tunde_bakes'],
  },
  {
    handle: 'wren',
    displayName: 'Wren Calloway',
    bio: 'Librarian (they/them). Finder of half-remembered books and wholly forgotten bookmarks.',
    joinedDaysAgo: 199,
    follows: ['priya_writes', 'kofi_m', 'ada', 'mizuki', 'soo_ah', 'sacha', 'dmitar'],
  },
  {
    handle: 'mateo_v',
    displayName: 'Mateo Villanueva',
    bio: 'Second-year physics. Mostly friction.',
    joinedDaysAgo: 54,
    follows: ['leila_r', 'dmitar', 'priya_writes', 'ada', 'wren'],
  },
  {
    handle: 'linh_soup',
    displayName: 'Nguyễn Thùy Linh',
    bio: 'Learning my grandmother’s soups, one phone call at a time. Nêm cho vừa ăn.',
    joinedDaysAgo: 92,
    follows: ['tomasz', 'tunde_bakes', 'omar_qahwa', 'zeynep_k', 'ngozi_o', 'xiaoman'],
  },
  {
    handle: 'sacha',
    displayName: 'Sacha Petit-Benoît',
    bio: 'Papillons de nuit, abeilles de balcon. Leaves a light on for moths, then feels guilty and turns it off.',
    joinedDaysAgo: 81,
    follows: ['kofi_m', 'leila_r', 'tomasz', 'ines_mar', 'mizuki', 'wren'],
  },
  {
    handle: 'dmitar',
    displayName: 'Dmitar Ilić',
    bio: 'Third bench from the fountain. Chess, burek, unsolicited advice. Бели на потезу.',
    joinedDaysAgo: 167,
    follows: ['priya_writes', 'omar_qahwa', 'mateo_v', 'xiaoman', 'wren', 'ada'],
  },
  {
    handle: 'aviaja',
    displayName: 'Aviaja Nørgaard',
    bio: 'Measures ice for a living, watches it for joy. Ten dogs, nine of them sensible.',
    joinedDaysAgo: 125,
    follows: ['maeve', 'henrik_fog', 'leila_r', 'anahera', 'soo_ah'],
  },
  {
    handle: 'xiaoman',
    displayName: '陈小满',
    bio: '以水为墨。Writes poems on the pavement with water and a big brush. They dry.',
    joinedDaysAgo: 184,
    follows: ['mizuki', 'lucia_luz', 'dmitar', 'zeynep_k', 'leila_r', 'ada'],
  },
] as const satisfies readonly PlannedPerson[]
