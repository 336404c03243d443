import type { PlannedPost } from './planned.ts'

/** Posts with what others have answered. */
export const threads: readonly PlannedPost[] = [
  {
    by: 'priya_writes',
    lives: '1-day',
    age: 0.46,
    text: 'Free clue, no prize, only glory: “One who won’t last: could go by air (6)”. Answers behind a warning, please. #crosswords',
    replies: [
      {
        by: 'dmitar',
        minutesLater: 7,
        text: 'Is it my queen?',
        replies: [
          { by: 'priya_writes', minutesLater: 3, text: 'Your queen has five letters and no plan, @dmitar.' },
        ],
      },
      {
        by: 'wren',
        minutesLater: 12,
        warning: 'The answer',
        text: 'MAYFLY! MAY is “could”, FLY is “go by air”, and we all know how long they last. @priya_writes, you’re wasted on us.',
        replies: [
          {
            by: 'priya_writes',
            minutesLater: 5,
            text: 'Correct. Your glory is on its way. It keeps for a day, so unwrap it soon.',
            replies: [{ by: 'wren', minutesLater: 2, text: 'I’ll wear it to lunch. ✨' }],
          },
        ],
      },
      { by: 'mateo_v', minutesLater: 40, text: 'I had PILOTS for ten minutes and was very sure of myself.' },
    ],
  },
  {
    by: 'tunde_bakes',
    lives: '12-hours',
    age: 0.26,
    text: 'A question for the sleepless: what should the four o’clock loaf be? Rye with caraway, or walnut? #nightshift',
    replies: [
      {
        by: 'ngozi_o',
        minutesLater: 9,
        text: 'Walnut. I pass your door at seven, and I’ve earned it.',
        replies: [
          {
            by: 'tunde_bakes',
            minutesLater: 6,
            text: 'One walnut loaf put aside for the lady who is awake for everybody.',
            replies: [{ by: 'ngozi_o', minutesLater: 2, text: 'I’m not crying, it’s the oven.' }],
          },
        ],
      },
      {
        by: 'soo_ah',
        minutesLater: 15,
        text: 'Rye! I’ll announce it on air and take no responsibility for the queue. 📻',
      },
      { by: 'omar_qahwa', minutesLater: 33, text: 'Both. I’ll trade coffee for whatever is left over.' },
    ],
  },
  {
    by: 'kofi_m',
    lives: '3-hours',
    age: 0.5,
    text: 'Very small brown bird, shouting from a bramble, clearly furious. Guesses before I look it up? #birds',
    replies: [
      {
        by: 'maeve',
        minutesLater: 4,
        text: 'Sounds like my aunt.',
        replies: [
          {
            by: 'kofi_m',
            minutesLater: 3,
            text: 'Does your aunt cock her tail?',
            replies: [{ by: 'maeve', minutesLater: 2, text: 'Only at weddings.' }],
          },
        ],
      },
      { by: 'sacha', minutesLater: 11, text: 'Un troglodyte mignon ! A wren.' },
      { by: 'wren', minutesLater: 14, text: 'I feel seen.' },
    ],
  },
  {
    by: 'maeve',
    lives: '3-days',
    age: 0.31,
    text: 'Biscuit retires from the hill today, after eleven years. She has opinions about the ceremony. There will be ham. 🐕',
    replies: [
      {
        by: 'ada',
        minutesLater: 20,
        text: 'Please tell Biscuit that the whole shop stands to attention. Some of the clocks even agree on when.',
      },
      {
        by: 'anahera',
        minutesLater: 65,
        text: 'Ka pai, Biscuit. May the sofa be wide and the sheep only in dreams. 💛',
      },
      {
        by: 'bram',
        minutesLater: 130,
        text: 'I once overtook Biscuit on a downhill. She let me. We both knew.',
        replies: [
          {
            by: 'maeve',
            minutesLater: 18,
            text: 'She remembers you. She took you for slow livestock.',
            replies: [{ by: 'bram', minutesLater: 5, text: 'Fair.' }],
          },
        ],
      },
    ],
  },
  {
    by: 'henrik_fog',
    lives: '1-day',
    age: 0.31,
    text: 'Whoever left a cello on the early ferry: it is well, it is dry, and it has been given a window seat. #ferrylog',
    replies: [
      {
        by: 'lucia_luz',
        minutesLater: 25,
        text: 'Please light it from the left. Cellos have a good side.',
        replies: [
          {
            by: 'henrik_fog',
            minutesLater: 30,
            text: 'Done. Two passengers have asked when the concert begins.',
            replies: [{ by: 'lucia_luz', minutesLater: 4, text: 'And that is how theatre starts.' }],
          },
        ],
      },
      {
        by: 'ines_mar',
        minutesLater: 90,
        text: 'And then?! I have a tide to catch and I can’t leave it like this.',
        replies: [
          {
            by: 'henrik_fog',
            minutesLater: 50,
            text: 'Owner found. A boy of nine, smaller than the cello, very relieved. He played us two bars. The fog stayed for both.',
          },
        ],
      },
    ],
  },
  {
    by: 'leila_r',
    lives: '7-days',
    age: 0.15,
    text: 'Shooting stars on Saturday. Everyone is invited to look at the same sky from wherever you are, at ten by your own clock. #nightsky',
    replies: [
      {
        by: 'aviaja',
        minutesLater: 30,
        text: 'Clouds here since Tuesday. I’ll look extra hard.',
        replies: [
          {
            by: 'leila_r',
            minutesLater: 12,
            text: 'You’ve got the aurora, @aviaja. Leave us the crumbs. ✨',
          },
        ],
      },
      {
        by: 'mateo_v',
        minutesLater: 80,
        text: 'May I bring a question about why they come back every year?',
        replies: [
          {
            by: 'leila_r',
            minutesLater: 9,
            text: 'Bring it. We’ll be lying on our backs with nothing else to do.',
          },
        ],
      },
      { by: 'ada', minutesLater: 300, text: 'Ten by whose clock? I have forty. #nightsky' },
      { by: 'xiaoman', minutesLater: 420, text: '十点，我在屋顶，带着茶。 #nightsky' },
    ],
  },
  {
    by: 'zeynep_k',
    lives: '12-hours',
    age: 0.66,
    text: 'My best mug broke this morning. Nine years, one elbow. Tell me about something you loved that didn’t last. #itwasgood',
    replies: [
      {
        by: 'mizuki',
        minutesLater: 15,
        text: '雪だるまじゃなくて、雪猫。A snow cat. Three days. It had a hat.',
        replies: [
          {
            by: 'zeynep_k',
            minutesLater: 6,
            text: 'What was its name?',
            replies: [{ by: 'mizuki', minutesLater: 9, text: '春 (Spring). I know. I know.' }],
          },
        ],
      },
      { by: 'tomasz', minutesLater: 22, text: 'A melon. We were so close. #itwasgood' },
      {
        by: 'xiaoman',
        minutesLater: 41,
        text: 'Every poem that I ever wrote on the pavement. That’s why I still write them.',
      },
      {
        by: 'linh_soup',
        minutesLater: 75,
        text: 'A soup that I’ve never managed to make again. I think it was the rain. #itwasgood',
      },
    ],
  },
  {
    by: 'linh_soup',
    lives: '3-days',
    age: 0.71,
    warning: 'Will make you hungry',
    text: 'Tonight: broth since morning, charred ginger, star anise, and an argument about lime. Who wants the recipe? #soup',
    photos: [
      {
        picture: 'soup',
        alt: 'A bowl of noodle soup from above, on a dark wooden table: white noodles in brown broth, spring onion, three green leaves, a slice of lime, two stars of anise.',
      },
    ],
    replies: [
      { by: 'omar_qahwa', minutesLater: 14, text: 'أنا! I’ll bring bread, and no opinions about lime.' },
      {
        by: 'dmitar',
        minutesLater: 19,
        text: 'I want the argument.',
        replies: [
          {
            by: 'linh_soup',
            minutesLater: 4,
            text: 'Lime goes in at the end, off the heat, in silence.',
            replies: [{ by: 'dmitar', minutesLater: 6, text: 'In my house it goes in loudly.' }],
          },
        ],
      },
    ],
  },
  {
    by: 'ada',
    lives: '3-hours',
    age: 0.29,
    text: 'The smallest clock in the window has stopped at ten past ten again. I’m beginning to suspect that it does it for attention. #smallrepairs',
    photos: [
      {
        picture: 'clock',
        alt: 'A small brass clock with a cream face and dark blue hands. It has stopped at ten past ten.',
      },
    ],
    replies: [
      {
        by: 'wren',
        minutesLater: 6,
        text: 'Every clock in every advertisement says ten past ten. It’s smiling.',
        replies: [
          {
            by: 'ada',
            minutesLater: 5,
            text: 'Twenty years in the trade. I’ve just looked. It smiled back.',
          },
        ],
      },
      {
        by: 'mateo_v',
        minutesLater: 20,
        text: 'It’s right twice a day, which beats my lab group.',
      },
    ],
  },
  {
    by: 'mateo_v',
    lives: '1-hour',
    age: 0.51,
    text: 'Mock exam in an hour. Tell me something nice, quickly, before this post and I are both gone.',
    replies: [
      {
        by: 'ngozi_o',
        minutesLater: 3,
        text: 'Breathe out for longer than you breathe in. The hard part was all those evenings, and you’ve done them.',
      },
      {
        by: 'kofi_m',
        minutesLater: 5,
        text: 'A swift can sleep while it flies. You can manage two hours sitting down.',
        replies: [
          {
            by: 'mateo_v',
            minutesLater: 2,
            text: 'Taking this in with me like a lucky coin.',
            lives: '1-hour',
          },
        ],
      },
      { by: 'dmitar', minutesLater: 8, text: 'If you don’t know the answer, attack the king.' },
      { by: 'ada', minutesLater: 19, text: 'The clock in there will seem fast. It isn’t. You have time.' },
    ],
  },
  {
    by: 'sacha',
    lives: '3-hours',
    age: 0.66,
    text: 'Quelqu’un sait pourquoi les papillons de nuit aiment tant ma lampe, et si peu ma poésie ? #moths',
    replies: [
      {
        by: 'leila_r',
        minutesLater: 15,
        text: 'They steer by the Moon. Your lamp is a Moon that comes when it’s called.',
        replies: [{ by: 'sacha', minutesLater: 3, text: 'Voilà. You’ve just written the poem.' }],
      },
    ],
  },
  {
    by: 'lucia_luz',
    lives: '1-day',
    age: 0.76,
    text: 'Opening night went dark for four whole seconds. Nobody planned it. The audience applauded. Do we keep it? #backstage',
    replies: [
      {
        by: 'priya_writes',
        minutesLater: 10,
        text: 'Keep it. The best clue is the one that looks intended.',
      },
      {
        by: 'zeynep_k',
        minutesLater: 22,
        text: 'Keep it and give it a title.',
        replies: [{ by: 'lucia_luz', minutesLater: 5, text: '“Apagón, op. 1”.' }],
      },
      { by: 'henrik_fog', minutesLater: 44, text: 'We have this every year. We call it November.' },
    ],
  },
  {
    by: 'anahera',
    lives: '7-days',
    age: 0.41,
    text: 'What does your language call the first light of the day? Ours is “haeata”. I’m collecting them in a jar. 🌄',
    replies: [
      {
        by: 'ines_mar',
        minutesLater: 20,
        text: 'Alvorada. Também é o nome do meu despertador, infelizmente.',
      },
      {
        by: 'zeynep_k',
        minutesLater: 35,
        text: 'Şafak. Say it slowly: it takes exactly as long as the thing.',
      },
      {
        by: 'mizuki',
        minutesLater: 55,
        text: '東雲（しののめ）: “the clouds in the east”.',
        replies: [{ by: 'anahera', minutesLater: 12, text: 'Oh, that’s beautiful. Into the jar it goes.' }],
      },
      { by: 'soo_ah', minutesLater: 70, text: '여명. 제 방송이 끝나는 시간이기도 해요.' },
      { by: 'leila_r', minutesLater: 100, text: 'سپیده، یعنی سپیدیِ صبح.' },
      { by: 'bram', minutesLater: 190, text: 'Ochtendgloren. Best seen from a saddle, with a banana.' },
    ],
  },
  {
    by: 'tomasz',
    lives: '30-days',
    age: 0.12,
    text: 'Swap table at the allotments: I have forty courgettes. I’ll accept anything that isn’t courgettes. #allotment',
    replies: [
      {
        by: 'linh_soup',
        minutesLater: 45,
        lives: '30-days',
        text: 'Twelve courgettes for a litre of broth?',
        replies: [
          {
            by: 'tomasz',
            minutesLater: 10,
            lives: '30-days',
            text: 'Done. Thirteen. Please.',
            replies: [{ by: 'linh_soup', minutesLater: 7, lives: '30-days', text: 'Twelve, Tomasz.' }],
          },
        ],
      },
      {
        by: 'ngozi_o',
        minutesLater: 900,
        lives: '7-days',
        text: 'Came home to a bag of courgettes on my doorstep. No note. @tomasz, I know it was you.',
        replies: [{ by: 'tomasz', minutesLater: 30, lives: '7-days', text: 'You can’t prove anything. 🥒' }],
      },
    ],
  },
  {
    by: 'aviaja',
    lives: '12-hours',
    age: 0.11,
    text: 'The harbour froze again overnight, thin as a window. One of the dogs put a paw on it and looked at me for permission. #weatherreport',
    replies: [
      {
        by: 'maeve',
        minutesLater: 8,
        text: 'And? Did you give it?',
        replies: [{ by: 'aviaja', minutesLater: 6, text: 'I said wait. We’re both waiting.' }],
      },
      {
        by: 'henrik_fog',
        minutesLater: 19,
        text: 'Here it’s fog on top of fog. I would trade you for one window.',
      },
    ],
  },
  {
    by: 'xiaoman',
    lives: '3-hours',
    age: 0.14,
    text: 'A boy asked why I write with water, if it’s gone in a minute. I asked why he sings. He thought about it, and sang. #waterwriting',
    replies: [
      { by: 'mizuki', minutesLater: 4, text: '泣いた。' },
      { by: 'lucia_luz', minutesLater: 9, text: 'That’s the whole of theatre in three sentences.' },
      {
        by: 'sacha',
        minutesLater: 12,
        text: 'Et la chanson, elle a séché ?',
        replies: [{ by: 'xiaoman', minutesLater: 3, text: 'Still drying.' }],
      },
    ],
  },
  {
    by: 'wren',
    lives: '7-days',
    age: 0.63,
    text: 'The half-remembered-book desk is open. Describe it and I’ll find it. “It was blue” is acceptable. #library',
    replies: [
      {
        by: 'bram',
        minutesLater: 30,
        text: 'There’s a dog on a boat, or a boat on a dog.',
        replies: [
          {
            by: 'wren',
            minutesLater: 8,
            text: 'The second one is rarer, but we have it.',
            replies: [{ by: 'bram', minutesLater: 4, text: 'I knew it.' }],
          },
        ],
      },
      {
        by: 'anahera',
        minutesLater: 90,
        text: 'A girl who keeps a storm in a biscuit tin?',
        replies: [
          { by: 'wren', minutesLater: 25, text: 'Shelf seven, bottom left, smells of rain. Kept for you.' },
        ],
      },
    ],
  },
  {
    by: 'omar_qahwa',
    lives: '1-hour',
    age: 0.74,
    text: 'No power in the whole street. The stove is gas, the coffee is hot, the candles are lit. Come in, it has never been prettier. 🕯️',
    replies: [
      {
        by: 'ada',
        minutesLater: 4,
        text: 'Closing early. The clocks can mind each other.',
        replies: [{ by: 'omar_qahwa', minutesLater: 3, text: 'Your table is the one by the tall candle.' }],
      },
      { by: 'lucia_luz', minutesLater: 9, text: 'Candles! Finally, somebody who understands me.' },
    ],
  },
  {
    by: 'soo_ah',
    lives: '12-hours',
    age: 0.55,
    text: 'Tonight’s topic: the smallest sound that you love. The best ones are read on air, and then never again. #lateradio #smallsounds',
    replies: [
      { by: 'priya_writes', minutesLater: 6, text: 'A pencil, deciding. #smallsounds' },
      {
        by: 'tunde_bakes',
        minutesLater: 9,
        text: 'A crust, cooling. #smallsounds',
        replies: [
          {
            by: 'soo_ah',
            minutesLater: 4,
            text: 'That one first. Then ten seconds of silence, with the microphone at your window.',
            replies: [{ by: 'tunde_bakes', minutesLater: 3, text: 'The bread has been told. It’s nervous.' }],
          },
        ],
      },
      { by: 'ines_mar', minutesLater: 14, text: 'The sea taking back one small pebble. #smallsounds' },
      { by: 'aviaja', minutesLater: 26, text: 'Snow that thinks nobody is listening. #smallsounds' },
    ],
  },
  {
    by: 'dmitar',
    lives: '1-hour',
    age: 0.68,
    text: 'Third bench from the fountain, two chairs, one opponent missing. Anybody? #chess',
    replies: [
      {
        by: 'xiaoman',
        minutesLater: 6,
        text: 'I’m two trees away, with tea. One game.',
        replies: [
          {
            by: 'dmitar',
            minutesLater: 2,
            text: 'Bring the tea. The game we’ll see about.',
            lives: '1-hour',
          },
        ],
      },
    ],
  },
  {
    by: 'ngozi_o',
    lives: '3-days',
    age: 0.17,
    text: 'A family came back today just to say thank you. 👨‍👩‍👧‍👦 The smallest, whom I last saw at 1.9 kilos, pulled my hair with great strength. Best medical news of the year.',
    replies: [
      { by: 'leila_r', minutesLater: 25, text: '✨✨✨' },
      {
        by: 'tunde_bakes',
        minutesLater: 60,
        text: 'There’s cake for you at the back door. No reason. That reason.',
      },
    ],
  },
]
