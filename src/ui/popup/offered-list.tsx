import { browser } from 'wxt/browser';
import { offersList, pathToLookAt } from '../lists/handed-link.ts';
import { closePopup } from './close-popup.ts';
import { useSession } from './session.ts';

/** Where the page in front carries the link of a list: nothing is fetched before the person asks to see it. */
export function OfferedList({ address }: { address: string }) {
  const { catalogue } = useSession();
  if (!offersList(address)) return null;
  return (
    <div class="notice offered">
      <p>{catalogue.t('listOffered')}</p>
      <button
        type="button"
        class="plain"
        onClick={() => void browser.tabs.create({ url: pathToLookAt(address) }).then(closePopup)}
      >
        {catalogue.t('listOfferedLook')}
      </button>
    </div>
  );
}
