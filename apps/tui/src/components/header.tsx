import { Text } from 'ink';
import type { View } from '../view/view.ts';

/** Where this goes, always in sight: the account, then the question. */
export function Header({ title, account }: Pick<View, 'title' | 'account'>) {
  return (
    <Text wrap="truncate">
      {account === 'sandbox' && <Text color="cyan">[sandbox] </Text>}
      {account === 'live' && (
        <Text color="red" bold>
          [live]{' '}
        </Text>
      )}
      <Text bold>{title}</Text>
    </Text>
  );
}
