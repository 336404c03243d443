import type { PlannedPost } from './planned.ts'

/** Posts that nobody has answered, by person. */
export const posts: readonly PlannedPost[] = [
  {
    by: 'ada',
    lives: '1-hour',
    age: 0.13,
    text: 'Twelve clocks on the counter, eleven opinions about the time. I’m going with the loudest.',
  },
  {
    by: 'ada',
    lives: '3-days',
    age: 0.42,
    text: 'A customer asked whether her grandmother’s watch could be saved. It could. It only needed someone to notice that it had been wound every evening for sixty years, and why. #smallrepairs',
  },
  {
    by: 'ada',
    lives: '7-days',
    age: 0.23,
    text: 'If you have never heard forty clocks strike noon almost together, I recommend the almost.',
  },

  {
    by: 'tunde_bakes',
    lives: '1-hour',
    age: 0.963,
    text: 'Second batch is out and the crust is singing. It’ll be gone in about as long as this post. 🍞',
  },
  {
    by: 'tunde_bakes',
    lives: '1-day',
    age: 0.56,
    text: 'Night shift thought: dough is the only thing I know that gets better while you ignore it. #nightshift',
  },
  {
    by: 'tunde_bakes',
    lives: '30-days',
    age: 0.35,
    text: 'My starter is called Gertrude. She is eleven years old and has outlived three fridges and one landlord. Feeding notes for whoever adopts a daughter of hers: https://example.com/gertrude #bread',
  },

  {
    by: 'mizuki',
    lives: '3-hours',
    age: 0.41,
    text: '消しゴムのかすで小さな龍を作った。机を拭いたら、飛んでいった。🐉',
  },
  {
    by: 'mizuki',
    lives: '7-days',
    age: 0.34,
    text: 'One drawing a day, each smaller than the last. Today’s is the size of a lentil. I have no plan for Thursday. #tinythings',
  },
  {
    by: 'mizuki',
    lives: '1-day',
    age: 0.09,
    text: 'Drew the neighbour’s cat. The cat has requested changes. #neighbours',
  },

  {
    by: 'leila_r',
    lives: '12-hours',
    age: 0.78,
    text: 'ابرها بالاخره کنار رفتند. زحل با همان حلقه‌های همیشگی، و من با همان لبخند همیشگی. 🪐 #nightsky',
  },
  {
    by: 'leila_r',
    lives: '1-hour',
    age: 0.06,
    text: 'Look west, just above the rooftops. The bright one that isn’t blinking. Say hello, then go back in, it’s cold. #nightsky',
    photos: [
      {
        picture: 'rooftops',
        alt: 'Dusk over rooftops, from deep blue down to orange. A few windows are lit. Halfway up stands one bright white point.',
      },
    ],
  },
  {
    by: 'leila_r',
    lives: '30-days',
    age: 0.62,
    text: 'Seen through a cheap telescope, in order of delight: the edge of the Moon, four dots lined up beside Jupiter, a bat, the neighbours’ excellent curtains. (Sorry.)',
  },

  {
    by: 'omar_qahwa',
    lives: '3-hours',
    age: 0.957,
    text: 'القهوة على النار، والباب مفتوح. من يصل أولًا يشربها بلا سكّر. ☕',
  },
  {
    by: 'omar_qahwa',
    lives: '7-days',
    age: 0.58,
    text: 'Somebody ordered “something strong but kind”. I’ve been thinking about it all week. It may be the best order I ever had. #coffee',
  },
  {
    by: 'omar_qahwa',
    lives: '12-hours',
    age: 0.21,
    text: 'صباح الخير لكل من نام متأخرًا وندم مبكرًا.',
  },

  {
    by: 'ines_mar',
    lives: '3-hours',
    age: 0.55,
    text: 'Low tide in forty minutes. If anyone needs me, I’ll be crouching beside a very small crab, discussing boundaries. 🦀 #tidepools',
  },
  {
    by: 'ines_mar',
    lives: '1-day',
    age: 0.81,
    text: 'Água a 14 graus. Entrei a dizer que não, saí a dizer outra vez. 🌊',
  },
  {
    by: 'ines_mar',
    lives: '7-days',
    age: 0.117,
    text: 'Sea-swimming rules: never alone, never with your back to the waves, always with a thermos that somebody else carried.',
  },

  {
    by: 'bram',
    lives: '1-hour',
    age: 0.917,
    text: 'Dry road, tailwind, two green lights in a row. I would like to speak to whoever arranged this.',
  },
  {
    by: 'bram',
    lives: '3-days',
    age: 0.26,
    text: 'Passed a man with a sofa on a cargo bike. On the sofa: a smaller bicycle. We nodded, as one does. #cycling',
  },
  {
    by: 'bram',
    lives: '12-hours',
    age: 0.91,
    text: 'Forecast: light rain. Me, three hours later, wringing out my left sock: define light. #weatherreport',
  },
  {
    by: 'bram',
    lives: '1-day',
    age: 0.22,
    text: 'No headwind. No wind at all. I didn’t know what to do with my legs, so I stopped and looked. #cycling',
    photos: [
      {
        picture: 'canal',
        alt: 'A row of narrow houses with stepped and pointed gables along a canal at dusk, many windows lit. All of it lies upside down in the water. A bicycle leans at the rail.',
      },
    ],
  },

  {
    by: 'soo_ah',
    lives: '1-day',
    age: 0.36,
    text: '오늘 새벽 두 시, 빗소리 특집입니다. 잠 안 오는 분들만 오세요. 🌧️ #lateradio #nightshift',
  },
  {
    by: 'soo_ah',
    lives: '12-hours',
    age: 0.44,
    text: 'A listener called in and said nothing at all for forty seconds. Caller of the month.',
  },
  {
    by: 'soo_ah',
    lives: '30-days',
    age: 0.19,
    text: '라디오의 좋은 점은 지나가면 끝이라는 것. 그래서 다들 귀를 기울인다.',
  },
  {
    by: 'soo_ah',
    lives: '12-hours',
    age: 0.18,
    text: '막차 타고 출근하는 중. The last train in, and the rain came along for company. #lateradio',
    photos: [
      {
        picture: 'nightTrain',
        alt: 'A long train with bright yellow windows crosses dark fields at night. The Moon is almost full.',
      },
      {
        picture: 'rainWindow',
        alt: 'A wet window at night. Behind the drops, the lamps of a town are soft discs of orange, violet and blue.',
      },
    ],
  },

  {
    by: 'kofi_m',
    lives: '1-hour',
    age: 0.46,
    text: 'Eleven swifts over the bus station. Nobody else looked up, so I’ve decided that they were all mine.',
    photos: [
      {
        picture: 'swifts',
        alt: 'Eleven swifts, dark sickles against a blue and apricot sky. Below them, the roof of a bus station with one red bus.',
      },
    ],
  },
  {
    by: 'kofi_m',
    lives: '3-days',
    age: 0.51,
    text: 'There’s a robin who sings under the street lamp at two in the morning. He isn’t confused. He has the whole stage. #birds',
  },
  {
    by: 'kofi_m',
    lives: '7-days',
    age: 0.45,
    text: 'For beginners: don’t start with the rare ones. Learn one sparrow well and the rest of the sky will introduce itself.',
  },
  {
    by: 'kofi_m',
    lives: '1-day',
    age: 0.63,
    text: 'The heron is on the school roof again. The pupils have voted. He is called Deputy Head. #neighbours',
  },

  {
    by: 'maeve',
    lives: '3-hours',
    age: 0.7,
    text: 'Biscuit has herded nine sheep, two walkers and somebody’s picnic blanket. All are now in the correct field.',
  },
  {
    by: 'maeve',
    lives: '12-hours',
    age: 0.08,
    text: 'Four lambs before breakfast. One of them already has the look of somebody who will be trouble. 🐑',
  },
  {
    by: 'maeve',
    lives: '30-days',
    age: 0.46,
    text: 'What fifteen years of training sheepdogs has taught me: speak quietly, mean it, and never play cards with a collie.',
  },
  {
    by: 'maeve',
    lives: '3-days',
    age: 0.07,
    text: 'Same hill, same sheep, same dog. The weather had three goes at it today. #weatherreport',
    photos: [
      {
        picture: 'hillMorning',
        alt: 'Green hills in the morning, the Sun low on the left. Nine sheep in a row, and a small black dog behind them.',
      },
      {
        picture: 'hillRain',
        alt: 'The same hills in the rain, all grey and dark green. The nine sheep have not moved. Neither has the dog.',
      },
      {
        picture: 'hillEvening',
        alt: 'The same hills at sunset, violet under an orange sky. Nine sheep, still. The dog is hard to see.',
      },
    ],
  },

  {
    by: 'priya_writes',
    lives: '3-days',
    age: 0.86,
    text: 'Spent the morning trying to fit EPHEMERAL into a corner. It wouldn’t stay.',
  },
  {
    by: 'priya_writes',
    lives: '7-days',
    age: 0.91,
    warning: 'A very bad pun',
    text: 'I asked the grid what it thought of my clues. It was cross. Then it was down.',
  },
  {
    by: 'priya_writes',
    lives: '1-hour',
    age: 0.31,
    text: 'Deadline in forty minutes, and 14 across is currently a word that I made up. It’s a good word, though.',
  },

  {
    by: 'tomasz',
    lives: '12-hours',
    age: 0.61,
    warning: 'Slugs',
    text: 'Night patrol: thirty-one slugs carried to the far hedge. One of them I recognised. We both pretended otherwise. #neighbours',
  },
  {
    by: 'tomasz',
    lives: '7-days',
    age: 0.28,
    text: 'Pierwsze pomidory! Cztery. Małe. Krzywe. Najpiękniejsze na świecie. 🍅',
  },
  {
    by: 'tomasz',
    lives: '1-day',
    age: 0.94,
    text: 'The scarecrow fell over and the crows put it back up. I’m not asking. #allotment',
  },

  {
    by: 'lucia_luz',
    lives: '1-hour',
    age: 0.22,
    text: 'Ten minutes to curtain. Cue 47 is a sunrise made of six lamps and one held breath. 🎭',
    photos: [
      {
        picture: 'stage',
        alt: 'An empty stage between red curtains. Six beams from above, red, orange and gold, meet in one bright pool behind a single microphone.',
      },
    ],
  },
  {
    by: 'lucia_luz',
    lives: '3-hours',
    age: 0.86,
    text: 'Funciona todo. Lo cual, en el teatro, es sospechoso.',
  },
  {
    by: 'lucia_luz',
    lives: '30-days',
    age: 0.77,
    text: 'Closing night is my favourite. We hang the light one more time, exactly right, for the last people who will ever see it. #backstage',
  },

  {
    by: 'ngozi_o',
    lives: '1-hour',
    age: 0.56,
    text: 'The ward is asleep, the monitors are humming, and I’ve found the last good biscuit. Small victories count double after three. 🌙',
  },
  {
    by: 'ngozi_o',
    lives: '1-day',
    age: 0.43,
    text: 'A six-year-old informed me that my job is “being awake for everybody”. It’s going on the badge. #nightshift',
  },
  {
    by: 'ngozi_o',
    lives: '3-days',
    age: 0.11,
    text: 'Quiet night, so the hat is done. Size: newborn. Somebody arrives on Thursday who’ll need it. #nightshift',
    photos: [
      {
        picture: 'knitting',
        alt: 'Knitting, very close: teal diamonds on cream wool, and a row of small rust-red stitches between them.',
      },
    ],
  },
  {
    by: 'ngozi_o',
    lives: '3-days',
    age: 0.77,
    text: 'Walked home just as the bakeries opened. There are worse reasons to work nights than that smell.',
  },

  {
    by: 'henrik_fog',
    lives: '3-hours',
    age: 0.1,
    text: 'Fog report: yes.',
  },
  {
    by: 'henrik_fog',
    lives: '12-hours',
    age: 0.36,
    text: 'Fog report: lifting. Saw the far shore for a whole minute. It’s still there.',
    photos: [
      {
        picture: 'fog',
        alt: 'A fjord at sunrise. Six ranges stand one behind the other, each paler than the one before it, with fog between them. On the water, a small ferry with its lamp lit.',
      },
    ],
  },
  {
    by: 'henrik_fog',
    lives: '1-day',
    age: 0.71,
    text: 'Tåken kom tilbake, denne gangen med matpakke. Den blir visst en stund. #weatherreport',
  },
  {
    by: 'henrik_fog',
    lives: '7-days',
    age: 0.51,
    text: 'Thirty years on this crossing and never the same colour twice, so I keep the names in a notebook. Today’s: wet slate with a rumour of green. #ferrylog',
  },

  {
    by: 'anahera',
    lives: '12-hours',
    age: 0.71,
    text: 'Mōrena! Glass-flat sea, one seal, no schedule. 🌅 #weatherreport',
  },
  {
    by: 'anahera',
    lives: '3-days',
    age: 0.36,
    text: 'Teaching my niece to weave flax. She’s seven, and already better at undoing than I was at twenty. Undoing is half of it. #weaving',
  },

  {
    by: 'zeynep_k',
    lives: '3-hours',
    age: 0.34,
    text: 'Opened the kiln. Eleven bowls, ten survivors, and one that has decided to be a sculpture.',
  },
  {
    by: 'zeynep_k',
    lives: '7-days',
    age: 0.83,
    text: 'Fırının kapağını açmadan önceki o bir dakika… Dünyanın en uzun dakikası. 🏺',
  },
  {
    by: 'zeynep_k',
    lives: '1-day',
    age: 0.51,
    text: 'Glaze test no. 88 was meant to be sea-green. It’s the exact colour of my uncle’s old car. I’m keeping it. #ceramics',
  },
  {
    by: 'zeynep_k',
    lives: '7-days',
    age: 0.034,
    text: 'Glaze tests 89 to 92. I’ve named them after the sea: at dawn, at noon, at dusk, and when you can only hear it. #ceramics',
    photos: [
      { picture: 'bowlDawn', alt: 'A bowl from above. The glaze is a soft pink, darker towards the rim.' },
      { picture: 'bowlNoon', alt: 'The same bowl in bright turquoise, with fine pale rings.' },
      { picture: 'bowlDusk', alt: 'The same bowl in violet, with white specks.' },
      { picture: 'bowlNight', alt: 'The same bowl in a blue that is almost black, with specks like stars.' },
    ],
  },

  {
    by: 'wren',
    lives: '12-hours',
    age: 0.16,
    text: 'Found in a returned book: a pressed fern, a very old bus ticket, and a note that says “page 212, you’ll see”. I saw. #library',
    photos: [
      { picture: 'fern', alt: 'A green fern, pressed flat, on a yellowed page. It hides some of the words.' },
    ],
  },
  {
    by: 'wren',
    lives: '1-hour',
    age: 0.938,
    text: 'Quiet hour. Somebody just laughed out loud at page one of something, and I need to know what it was.',
  },
  {
    by: 'wren',
    lives: '30-days',
    age: 0.07,
    text: 'Bookmarks found so far this year: receipts (many), feathers (four), a slice of cheese (one; wrapped, thank you). The full list: https://example.com/bookmarks',
  },
  {
    by: 'wren',
    lives: '3-days',
    age: 0.93,
    text: 'A child asked where we keep the books that nobody has read yet. There’s a shelf for them now.',
  },

  {
    by: 'mateo_v',
    lives: '1-hour',
    age: 0.015,
    text: 'Understood thermodynamics by accident for about nine seconds. It has cooled since. #physics',
  },
  {
    by: 'mateo_v',
    lives: '3-hours',
    age: 0.62,
    text: 'Mañana tengo examen y mi cuarto nunca estuvo tan ordenado.',
  },
  {
    by: 'mateo_v',
    lives: '1-day',
    age: 0.88,
    text: 'Entropy is just my desk with better notation.',
  },

  {
    by: 'linh_soup',
    lives: '3-hours',
    age: 0.78,
    text: 'Nồi phở của bà: mười hai tiếng, không vội. Con mèo canh bếp giỏi hơn tôi. 🍜',
  },
  {
    by: 'linh_soup',
    lives: '7-days',
    age: 0.39,
    text: 'The recipe says “salt, until it is right”. I’ve called my grandmother four times. She says that I’m not listening to the soup. #soup',
  },
  {
    by: 'linh_soup',
    lives: '12-hours',
    age: 0.972,
    warning: 'Food, at an unreasonable hour',
    text: 'Leftover broth, one egg, standing at the counter at midnight: the best restaurant in town.',
  },

  {
    by: 'sacha',
    lives: '1-hour',
    age: 0.887,
    text: 'Un sphinx sur le balcon ! Il goûte la lavande comme s’il avait réservé. 🌿',
  },
  {
    by: 'sacha',
    lives: '3-days',
    age: 0.59,
    text: 'Counted by the porch light: 23 moths, of which one landed on my cocoa and one on my argument. #moths',
  },
  {
    by: 'sacha',
    lives: '1-day',
    age: 0.27,
    text: 'Bees don’t do small talk. They do large talk, in hexagons. 🐝 #neighbours',
  },

  {
    by: 'dmitar',
    lives: '12-hours',
    age: 0.85,
    text: 'Lost to an eleven-year-old in nineteen moves. She offered me half of her sandwich. I accepted both. #chess',
  },
  {
    by: 'dmitar',
    lives: '30-days',
    age: 0.56,
    text: 'Правила клупе: не жали пешака, не жури старијег и не дирај туђи бурек.',
  },
  {
    by: 'dmitar',
    lives: '3-hours',
    age: 0.48,
    text: 'My knight is in the wrong place, my coffee is cold, and the sun has reached the bench. I’m winning one of three.',
  },

  {
    by: 'aviaja',
    lives: '7-days',
    age: 0.71,
    text: 'The bay ice broke this morning with the sound of a large door, closed politely.',
  },
  {
    by: 'aviaja',
    lives: '1-day',
    age: 0.16,
    text: 'Northern lights over the harbour, green and then, for one breath, violet. I took a picture. It’s of my thumb. #aurora #nightsky',
    photos: [
      {
        picture: 'thumb',
        alt: 'A thumb, close and out of focus. It fills nearly everything. In the upper left corner, a green shimmer.',
      },
    ],
  },
  {
    by: 'aviaja',
    lives: '3-hours',
    age: 0.91,
    text: 'Dog report: nine asleep, one guarding the sleep of the nine. 🐕',
  },

  {
    by: 'xiaoman',
    lives: '1-hour',
    age: 0.848,
    text: '在公园的石板上用清水写诗。写到第四行，第一行已经被太阳读完了。',
  },
  {
    by: 'xiaoman',
    lives: '3-days',
    age: 0.08,
    text: 'Wrote a whole poem on the pavement this morning. A pigeon walked through the last line and improved it. #waterwriting',
  },
  {
    by: 'xiaoman',
    lives: '12-hours',
    age: 0.51,
    text: '这泡茶第三道最好：第一道还在客气，第二道刚坐下，第三道才开始说话。🍵',
    photos: [{ picture: 'tea', alt: '从上方看：石桌上三杯琥珀色的茶，一大两小，旁边是树叶的影子。' }],
  },
  {
    by: 'xiaoman',
    lives: '30-days',
    age: 0.9,
    text: 'My teacher used to say: practise with water, so that you never fall in love with a mistake, nor with a success.',
  },
]
