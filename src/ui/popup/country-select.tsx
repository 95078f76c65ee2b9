import { useMemo } from 'preact/hooks';
import { allCountries } from '../countries.ts';
import { useSession } from './session.ts';

interface CountryProperties {
  id: string;
  label: string;
  value: string;
  onChoose(country: string): void;
}

/** Names are those of the browser in the language on show; the order is that language's own. */
export function CountrySelect({ id, label, value, onChoose }: CountryProperties) {
  const { catalogue } = useSession();
  const countries = useMemo(() => {
    const order = new Intl.Collator(catalogue.lang);
    return allCountries()
      .map((code) => ({ code, name: catalogue.country(code) }))
      .sort((a, b) => order.compare(a.name, b.name));
  }, [catalogue]);
  return (
    <p class="choice">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{catalogue.t('countryNone')}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
