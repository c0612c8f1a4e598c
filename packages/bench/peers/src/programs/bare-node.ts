// The least that Node can do with a terminal: say something, and say back what is typed.
process.stdin.setRawMode(true);
process.stdout.write('Name: ');
process.stdin.on('data', (keys) => {
  process.stdout.write(keys);
});
