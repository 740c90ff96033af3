import { useEffect, useMemo } from 'react';

/** Text that was made here, for keeping as a file. */
export function SaveText(props: {
  readonly text: string;
  readonly file: string;
  readonly main?: true;
  readonly children: string;
}) {
  const { text, file, children } = props;
  const address = useMemo(() => URL.createObjectURL(new Blob([text], { type: 'text/plain' })), [text]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <a className={props.main ? 'button main' : 'button'} href={address} download={file}>
      {children}
    </a>
  );
}
