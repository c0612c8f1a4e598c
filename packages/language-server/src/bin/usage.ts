/** What a person reads who starts the server by hand. */
export const usage = `helpcrunch-language-server speaks the Language Server Protocol with an editor.

  --stdio          over standard input and output
  --node-ipc       over the channel of the Node process that started it
  --socket=PORT    over a socket that the editor listens on
  --pipe=NAME      over a named pipe that the editor listens on

  --version        prints the version
  --help           prints this
`;
