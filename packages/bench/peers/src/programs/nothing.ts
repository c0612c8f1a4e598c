// The least that Node can do: start and end.
