import { expect, test } from 'vitest';
import { onlyObject, runProgram } from './run-program.ts';

test('the program ends when all is printed, though something goes on by itself', async () => {
  const goesOn = '--import=data:text/javascript,setInterval(()=>{},1000)';
  const { stdout, code } = await runProgram(['--sandbox', '--name', 'Ada', '--yes', '--json'], {
    environment: { NODE_OPTIONS: goesOn },
  });
  expect(code).toBe(0);
  expect(onlyObject(stdout)['outcome']).toBe('created');
});

test('a large result arrives whole before the program ends', async () => {
  const notes = 'word '.repeat(200_000).trim();
  const { stdout } = await runProgram(['--sandbox', '--from', '-', '--yes', '--json'], {
    stdin: JSON.stringify({ name: 'Ada', notes }),
  });
  expect(onlyObject(stdout)['request']).toEqual({ name: 'Ada', notes });
});
