import { render } from 'preact';
import { Popup } from '../../src/ui/popup/app.tsx';
import '../../src/ui/popup/popup.css';

const place = document.getElementById('app');
if (place) render(<Popup />, place);
