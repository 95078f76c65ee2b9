import { render } from 'preact';
import { CheckPage } from '../../src/ui/popup/check-page.tsx';
import '../../src/ui/tokens.css';
import '../../src/ui/explanation.css';
import '../../src/ui/popup/popup.css';

const place = document.getElementById('app');
if (place) render(<CheckPage />, place);
