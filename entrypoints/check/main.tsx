import { render } from 'preact';
import { CheckPage } from '../../src/ui/popup/check-page.tsx';
import '../../src/ui/popup/popup.css';

const place = document.getElementById('app');
if (place) render(<CheckPage />, place);
