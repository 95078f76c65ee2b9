import { render } from 'preact';
import { ListsPage } from '../../src/ui/lists/lists-page.tsx';
import '../../src/ui/popup/popup.css';
import '../../src/ui/lists/lists.css';
import '../../src/ui/sites/sites.css';

const place = document.getElementById('app');
if (place) render(<ListsPage />, place);
