import { createRoot } from 'react-dom/client';
import './styles/fonts.css';
import '@fontsource-variable/noto-sans';
import '@fontsource-variable/noto-sans-arabic';
import './styles/base.css';
import './styles/shell.css';
import './styles/marks.css';
import './styles/print.css';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
