import { useSession } from '../popup/session.ts';

/** A link to whoever keeps a list: shown by its host alone, and only when it is a web address. */
export function OutsideLink({ url }: { url: string }) {
  const { strings } = useSession();
  const address = URL.parse(url);
  if (address?.protocol !== 'https:') return null;
  return (
    <a href={address.href} class="outside" target="_blank" rel="noopener noreferrer" title={strings.opensTab}>
      <bdi>{address.hostname.replace(/^www\./, '')}</bdi>
    </a>
  );
}
