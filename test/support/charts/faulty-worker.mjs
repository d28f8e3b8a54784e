import { parentPort } from 'node:worker_threads';

// A drawing thread that hangs at the title "hang", dies at "die", and otherwise answers with the title's letters.
parentPort.on('message', ({ chart: { title } }) => {
  if (title === 'die') process.exit(1);
  if (title === 'hang') for (;;);
  parentPort.postMessage({ png: new TextEncoder().encode(title) });
});
