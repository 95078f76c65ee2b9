/** Paints a posting, so that it stands nowhere in the document. */
const PARAGRAPHS = [
  ['700 24px', 'Online customer care, Asia'],
  ['400 15px', 'Norstara Digital · place told after the interview'],
  ['600 17px', '$1,600 – 2,300 a month, paid every ten days'],
  [
    '400 16px',
    'You answer messages of friendly clients all over the world. No experience, no diploma, we teach everything in two days. Ticket, room and three meals are covered. Staff live and work in one modern building with its own shops.',
  ],
  [
    '400 16px',
    'Ages 18 to 30. Have your passport ready, a driver meets you at the airport. At the desk you simply say that you are on holiday.',
  ],
  ['400 16px', 'Nine places. Write to @norstar_000 with a photo.'],
];
const LINE = 27;

const canvas = document.querySelector('#painted');
const brush = canvas.getContext('2d');
const dark = matchMedia('(prefers-color-scheme: dark)');

function linesOf(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (brush.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function paint() {
  const width = canvas.clientWidth;
  canvas.width = width * devicePixelRatio;
  canvas.height = canvas.clientHeight * devicePixelRatio;
  brush.scale(devicePixelRatio, devicePixelRatio);
  brush.fillStyle = dark.matches ? '#e6e9ee' : '#1c2430';
  let top = LINE;
  for (const [font, text] of PARAGRAPHS) {
    brush.font = `${font} system-ui, sans-serif`;
    for (const line of linesOf(text, width)) {
      brush.fillText(line, 0, top);
      top += LINE;
    }
    top += LINE / 2;
  }
}

dark.addEventListener('change', paint);
addEventListener('resize', paint);
paint();
